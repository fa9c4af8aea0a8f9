import Archive
import ArgumentParser
import ReportReading

/// Which archive, and how much to say; accepted by every command.
struct ArchiveOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The archive (else $DUIBIAO_ARCHIVE, else archive.sqlite).", valueName: "file"))
  var archive: String?

  @Option(
    help: ArgumentHelp("How long to wait for another process that holds the archive.", valueName: "seconds"))
  var wait: Double?

  @Flag(help: "Check all of the archive before using it, as one from a stranger should be.")
  var verify = false

  @Flag(name: .shortAndLong, help: "Leave out notes and progress; errors are still told.")
  var quiet = false

  var path: String {
    if let archive, !archive.isEmpty { return archive }
    if let path = Environment.value("DUIBIAO_ARCHIVE"), !path.isEmpty { return path }
    return "archive.sqlite"
  }

  var console: Console { Console(isQuiet: quiet) }

  /// How long to wait for another process.
  var patience: Duration { wait.map { .seconds($0) } ?? Archive.patience }

  /// A day is as good as for ever, and every number below is one that a clock can take.
  func validate() throws {
    if let wait, !(0...86_400).contains(wait) { throw ValidationError("--wait takes seconds, from 0 to 86400.") }
  }

  func reader() throws -> ArchiveReader {
    let archive = try ArchiveReader(path: path, patience: patience)
    if verify {
      let problems = try archive.check().problems
      guard problems.isEmpty else {
        throw Failure(
          .config, "\(path): \(problems.count) promises do not hold; `duibiao check` lists them, do not use this file")
      }
    }
    return archive
  }

  /// Checks an archive that is to be written to, where that is asked for.
  func verifyBeforeWriting() throws {
    guard verify else { return }
    do {
      _ = try reader()
    } catch let error as ArchiveError where error.code == .notFound {
      // It will be made.
    }
  }
}

/// Which reports are meant.
struct ReportFilter: ParsableArguments {
  @Option(help: ArgumentHelp("Name (金山区), path of names (上海市金山区) or code of a unit; may be repeated.", valueName: "d"))
  var district: [String] = []

  @Option(help: ArgumentHelp("Year of the reports (2020), or first and last year (2001-2020).", valueName: "y|a-b"))
  var year: YearRange?

  @Option(help: ArgumentHelp("Units below one (浙江省, 嘉兴市 or a code); may be repeated.", valueName: "d"))
  var within: [String] = []

  @Option(help: "Level of the unit; may be repeated.")
  var level: [DistrictLevel] = []

  /// The filter for the archive's questions.
  func filter(in archive: borrowing ArchiveReader) throws -> Filter {
    var filter = Filter(
      districts: district.isEmpty ? nil : try district.map { try archive.district($0) }, years: year?.years)
    filter.parents = within.isEmpty ? nil : within
    filter.levels = level.isEmpty ? nil : level
    return filter
  }

  /// Whether it asks for less than everything.
  var isRestricting: Bool { !district.isEmpty || year != nil || !within.isEmpty || !level.isEmpty }
}

/// Which indicators are meant.
struct IndicatorOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Id (gdp) or words (地区生产总值) of an indicator; may be repeated.", valueName: "i"))
  var indicator: [String] = []

  /// What to say of words that the catalogue does not know, where nothing was found; empty where it knows them all.
  var hint: String {
    indicator.filter { !IndicatorCatalogue.standard.names($0) }.map { word in
      let like = Likeness.near(word, among: IndicatorList.standard.all.flatMap { [$0.id, $0.chineseName] })
      let guess = like.isEmpty ? "" : "did you mean \(like.joined(separator: ", "))? "
      return "; \(word) is no indicator of the catalogue: \(guess)`duibiao indicators` lists them"
    }.joined()
  }
}

/// What a table of figures shows beyond the trusted ones.
struct TableOptionsGroup: ParsableArguments {
  @Flag(help: "Show every indicator, also what the report states once only, in its own words.")
  var all = false

  @Flag(help: "Show also figures that cannot be trusted as printed, marked by a question mark.")
  var suspect = false

  func options(_ indicators: IndicatorOptions, _ format: Format) -> TableOptions {
    var options = TableOptions()
    options.indicators = indicators.indicator.isEmpty ? nil : indicators.indicator
    options.includesFlagged = suspect
    // Who names an indicator wants to see it, however often it is stated.
    options.includesSingle = all || !indicators.indicator.isEmpty
    options.isHeadlineOnly = !options.includesSingle
    options.includesPassages = format != .table
    return options
  }
}

extension ArchiveReader {
  /// The unit that a person names.
  /// - Throws: ``Failure`` where there is none or more than one, with what to type instead.
  borrowing func district(_ name: String) throws -> District {
    switch try resolve(district: name) {
    case .found(let district): return district
    case .ambiguous(let candidates):
      let list = candidates.map { $0.code.isEmpty ? $0.path : "\($0.path) (\($0.code))" }.joined(separator: ", ")
      throw Failure(.usage, "\(name): several units have this name: \(list); give the path of names or the code")
    case .notFound(let nearest, let below):
      let hint =
        !nearest.isEmpty
        ? "did you mean \(nearest.joined(separator: ", "))?"
        : below.isEmpty
          ? "`duibiao reports` lists what there is" : "below it there are those of \(below.joined(separator: ", "))"
      throw Failure(.unavailable, "\(name): no report of this unit in \(path); \(hint)")
    }
  }
}
