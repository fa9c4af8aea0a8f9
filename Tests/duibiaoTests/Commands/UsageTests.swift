import Testing

@testable import duibiao

/// What is wrong in the command line itself.
@Suite struct UsageTests {
  @Test(arguments: [
    ["nonsense"], ["ingest"], ["ingest", "x", "--jobs", "0"], ["ingest", "x", "--year", "20"],
    ["ingest", "x", "--district", ""], ["reports", "--format", "xml"], ["reports", "--year", "2007-2001"], ["show"],
    ["show", "x", "--format", "csv"], ["history"], ["compare"], ["compare", "金山区"],
    ["compare", "金山区", "--years", "2001"],
    ["compare", "--districts", "金山区", "--year", "2001"], ["compare", "金山区", "--years", "2001,x"],
    ["compare", "金山区", "--districts", "a,b", "--year", "2001"], ["search"], ["search", " "],
    ["search", "x", "--limit", "0"], ["export", "everything"], ["export", "--format", "json", "--spreadsheet"],
    ["export", "--kind", "both"],
  ])
  func isTold(_ arguments: [String]) throws {
    let run = try WorkFolder().shell("\"$duibiao\" " + arguments.map { "'\($0)'" }.joined(separator: " "))
    #expect(run.status == ExitReason.usage.rawValue)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("duibiao: "))
  }

  @Test(arguments: [
    [], ["ingest"], ["reports"], ["show"], ["history"], ["compare"], ["search"], ["indicators"], ["export"], ["check"],
  ])
  func everyCommandHasHelpWithAnExample(_ command: [String]) throws {
    let run = try WorkFolder().shell((["\"$duibiao\""] + command + ["--help"]).joined(separator: " "))
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.contains("\n  duibiao "))
    if !command.isEmpty { #expect(run.output.contains("--archive")) }
  }
}
