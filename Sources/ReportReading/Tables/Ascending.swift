/// Searching in what is in order.
enum Ascending {
  /// The first of some places whose number is a given one or greater; the end where none is.
  ///
  /// In which half it goes on is computed, not branched to: that cannot be foretold, and a wrong guess takes longer than the step.
  /// - Parameters:
  ///   - places: their numbers ascend.
  ///   - number: of a place.
  @inline(__always)
  static func first(of places: Range<Int>, from least: Int, _ number: (Int) -> Int) -> Int {
    var low = places.lowerBound
    var count = places.count
    while count > 0 {
      // Behind the middle, or up to it.
      let half = (count &+ 1) &>> 1
      // All ones where the place before is less.
      let isLess = (number(low &+ half &- 1) &- least) &>> Int(Int.bitWidth - 1)
      low &+= half & isLess
      count &-= half
    }
    return low
  }
}
