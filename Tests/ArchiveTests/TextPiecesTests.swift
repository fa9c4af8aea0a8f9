import Testing

@testable import Archive

@Suite struct TextPiecesTests {
  private static let text = Array(String(repeating: "地区生产总值增长6.5%。", count: 400).utf8)

  @Test func piecesFollowOneAnotherAndCutNoCharacter() {
    let pieces = TextPieces.ranges(of: Self.text, keepingWhole: [])
    #expect(pieces.first?.lowerBound == 0)
    #expect(pieces.last?.upperBound == Self.text.count)
    for (one, next) in zip(pieces, pieces.dropFirst()) { #expect(one.upperBound == next.lowerBound) }
    for piece in pieces {
      #expect(piece.count <= TextPieces.length)
      #expect(String(validating: Self.text[piece], as: UTF8.self) != nil)
    }
  }

  /// Ranges in which no piece ends, given in any order; also such as fill more than a piece.
  @Test(arguments: [
    [2010..<2040], [2019..<2021, 4000..<4100], [2000..<2030, 1990..<2010, 2025..<2100], [0..<3000], [2020..<2050],
    [100..<9000, 8990..<9003], [5..<5],
  ]) func noQuoteIsCut(quotes: [Range<Int>]) {
    let pieces = TextPieces.ranges(of: Self.text, keepingWhole: quotes)
    #expect(pieces.map(\.count).reduce(0, +) == Self.text.count)
    for piece in pieces {
      #expect(!piece.isEmpty)
      for quote in quotes { #expect(!(quote.lowerBound < piece.upperBound && piece.upperBound < quote.upperBound)) }
    }
  }

  @Test func anEmptyTextHasNone() { #expect(TextPieces.ranges(of: [], keepingWhole: []).isEmpty) }
}

@Suite struct PeriodYearsTests {
  @Test(
    arguments: [
      ("2020", nil, 2020), ("2001-2007", 2001, 2007), ("", nil, nil), ("去年", nil, nil), ("2020-2020", nil, 2020),
    ] as [(String, Int?, Int?)]) func yearsOfAPeriod(_ period: String, _ first: Int?, _ last: Int?)
  {
    let years = PeriodYears(period)
    #expect(years.first == first)
    #expect(years.last == last)
  }
}
