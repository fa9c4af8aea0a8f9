internal import ReportReading

/// The catalogue of indicators as the archive uses it: the one place that knows where it comes from.
enum Catalogue {
  /// In the catalogue's order.
  static var all: [Indicator] { IndicatorList.standard.all }

  /// The indicator of an id.
  static func indicator(_ id: String) -> Indicator? { IndicatorList.standard[id] }

  /// The place of an indicator in ``all``; behind all for an id that it does not have.
  static func place(of id: String) -> Int { IndicatorList.standard.place(of: id) ?? .max }

  /// The known indicator that a figure speaks of.
  struct PlacedMatch {
    var match: IndicatorCatalogue.Match
    /// The place of the indicator in ``all``.
    var place: Int

    /// Adds what the sentence says of the scope, where the indicator's words do not say it already.
    mutating func add(_ scope: String) {
      if match.scope.contains(scope) { return }
      match.qualifier += (match.qualifier.isEmpty ? "" : " ") + scope
      match.scope += (match.scope.isEmpty ? "" : " ") + scope
    }
  }

  /// The known indicator that a figure speaks of.
  /// - Parameter text: the report's, whose sentence may tell of growth at constant prices, or of a part of the year.
  /// - Parameter isOfZone: whether the report is itself that of a zone, of which it tells no part.
  static func match(_ figure: Figure, in text: [UInt8], isOfZone: Bool = false) -> PlacedMatch? {
    guard
      case (let match, let place)? = IndicatorCatalogue.standard.placedMatch(
        figure.indicator, measure: figure.measure, unit: figure.unit)
    else { return nil }
    var placed = PlacedMatch(match: match, place: place)
    if figure.measure == .change, let growth = GrowthWords.standard.scope(of: figure.source, in: text, of: all[place]) {
      placed.add(growth)
    }
    if figure.measure != .rank, let part = YearPart.scope(of: figure.source, in: text) { placed.add(part) }
    if !isOfZone, all[place].dimension == .money, !namesPlace(match.scope),
      let zone = PlaceScope.scope(of: figure.source, in: text, isProduct: match.id == "gdp")
    {
      placed.add(zone)
    }
    return placed
  }

  /// Whether a scope is that of a part of the unit already.
  private static func namesPlace(_ scope: String) -> Bool {
    !scope.isEmpty && scope.unicodeScalars.contains { $0 == "区" || $0 == "园" || $0 == "县" || $0 == "镇" || $0 == "城" }
  }

  /// The id that a person's words mean: an id, a catalogue name, or any name of an indicator that narrows it in no way.
  static func id(_ words: String) -> String? {
    if let known = indicator(words) { return known.id }
    guard let match = IndicatorCatalogue.standard.match(words), match.scope.isEmpty else { return nil }
    return match.id
  }
}
