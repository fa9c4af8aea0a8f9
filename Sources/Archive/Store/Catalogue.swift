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
  /// - Parameter text: the report's, whose sentence may tell of growth at constant prices, or of a part of the year.
  /// - Parameter isOfZone: whether the report is itself that of a zone, of which it tells no part.
  static func match(_ figure: Figure, in text: [UInt8], isOfZone: Bool = false) -> IndicatorCatalogue.Match? {
    let catalogue = IndicatorCatalogue.standard
    guard var match = catalogue.match(figure.indicator, measure: figure.measure, unit: figure.unit) else { return nil }
    var scopes: [String] = []
    if figure.measure == .change, let indicator = catalogue[match.id],
      let growth = GrowthWords.standard.scope(of: figure.source, in: text, of: indicator)
    {
      scopes.append(growth)
    }
    if figure.measure != .rank, let part = YearPart.scope(of: figure.source, in: text) { scopes.append(part) }
    if !isOfZone, catalogue[match.id]?.dimension == .money, !namesPlace(match.scope),
      let place = PlaceScope.scope(of: figure.source, in: text, isProduct: match.id == "gdp")
    {
      scopes.append(place)
    }
    for scope in scopes where !match.scope.contains(scope) {
      match.qualifier += (match.qualifier.isEmpty ? "" : " ") + scope
      match.scope += (match.scope.isEmpty ? "" : " ") + scope
    }
    return match
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
