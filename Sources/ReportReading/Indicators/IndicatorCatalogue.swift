internal import CTables

/// The known indicators and the rule by which a report's words name one of them.
///
/// Words name an indicator when they consist of nothing but scope words, one of its names, and measure words:
/// `全市规模以上工业增加值增速` is `全市` + `规模以上工业增加值` + `增速`. A part of a longer name is no match
/// (`第三产业增加值占地区生产总值比重` does not speak of the gross product), and likeness never counts: what the
/// catalogue does not know keeps its own words. Where several names fit, the longest wins.
public struct IndicatorCatalogue: Sendable {
  /// The catalogue that the program carries (`indicators.tsv`, `indicator-words.tsv`).
  public static let standard = IndicatorCatalogue(.standard, words: unsafe Table.rows(CTableIndicatorWords))

  /// Every indicator, in the order in which tables show them.
  public let all: [Indicator]

  private let places: [String: Int]
  /// The names of all indicators; the values are indices into ``meanings``.
  private let names: WordTrie
  private let meanings: FixedTable<Meaning>
  private let words: IndicatorWords
  /// The characters of which one has to be in words that are not searched as they stand.
  private let special: ScalarSet

  /// What a name of the catalogue means.
  private struct Meaning: BitwiseCopyable {
    /// Its place in ``all``.
    var indicator: Int
    var isFormer: Bool
  }

  /// A name found in words, with the scope words around it.
  private struct Found {
    var indicator: Int
    var isFormer: Bool
    var scopes: [IndicatorScope]
    /// Whether the words name a part of a sum.
    var isPart = false
    /// Whether the words name what a place yields to all levels of government.
    var isRaised = false
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

  /// Whether a word is an indicator's id or names one.
  public func names(_ word: String) -> Bool { self[word] != nil || match(word) != nil }

  /// What the words name.
  /// - Parameter indicator: a figure's indicator in simplified characters, as ``Figure/indicator`` holds it; a
  ///   part written `工业性投资(全社会固定资产投资其中)` takes the scope of its whole.
  /// - Returns: the indicator and the series of it, or nil where the catalogue does not know the words.
  public func match(_ indicator: String) -> Match? { find(Array(indicator.utf8)).map(match) }

  /// What the words name, where a figure of this measure and unit can speak of it.
  ///
  /// `出口300辆` names no amount of money and so is not `exports`.
  public func match(_ indicator: String, measure: Measure, unit: String) -> Match? {
    placedMatch(indicator, measure: measure, unit: unit)?.match
  }

  /// The same with the indicator's place in ``all``.
  package func placedMatch(_ indicator: String, measure: Measure, unit: String) -> (match: Match, place: Int)? {
    guard let found = find(Array(indicator.utf8)), all[found.indicator].dimension.admits(measure, unit: unit) else {
      return nil
    }
    return (match(found), found.indicator)
  }

  /// Whether words, in UTF-8, name an indicator.
  func knows(_ words: [UInt8]) -> Bool { find(words) != nil }

  private func match(_ found: Found) -> Match {
    let id = all[found.indicator].id
    if found.isRaised { return Match(id: id, qualifier: Self.raisedIn.description, scope: "") }
    var match = Match(id: id, scopes: found.scopes, isFormer: found.isFormer)
    if found.isPart { match.qualifier += match.qualifier.isEmpty ? "其中" : " 其中" }
    return match
  }

  private func find(_ indicator: [UInt8]) -> Found? {
    // Most have neither marks nor words with an equal, and begin with no place.
    if !holdsSpecial(indicator) { return search(indicator) }
    let phrase = IndicatorPhrase(indicator)
    guard let whole = phrase.whole else { return find(words: phrase.words) ?? find(raisedIn: phrase.words) }
    let completion = find(words: whole).flatMap { Self.partCompletions[all[$0.indicator].id] } ?? ""
    guard var found = find(words: phrase.words) ?? find(words: phrase.words + completion.utf8) else { return nil }
    if !found.scopes.contains(where: \.makesSeries) {
      found.scopes = words.leadingScopes(of: words.normalised(whole))
    }
    found.isPart = true
    return found
  }

  /// Whether words have a mark that is none, a character with which a word that has an equal begins, or `来`.
  private func holdsSpecial(_ indicator: [UInt8]) -> Bool {
    let special = special
    let text = indicator.span
    var at = 0
    while at < text.count {
      let (character, width) = text.character(at: at)
      if special.contains(character) { return true }
      at += width
    }
    return false
  }

