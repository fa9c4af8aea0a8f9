internal import CTables

/// The known indicators without the words by which a report names them: what a question needs, who would otherwise wait for
/// the catalogue's automata.
public struct IndicatorList: Sendable {
  /// The list that the program carries (`indicators.tsv`).
  public static let standard = IndicatorList(rows: unsafe Table.rows(CTableIndicators))

  /// Every indicator, in the order in which tables show them.
  public let all: [Indicator]
  let places: [String: Int]

  /// - Parameter rows: as ``IndicatorCatalogue/init(rows:words:)`` takes them.
  init(rows: [[Substring]]) {
    all = rows.map(Self.indicator)
    places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.id, $0) })
  }

  /// The indicator of an id.
  public subscript(id: String) -> Indicator? { places[id].map { all[$0] } }

  /// The place of an indicator in ``all``, by which tables sort.
  public func place(of id: String) -> Int? { places[id] }

  private static func indicator(_ cells: [Substring]) -> Indicator {
    precondition((9...11).contains(cells.count), "indicators.tsv: nine to eleven columns are needed: \(cells)")
    guard let dimension = Indicator.Dimension(rawValue: String(cells[3])),
      let direction = Indicator.Direction(rawValue: String(cells[4]))
    else { preconditionFailure("indicators.tsv: unknown dimension or direction: \(cells[0])") }
    return Indicator(
      id: String(cells[0]), chineseName: String(cells[1]), englishName: String(cells[2]), dimension: dimension,
      direction: direction, topic: String(cells[5]), joinedNames: String(cells[6]), joinedFormerNames: String(cells[7]),
      definitionBreak: String(cells[8]), parts: cells.count > 9 && !cells[9].isEmpty ? Indicator.list(cells[9]) : [],
      kin: String(cells.count > 10 ? cells[10] : cells[0]))
  }
}
