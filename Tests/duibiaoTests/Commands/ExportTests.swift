import Archive
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

  @Test(arguments: ["figures", "reports", "sections", "outcomes", "indicators"])
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

  @Test func numbersAndListsAreTypedInJSON() throws {
    let lines = try Samples.duibiao(["export", "--format", "json", "--kind", "target"]).output.split(separator: "\n")
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object.keys.count == ExportTable.figures.columns.count)
      #expect(object["start"] is Int)
      #expect(object["low"] is NSNumber || object["low"] is NSNull)
      #expect(object["flags"] is [String])
      #expect(object["former_definition"] is Bool)
    }
  }

  @Test func reportsAreListedAsTheyAreExported() throws {
    for format in ["csv", "json"] {
      let list = try Samples.duibiao(["reports", "--format", format]).output
      #expect(try Samples.duibiao(["export", "reports", "--format", format]).output == list)
    }
  }

  @Test func filtersAreThoseOfSearchToo() throws {
    let figures = try Samples.duibiao(["export", "--within", "浙江省", "--kind", "target", "--indicator", "gdp"])
    #expect(figures.status == 0)
    let records = try #require(CSVReader.records(figures.output))
    #expect(Set(records.map { $0["district"] }) == ["嘉善县"])
    let search = try Samples.duibiao([
      "search", "增长", "--within", "浙江省", "--kind", "target", "--indicator", "gdp", "--format", "json",
    ])
    let found = search.output.split(separator: "\n").count
    #expect(found > 0 && found <= Set(records.map { "\($0["source"] ?? "") \($0["section"] ?? "")" }).count)
    #expect(try Samples.duibiao(["search", "增长", "--section", "glossary"]).status == 69)
    #expect(try Samples.duibiao(["export", "--kind", "both"]).status == 64)
  }

  @Test func theWideFormHasYearsAcross() throws {
    let wide = try #require(CSVReader.records(try Samples.duibiao(["export", "--wide", "--district", "嘉善县"]).output))
    let growth = try #require(
      wide.first { $0["indicator_id"] == "gdp" && $0["measure"] == "change" && $0["kind"] == "target" })
    #expect(growth["2019"] == "7.5" && growth["2020"] == "6.5" && growth["2018"] == "")
    #expect(growth["unit"] == "%" && growth["span"] == "false")
    let history = try Samples.duibiao(["history", "嘉善县", "--all", "--format", "csv"]).output
    let years = Set(try #require(CSVReader.records(history)).compactMap { $0["year"] })
    #expect(Set((wide.first ?? [:]).keys.filter { Int($0) != nil }) == years)
    let text = try Samples.duibiao(["export", "--wide", "--cells", "text", "--district", "嘉善县"]).output
    #expect(text.contains("6.5%左右") && text.contains("≥8%"))
    let lines = try Samples.duibiao(["export", "--wide", "--format", "json"]).output.split(separator: "\n")
    let object = try #require(try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(object["indicator"] is String && object["span"] is Bool)
  }

  @Test(arguments: [
    "export sections --wide", "export --cells text", "export --package p --wide", "export --package p --output o",
    "export --format json --spreadsheet",
  ])
  func optionsThatContradictAreRefused(_ command: String) throws {
    let work = try WorkFolder()
    #expect(try work.shell("\"$duibiao\" \(command)").status == 64)
    #expect(try work.names().isEmpty)
  }

  @Test func aPackageDescribesItsFiles() throws {
    let work = try WorkFolder()
    let archive = try Samples.archive.get().at("archive.sqlite")
    #expect(try work.duibiao("export", "--package", "p/", "--archive", archive).status == 0)
    #expect(try work.names() == ["p"])
    let data = Data(try work.bytes(of: "p/datapackage.json"))
    let package = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.compactMap { $0["name"] as? String } == ExportTable.allCases.map(\.rawValue))
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let bytes = try work.bytes(of: "p/" + path)
      #expect(resource["bytes"] as? Int == bytes.count)
      var digest = ContentDigest()
      digest.update(bytes)
      #expect(resource["hash"] as? String == "sha256:" + digest.hexadecimal)
      let rows = try #require(CSVReader.rows(String(decoding: bytes, as: UTF8.self)))
      #expect(resource["rows"] as? Int == rows.count - 1)
      let schema = try #require(resource["schema"] as? [String: Any])
      #expect((schema["fields"] as? [[String: Any]])?.compactMap { $0["name"] as? String } == rows[0])
    }
    #expect(try work.bytes(of: "p/figures.csv") == Array(Samples.duibiao(["export"]).output.utf8))
  }

  @Test func aPackageReplacesOnlyAPackage() throws {
    let work = try WorkFolder()
    let archive = try Samples.archive.get().at("archive.sqlite")
    func export(_ folder: String, _ more: String...) throws -> Int32 {
      try work.shell("\"$duibiao\" export --archive '\(archive)' --package \(folder) \(more.joined(separator: " "))")
        .status
    }
    #expect(try export("p") == 0)
    #expect(try export("p", "--year", "2012", "figures") == 0)
    #expect(try work.names() == ["p"])
    #expect(!work.exists("p/reports.csv") && work.exists("p/figures.csv"))
    try work.write("mine", to: "q/notes.txt")
    #expect(try export("q") == 73)
    try work.write("mine", to: "r")
    #expect(try export("r") == 73)
    #expect(try export("no/p") == 73)
    #expect(try export("p", "--district", "某县") == 69)
    #expect(try work.names() == ["p", "q", "r"])
    #expect(work.exists("p/figures.csv") && work.exists("q/notes.txt"))
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
