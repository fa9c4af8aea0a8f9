import Foundation
import Testing

@testable import duibiao

@Suite struct ExportTests {
  @Test func everyQuoteStandsAtItsPlace() throws {
    let records = try #require(CSVReader.records(try Samples.duibiao(["export"]).output))
    #expect(records.count > 100)
    for record in records where record["source"]?.hasSuffix("gb18030.txt") == false {
      let name = URL(fileURLWithPath: record["source"] ?? "").lastPathComponent
      let bytes = try Samples.bytes(name)
      let start = try #require(Int(record["start"] ?? ""))
      let end = try #require(Int(record["end"] ?? ""))
      #expect(String(decoding: bytes[start..<end], as: UTF8.self) == record["quote"])
    }
  }

  @Test(arguments: ["figures", "reports", "sections", "outcomes"])
  func csvFollowsTheRules(_ noun: String) throws {
    let text = try Samples.duibiao(["export", noun]).output
    #expect(CSVReader.records(text)?.isEmpty == false)
    let spreadsheet = try Samples.duibiao(["export", noun, "--spreadsheet"]).output
    #expect(spreadsheet.hasPrefix("\u{FEFF}"))
    #expect(CSVReader.records(String(spreadsheet.unicodeScalars.dropFirst())) != nil)
  }

  @Test func csvAndJSONSayTheSame() throws {
    let csv = try #require(CSVReader.records(try Samples.duibiao(["export"]).output))
    let lines = try Samples.duibiao(["export", "--format", "json"]).output.split(separator: "\n")
    #expect(csv.count == lines.count)
    for (record, line) in zip(csv, lines) {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object["figure_id"] as? String == record["figure_id"])
      #expect(object["quote"] as? String == record["quote"])
      #expect(object["unit"] as? String ?? "" == record["unit"])
    }
  }

  @Test func aFileIsWrittenWholeOrNotAtAll() throws {
    let work = try WorkFolder()
    let archive = try Samples.archive.get().at("archive.sqlite")
    #expect(try work.duibiao("export", "--archive", archive, "--output", "out.csv").status == 0)
    #expect(try work.bytes(of: "out.csv") == Array(Samples.duibiao(["export"]).output.utf8))
    #expect(try work.names() == ["out.csv"])
    #expect(try work.duibiao("export", "--archive", archive, "--output", "no/out.csv").status == 73)
    #expect(try work.duibiao("export", "--archive", archive, "--output", ".").status == 73)
    #expect(try work.duibiao("export", "--archive", archive, "--output", "-").output.hasPrefix("figure_id,"))
    #expect(try work.names() == ["out.csv"])
  }

  @Test func theArchiveIsNotOverwritten() throws {
    let work = try Samples.archive.get()
    let before = try work.bytes(of: "archive.sqlite")
    let run = try work.duibiao(
      "export", "--output", "../" + URL(fileURLWithPath: work.path).lastPathComponent + "/archive.sqlite")
    #expect(run.status == ExitReason.usage.rawValue)
    #expect(try work.bytes(of: "archive.sqlite") == before)
  }

  @Test(arguments: ["export", "reports", "search 养老", "history 嘉善县", "show jiashan-2020.txt", "--help"])
  func aClosedPipeIsQuiet(_ command: String) throws {
    let run = try Samples.archive.get().shell(
      "{ sleep 0.1; \"$duibiao\" \(command); echo status $? >&2; } | true")
    #expect(run.errors == "status 0\n")
  }

  @Test(arguments: ["export", "reports", "search 养老", "history 嘉善县", "show jiashan-2021.txt"])
  func aFullDiskIsTold(_ command: String) throws {
    let run = try Samples.archive.get().shell("\"$duibiao\" \(command) >/dev/full")
    #expect(run.status == ExitReason.inputOutput.rawValue)
    #expect(run.errors.contains("standard output: the disk is full"))
  }
}
