import Foundation
import Testing

@testable import duibiao

/// The commands that ask an archive, on the sample reports.
@Suite struct QuestionTests {
  @Test(arguments: [
    ["history", "嘉善县", "--indicator", "gdp"], ["history", "330421", "--year", "2019-2020"],
    ["compare", "嘉善县", "--years", "2019,2020"], ["compare", "--districts", "嘉善县,南汇区", "--year", "2020"],
    ["track", "嘉善县"], ["track", "嘉善县", "--all", "--verdict", "missed", "--format", "csv"],
    ["reports", "--district", "南汇区"], ["search", "养老床位"], ["search", "亩"], ["indicators"], ["check"],
    ["export", "--district", "嘉善县", "--year", "2020"], ["export", "outcomes"], ["export", "sections"],
  ])
  func areAnswered(_ arguments: [String]) throws {
    let run = try Samples.duibiao(arguments)
    #expect(run.status == 0, "\(run.errors)")
    #expect(!run.output.isEmpty)
  }

  @Test(arguments: [
    ["reports", "--year", "1950"], ["export", "--year", "1950"], ["history", "嘉善县", "--year", "1950"],
    ["history", "嘉善县", "--indicator", "航天器发射"], ["compare", "嘉善县", "--years", "1951,1952"],
    ["search", "航天器发射"], ["show", "nowhere.txt"], ["history", "玄武区"],
    ["track", "嘉善县", "--indicator", "航天器发射"],
  ])
  func withoutAnAnswerSaySo(_ arguments: [String]) throws {
    let run = try Samples.duibiao(arguments)
    #expect(run.status == ExitReason.unavailable.rawValue)
    #expect(run.errorLines.last?.hasPrefix("duibiao: ") == true)
    // The header of an export is no row.
    #expect(run.output.split(whereSeparator: \.isNewline).count <= 1)
  }

  @Test func historyTellsTargetsFromOutcomes() throws {
    let lines = try Samples.duibiao(["history", "嘉善县", "--indicator", "gdp"]).output.split(separator: "\n")
    #expect(lines.contains { $0.contains("地区生产总值") && $0.contains(" target ") && $0.contains("6.5%左右") })
    #expect(lines.contains { $0.contains("地区生产总值") && $0.contains(" outcome ") && $0.contains("7.3%") })
  }

  @Test(arguments: [
    ["history", "嘉善县"], ["compare", "嘉善县", "--years", "2019,2020"], ["show", "jiashan-2021.txt"],
    ["track", "嘉善县"],
  ])
  func areOneJSONDocument(_ arguments: [String]) throws {
    let text = try Samples.duibiao(arguments + ["--format", "json"]).output
    #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any])
  }

  @Test(arguments: [["reports"], ["export"], ["export", "outcomes"], ["search", "养老"], ["indicators"]])
  func areOneJSONObjectALine(_ arguments: [String]) throws {
    let text = try Samples.duibiao(arguments + ["--format", "json"]).output
    #expect(!text.isEmpty)
    for line in text.split(separator: "\n") {
      #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
    }
  }

  @Test func everyReportIsShown() throws {
    let reports = try #require(CSVReader.records(try Samples.duibiao(["export", "reports"]).output))
    for report in reports {
      let name = URL(fileURLWithPath: report["source"] ?? "").lastPathComponent
      for word in [name, report["report"] ?? ""] {
        let page = try Samples.duibiao(["show", word])
        #expect(page.status == 0)
        #expect(page.output.contains(report["source"] ?? "?"))
        #expect(page.output.contains("sections\n"))
      }
    }
  }

  @Test func aNameForSeveralReportsListsThem() throws {
    let run = try Samples.duibiao(["show", ".txt"])
    #expect(run.status == ExitReason.usage.rawValue)
    #expect(run.errors.contains("which report?"))
  }

  @Test func anAmbiguousNameListsItsCandidates() throws {
    let work = try WorkFolder()
    for (name, district) in [("a.txt", "320106"), ("b.txt", "福建省福州市鼓楼区")] {
      try work.write(Samples.report("鼓楼区", growth: name), to: name)
      #expect(try work.duibiao("ingest", name, "--district", district).status == 0)
    }
    for command in ["history 鼓楼区", "reports --district 鼓楼区", "compare 鼓楼区 --years 2019,2020"] {
      let run = try work.shell("\"$duibiao\" \(command)")
      #expect(run.status == ExitReason.usage.rawValue)
      #expect(run.errors.contains("江苏省南京市鼓楼区 (320106)") && run.errors.contains("福建省福州市鼓楼区 (350102)"))
      #expect(run.errorLines.count == 1)
    }
    #expect(try work.duibiao("reports", "--district", "南京市鼓楼区").status == 0)
    #expect(try work.duibiao("reports", "--district", "320106").status == 0)
  }
}
