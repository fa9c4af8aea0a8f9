/// A range of a text in eight bytes, as a text may hold very many.
///
/// No text that is read has more than 2³² bytes.
struct PackedRange: Sendable, Equatable {
  private let start: UInt32
  private let end: UInt32

  init(_ range: Range<Int>) {
    start = UInt32(range.lowerBound)
    end = UInt32(range.upperBound)
  }

  @inline(__always)
  var range: Range<Int> { Int(start)..<Int(end) }
}
