import Archive
public import ArgumentParser
public import ReportReading

/// Which figures are meant, beyond the reports they stand in.
struct FigureFilter: ParsableArguments {
  @OptionGroup var indicators: IndicatorOptions

  @Option(help: "Only targets, or only outcomes.")
  var kind: FigureKind?

  @Option(help: "What the number measures; may be repeated.")
  var measure: [Measure] = []

  @Option(
    help: ArgumentHelp("Year for which figures hold, or first and last (a span: its last).", valueName: "y|a-b"))
  var period: YearRange?

  @Option(help: "Kind of the section; may be repeated.")
  var section: [SectionKind] = []

  /// Puts what is asked into a filter.
  func narrow(_ filter: inout Filter) {
    filter.indicators = indicators.indicator.isEmpty ? nil : indicators.indicator
    filter.kind = kind
    filter.measures = measure.isEmpty ? nil : measure
    filter.periods = period?.years
    filter.sectionKinds = section.isEmpty ? nil : section
  }
}

extension FigureKind: ExpressibleByArgument {}
extension Measure: ExpressibleByArgument {}
extension SectionKind: ExpressibleByArgument {}
extension DistrictLevel: ExpressibleByArgument {}