  /// `来源于东莞的财政总收入`: what a place yields to all levels of government is its total revenue.
  private func find(raisedIn text: [UInt8]) -> Found? {
    guard text.hasText(Self.raisedIn, at: 0) else { return nil }
    var at = Self.raisedIn.utf8CodeUnitCount
    // The name of the place.
    for length in 1...6 {
      guard let (_, width) = text.scalar(at: at), at + width < text.count else { return nil }
      at += width
      guard length > 1, var found = find(words: Array(text[at...])),
        !found.scopes.contains(where: \.makesSeries)
      else { continue }
      found.isRaised = true
      return all[found.indicator].id == "fiscal_revenue" ? found : nil
    }
    return nil
  }

  private static let raisedIn: StaticString = "来源于"

  /// What a part of these totals leaves unsaid: `第三产业(地区生产总值其中)` is its value added.
  private static let partCompletions = [
    "gdp": "增加值", "fixed_asset_investment": "投资", "industrial_value_added_above_scale": "增加值",
  ]

  private func find(words text: [UInt8]) -> Found? { search(words.normalised(text)) }

  private func search(_ text: [UInt8]) -> Found? {
    // Not as parts of the catalogue, which the closure would copy.
    let (names, words) = (names, words)
    let starts = words.starts(of: text)
    // Found out where a name is found only.
    var ends: IndicatorEdges?
    var best: (name: Range<Int>, meaning: Int)?
    starts.forEachPosition { start in
      names.forEachMatch(in: text.span, at: start, limit: text.count) { meaning, end in
        guard end - start > best?.name.count ?? 0 else { return }
        if end < text.count {
          if ends == nil { ends = words.ends(of: text) }
          guard ends?.has(end) == true else { return }
        }
        best = (start..<end, meaning)
      }
    }
    guard let best else { return nil }
    var scopes = words.scopes(before: best.name.lowerBound, starts)
    if let scope = words.keptScope(of: text[best.name]) { scopes.append(scope) }
    if let ends { scopes += words.scopes(after: best.name.upperBound, ends) }
    let meaning = meanings[best.meaning]
    return Found(indicator: meaning.indicator, isFormer: meaning.isFormer, scopes: scopes)
  }

  /// - Parameters:
  ///   - rows: id, Chinese name, English name, dimension, direction, topic, names, former names, break, and, for some, parts and kin.
  ///   - words: word, role, value.
  init(rows: [[Substring]], words wordRows: [[Substring]]) { self.init(IndicatorList(rows: rows), words: wordRows) }

  private init(_ list: IndicatorList, words wordRows: [[Substring]]) {
    let words = IndicatorWords(rows: wordRows)
    all = list.all
    places = list.places
    // By bytes, as everywhere here: the rules by which strings are equal take longer than all the rest.
    var meanings: [[UInt8]: Meaning] = [:]
    for (place, indicator) in all.enumerated() {
      let names = indicator.names.map { ($0, false) } + indicator.formerNames.map { ($0, true) }
      for (name, isFormer) in names {
        meanings[words.normalised(Array(name.utf8))] = Meaning(indicator: place, isFormer: isFormer)
      }
    }
    // A share is one also where the word for it is left out: `民生支出占一般公共预算支出75%`.
    for (name, meaning) in meanings where Self.isShare(name) {
      let short = Array(name.dropLast(Self.share.utf8CodeUnitCount))
      if meanings[short] == nil { meanings[short] = meaning }
    }
    let entries = meanings.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    names = WordTrie(entries.enumerated().map { (Substring(decoding: $1.key, as: UTF8.self), $0) })
    self.meanings = FixedTable(entries.map(\.value))
    self.words = words
    special = ScalarSet(
      IndicatorPhrase.marks.members + words.replaced.members
        + Self.raisedIn.description.unicodeScalars.prefix(1).map(\.value))
  }

  /// `民生支出占一般公共预算支出比重`
  private static func isShare(_ name: [UInt8]) -> Bool {
    name.hasText(share, at: name.count - share.utf8CodeUnitCount) && name.indices.contains { name.hasText("占", at: $0) }
  }

  private static let share: StaticString = "比重"
}

extension IndicatorCatalogue.Match {
  fileprivate init(id: String, scopes: [IndicatorScope], isFormer: Bool) {
    if scopes.isEmpty {
      self.init(id: id, qualifier: "", isFormerDefinition: isFormer)
      return
    }
    self.init(
      id: id, qualifier: scopes.map(\.word).joined(separator: " "),
      scope: scopes.filter(\.makesSeries).map(\.word).joined(separator: " "), isFormerDefinition: isFormer)
  }
}
