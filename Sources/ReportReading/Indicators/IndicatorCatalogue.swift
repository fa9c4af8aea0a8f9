internal import CTables

/// The known indicators and the rule by which a report's words name one of them.
///
/// Words name an indicator when they consist of nothing but scope words, one of its names, and measure words:
/// `全市规模以上工业增加值增速` is `全市` + `规模以上工业增加值` + `增速`. A part of a longer name is no match
/// (`第三产业增加值占地区生产总值比重` does not speak of the gross product), and likeness never counts: what the
/// catalogue does not know keeps its own words. Where several names fit, the longest wins.
public struct IndicatorCatalogue: Sendable {
  /// The catalogue that the program carries (`indicators.tsv`, `indicator-words.tsv`).
  public static let standard = IndicatorCatalogue(
    rows: unsafe Table.rows(CTableIndicators), words: unsafe Table.rows(CTableIndicatorWords))

  /// Every indicator, in the order in which tables show them.
  public let all: [Indicator]

  private let places: [String: Int]
  private let names: [[UInt8]: Name]
  private let words: IndicatorWords

  private struct Name {
    var indicator: Int
    var isFormer: Bool
  }

  /// What a report's words for an indicator mean.
  public struct Match: Sendable, Equatable {
    /// The catalogue's id.
    public var id: String
    /// The scope words that the report puts around the name (`属地`, `在地`, `市级`, `新增`, `全市`; `其中` for a part of a
    /// sum), in its order, separated by a space.
    public var qualifier: String
    /// Those of them that make another series of the indicator (`在地`, `市级`, `新增`); empty for the unit's own
    /// statistics, whether words say so (`全市`, `属地`) or not.
    public var scope: String
    /// Whether the name belongs to the indicator's former definition (`农民人均纯收入`).
    public var isFormerDefinition: Bool

    public init(id: String, qualifier: String, scope: String? = nil, isFormerDefinition: Bool = false) {
      self.id = id
      self.qualifier = qualifier
      self.scope = scope ?? qualifier
      self.isFormerDefinition = isFormerDefinition
    }
  }

  /// The indicator of an id.
  public subscript(id: String) -> Indicator? { places[id].map { all[$0] } }

  /// The place of an indicator in ``all``, by which tables sort.
  public func place(of id: String) -> Int? { places[id] }

  /// What the words name.
  /// - Parameter indicator: a figure's indicator in simplified characters, as ``Figure/indicator`` holds it; a
  ///   part written `工业性投资(全社会固定资产投资其中)` takes the scope of its whole.
  /// - Returns: the indicator and the series of it, or nil where the catalogue does not know the words.
  public func match(_ indicator: String) -> Match? {
    let name = IndicatorPhrase(indicator)
    guard let whole = name.whole else { return match(words: name.words) ?? match(raisedIn: name.words) }
    let outer = match(words: whole)
    let completion = outer.flatMap { Self.partCompletions[$0.id] } ?? ""
    guard var match = match(words: name.words) ?? match(words: name.words + completion) else { return nil }
    if match.scope.isEmpty {
      let scopes = words.leadingScopes(of: words.normalised(Array(whole.utf8)))
      match = Match(id: match.id, scopes: scopes, isFormer: match.isFormerDefinition)
    }
    match.qualifier += match.qualifier.isEmpty ? "其中" : " 其中"
    return match
  }

  /// What the words name, where a figure of this measure and unit can speak of it.
  ///
  /// `出口300辆` names no amount of money and so is not `exports`.
  public func match(_ indicator: String, measure: Measure, unit: String) -> Match? {
    guard let match = match(indicator), let known = self[match.id],
      known.dimension.admits(measure, unit: unit)
    else { return nil }
    return match
  }

  /// `来源于东莞的财政总收入`: what a place yields to all levels of government is its total revenue.
  private func match(raisedIn words: String) -> Match? {
    guard words.hasPrefix(Self.raisedIn) else { return nil }
    let rest = words.dropFirst(Self.raisedIn.count)
    // The name of the place.
    for length in 2...6 where rest.count > length {
      guard let match = match(words: String(rest.dropFirst(length))), match.scope.isEmpty else { continue }
      return match.id == "fiscal_revenue" ? Match(id: match.id, qualifier: Self.raisedIn, scope: "") : nil
    }
    return nil
  }

  private static let raisedIn = "来源于"

  /// What a part of these totals leaves unsaid: `第三产业(地区生产总值其中)` is its value added.
  private static let partCompletions = [
    "gdp": "增加值", "fixed_asset_investment": "投资", "industrial_value_added_above_scale": "增加值",
  ]

  private func match(words text: String) -> Match? {
    let bytes = words.normalised(Array(text.utf8))
    let (starts, ends) = words.edges(of: bytes)
    var best: (length: Int, start: Int, end: Int, name: Name)?
    for start in starts.keys.sorted() {
      for end in ends.keys where end > start && end - start > best?.length ?? 0 {
        if let name = names[Array(bytes[start..<end])] { best = (end - start, start, end, name) }
      }
    }
    guard let best, let before = starts[best.start], let after = ends[best.end] else { return nil }
    let kept = words.keptScope(of: Array(bytes[best.start..<best.end]))
    return Match(
      id: all[best.name.indicator].id, scopes: before + kept + after, isFormer: best.name.isFormer)
  }

  /// - Parameters:
  ///   - rows: id, Chinese name, English name, dimension, direction, topic, names, former names, break.
  ///   - words: word, role, value.
  init(rows: [[Substring]], words wordRows: [[Substring]]) {
    let words = IndicatorWords(rows: wordRows)
    all = rows.map(Self.indicator)
    places = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.id, $0) })
    var names: [[UInt8]: Name] = [:]
    for (place, indicator) in all.enumerated() {
      for name in indicator.names {
        names[words.normalised(Array(name.utf8))] = Name(indicator: place, isFormer: false)
      }
      for name in indicator.formerNames {
        names[words.normalised(Array(name.utf8))] = Name(indicator: place, isFormer: true)
      }
    }
    self.names = names
    self.words = words
  }

  private static func indicator(_ cells: [Substring]) -> Indicator {
    precondition(cells.count == 9, "indicators.tsv: nine columns are needed: \(cells)")
    guard let dimension = Indicator.Dimension(rawValue: String(cells[3])),
      let direction = Indicator.Direction(rawValue: String(cells[4]))
    else { preconditionFailure("indicators.tsv: unknown dimension or direction: \(cells[0])") }
    return Indicator(
      id: String(cells[0]), chineseName: String(cells[1]), englishName: String(cells[2]), dimension: dimension,
      direction: direction, topic: String(cells[5]), names: cells[6].split(separator: "|").map(String.init),
      formerNames: cells[7].split(separator: "|").map(String.init), definitionBreak: String(cells[8]))
  }
}

extension IndicatorCatalogue.Match {
  fileprivate init(id: String, scopes: [IndicatorScope], isFormer: Bool) {
    self.init(
      id: id, qualifier: scopes.map(\.word).joined(separator: " "),
      scope: scopes.filter(\.makesSeries).map(\.word).joined(separator: " "), isFormerDefinition: isFormer)
  }
}
