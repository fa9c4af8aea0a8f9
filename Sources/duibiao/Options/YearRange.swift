import ArgumentParser

/// `2020`, or `2001-2007` with both ends.
struct YearRange: ExpressibleByArgument, Equatable {
  var years: ClosedRange<Int>

  init?(argument: String) {
    let parts = argument.replacing(dash: "–").split(separator: "-", omittingEmptySubsequences: false)
    let years = parts.compactMap { Year(argument: String($0))?.value }
    guard years.count == parts.count, (1...2).contains(years.count), years[0] <= years[years.count - 1] else {
      return nil
    }
    self.years = years[0]...years[years.count - 1]
  }

  static var defaultValueDescription: String { "Y|A-B" }
}

/// A year of four digits in which a government of the People's Republic can have reported.
struct Year: ExpressibleByArgument {
  var value: Int

  init?(argument: String) {
    guard argument.utf8.count == 4, let value = Int(argument), (1949...2100).contains(value) else { return nil }
    self.value = value
  }
}

/// `2001,2020` or `2018-2020`: years in the order given, each once.
struct YearList: ExpressibleByArgument {
  var years: [Int]
  /// Those that only a range names: the ones between whose reports are not there are passed over.
  var isRange = false

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let ranges = parts.compactMap { YearRange(argument: String($0))?.years }
    let years = ranges.flatMap(Array.init)
    guard ranges.count == parts.count, !years.isEmpty, Set(years).count == years.count else { return nil }
    self.years = years
    isRange = ranges.contains { $0.count > 1 }
  }
}

extension String {
  fileprivate func replacing(dash: Character) -> String { String(map { $0 == dash ? "-" : $0 }) }
}
