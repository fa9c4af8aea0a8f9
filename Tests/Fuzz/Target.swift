import Archive
import ReportReading

/// What is fuzzed: each stage of reading, the whole, and the archive with what people and files give it.
///
/// A target runs one input and ends the program where a promise does not hold.
enum Target {
  case stage(ReadingStage)
  /// A file through the reader.
  case whole
  /// A file through the reader into an archive, and the archive's own check.
  case store
  /// A damaged archive: opened, asked everything, checked, written to.
  case archive
  /// An archive with rows of somebody else's making, treated alike.
  case values
  /// Words of a person: search, districts, names of reports.
  case ask

  static let names = ReadingStage.allCases.map(\.rawValue) + ["whole", "store", "archive", "values", "ask"]

  init?(_ name: String) {
    switch name {
    case "whole": self = .whole
    case "store": self = .store
    case "archive": self = .archive
    case "values": self = .values
    case "ask": self = .ask
    default:
      guard let stage = ReadingStage(rawValue: name) else { return nil }
      self = .stage(stage)
    }
  }

  func run(_ data: [UInt8]) {
    switch self {
    case .stage(let stage): if let result = try? stage.run(data) { Promises.check(result) }
    case .whole: if let report = try? ReportReader().read(data) { Promises.check(report) }
    case .store: ArchiveTarget.store(data)
    case .archive: ArchiveTarget.open(edits: data)
    case .values: ArchiveTarget.hold(edits: data)
    case .ask: ArchiveTarget.ask(String(decoding: data, as: UTF8.self))
    }
  }
}

/// What holds for every result of reading.
enum Promises {
  static func check(_ report: Report) {
    check(
      report.text.bytes, report.sections, report.figures, report.district.evidence + report.year.evidence)
    require(report.words?.texts.count == report.sections.count, "words for each section")
  }

  static func check(_ result: ReadingStage.Result) {
    check(result.text.bytes, result.sections, result.figures, result.evidence)
  }

  private static func check(_ text: [UInt8], _ sections: [Section], _ figures: [Figure], _ evidence: [Evidence]) {
    require(String(validating: text, as: UTF8.self) != nil, "text is UTF-8")
    for (index, section) in sections.enumerated() {
      checkPlace(section.source, text, "section")
      checkPlace(section.sourceHeading, text, "heading")
      guard let parent = section.parent else { continue }
      require(parent < index, "a parent stands before its children")
      let outer = sections[parent].source
      require(
        outer.lowerBound <= section.source.lowerBound && section.source.upperBound <= outer.upperBound,
        "a section lies in its parent")
    }
    for figure in figures {
      checkPlace(figure.source, text, "figure")
      require(sections.indices.contains(figure.section), "a figure has a section")
      let section = sections[figure.section].source
      require(
        section.lowerBound <= figure.source.lowerBound && figure.source.upperBound <= section.upperBound,
        "a figure lies in its section")
    }
    for evidence in evidence where evidence.rule != "given" {
      checkPlace(evidence.source, text, "evidence")
      require(Array(evidence.quote.utf8)[...] == text[evidence.source], "evidence is quoted as printed")
    }
  }

  private static func checkPlace(_ range: Range<Int>, _ text: [UInt8], _ what: String) {
    require(range.lowerBound >= 0 && range.upperBound <= text.count, "\(what) lies in the text")
    for end in [range.lowerBound, range.upperBound] where end < text.count {
      require(text[end] & 0xC0 != 0x80, "\(what) ends between characters")
    }
  }

  static func require(_ holds: Bool, _ promise: @autoclosure () -> String) {
    if !holds { fatalError("promise broken: \(promise())") }
  }
}
