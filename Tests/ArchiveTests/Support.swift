import Glibc
import ReportReading
import SQLite

@testable import Archive

/// A folder that is gone when the value is.
final class TemporaryFolder {
  let path: String

  init() {
    path = "/tmp/duibiao-archive-\(UInt64.random(in: 0 ... .max))"
    // Because the string is lent for the call.
    _ = unsafe mkdir(path, 0o755)
  }

  deinit {
    for name in contents { _ = unsafe unlink(path + "/" + name) }
    _ = unsafe rmdir(path)
  }

  var archive: String { path + "/a.sqlite" }

  /// Names of the files in it, sorted.
  var contents: [String] {
    var names: [String] = []
    // Because the folder's handle is used between opening and closing only.
    guard let folder = unsafe opendir(path) else { return [] }
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { names.append(name) }
    }
    unsafe closedir(folder)
    return names.sorted()
  }

  func read(_ name: String) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 1 << 24)
    // Because the buffer is valid during the call and the stream is closed here.
    guard let file = unsafe fopen(path + "/" + name, "r") else { return [] }
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, $0.count, file) }
    unsafe fclose(file)
    return Array(bytes[..<count])
  }

  func write(_ name: String, _ bytes: [UInt8]) {
    // Because the buffer is valid during the call and the stream is closed here.
    if let file = unsafe fopen(path + "/" + name, "w") {
      _ = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
      unsafe fclose(file)
    }
  }
}

/// A report made by hand: sections by their headings, figures by their quotes.
struct Draft {
  struct Quantity {
    var kind: FigureKind = .target
    var indicator: String
    var measure: Measure = .change
    var comparator: Comparator = .equal
    var low: ExactNumber? = ExactNumber(mantissa: 65, exponent: -1)
    var high: ExactNumber? = ExactNumber(mantissa: 65, exponent: -1)
    var unit = "%"
    var period: String
    var quote: String
    var flags: Set<FigureFlag> = []
    var isHeadline = false
    var isState = false
    var yardstick: Yardstick?
  }
  var district = "金山区"
  var code = "310116"
  var level: DistrictLevel? = .county
  var year: Int? = 2020
  /// Heading, kind and body of each section.
  var sections: [(heading: String, kind: SectionKind, body: String)]
  var quantities: [Quantity] = []
  var flags: Set<ReportFlag> = []

  var text: String { sections.map { $0.heading + "\n" + $0.body + "\n" }.joined() }

  var report: Report {
    let bytes = Array(text.utf8)
    var made: [Section] = []
    var at = 0
    for section in sections {
      let heading = at..<at + section.heading.utf8.count
      let end = heading.upperBound + 2 + section.body.utf8.count
      made.append(
        Section(
          parent: nil, depth: 1, kind: section.kind, heading: section.heading, sourceHeading: heading,
          source: at..<end))
      at = end
    }
    let figures = quantities.map { quantity in
      let start = bytes.firstRange(of: Array(quantity.quote.utf8))?.lowerBound ?? 0
      let range = start..<start + quantity.quote.utf8.count
      return Figure(
        kind: quantity.kind, indicator: quantity.indicator, measure: quantity.measure,
        comparator: quantity.comparator, low: quantity.low, high: quantity.high, unit: quantity.unit,
        period: quantity.period, source: range, section: made.firstIndex { $0.source.contains(start) } ?? 0,
        flags: quantity.flags, isHeadline: quantity.isHeadline, isState: quantity.isState,
        yardstick: quantity.yardstick)
    }
    let title = 0..<(sections.first?.heading.utf8.count ?? 0)
    let evidence = Evidence(
      rule: "title", quote: sections.first?.heading ?? "", source: title, value: district)
    return Report(
      text: SourceText(decoded: bytes),
      district: DistrictFinding(name: district, code: code, parentCode: "", level: level, evidence: [evidence]),
      year: YearFinding(year: year, basis: year == nil ? .unknown : .title, evidence: []), sections: made,
      figures: figures, flags: flags)
  }

  func record(_ source: String, hints: ReadingHints = ReadingHints()) -> ReportRecord {
    ReportRecord(report, data: Array(text.utf8), source: source, hints: hints)
  }

  /// 金山区 in a year, with a target and last year's outcome of growth.
  static func jinshan(_ year: Int, growth: Int = 65, note: String = "") -> Draft {
    let rate = "\(growth / 10).\(growth % 10)%"
    return Draft(
      year: year,
      sections: [
        ("一、\(year - 1)年工作回顾", .review, "地区生产总值增长\(rate)，新增养老床位700张。\(filler(year, 0))"),
        ("二、\(year)年工作安排", .plan, "地区生产总值增长\(rate)左右，粮食播种面积稳定在3万亩。\(filler(year, 1))\(note)"),
      ],
      quantities: [
        Quantity(kind: .outcome, indicator: "地区生产总值", period: "\(year - 1)", quote: "地区生产总值增长\(rate)"),
        Quantity(
          kind: .outcome, indicator: "新增养老床位", measure: .level, low: ExactNumber(mantissa: 700),
          high: ExactNumber(mantissa: 700), unit: "张", period: "\(year - 1)", quote: "新增养老床位700张"),
        Quantity(indicator: "地区生产总值", comparator: .about, period: "\(year)", quote: "地区生产总值增长\(rate)左右"),
      ])
  }

  /// Prose of about a thousand characters that differs from year to year.
  static func filler(_ year: Int, _ part: Int) -> String {
    let subjects = ["产业园区", "农村公路", "中心小学", "社区医院", "河道水系", "老旧小区", "文化站点", "创业孵化"]
    let verbs = ["建设", "改造", "整治", "提升", "扩建", "启用", "规划", "验收"]
    var state = UInt64(year * 2 + part) &* 0x9e37_79b9_7f4a_7c15 | 1
    func next(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
    return (0..<40).map { _ in
      "推进第\(next(900))号\(subjects[next(8)])\(verbs[next(8)])和\(subjects[next(8)])\(verbs[next(8)])。"
    }.joined()
  }
}

extension ArchiveReader {
  /// All figures, in the order of an export.
  func allFigures() throws -> [FigureRow] {
    try asking { db throws(SQLiteError) in
      try db.all("SELECT \(FigureRow.selection) FROM figures ORDER BY source, ordinal", [], FigureRow.init(_:))
    }
  }

  /// What is exported, each row as its cells by column.
  func exported(_ table: ExportTable, _ filter: Filter = Filter()) throws -> [[String: String]] {
    var cursor = try export(table, filter)
    var rows: [[String: String]] = []
    while try cursor.next() {
      var row: [String: String] = [:]
      for (index, column) in cursor.columns.enumerated() {
        var bytes: [UInt8] = []
        cursor.append(index, to: &bytes)
        row[column.name] = String(decoding: bytes, as: UTF8.self)
      }
      rows.append(row)
    }
    return rows
  }
}

/// Stores records and commits.
@discardableResult func store(_ records: [ReportRecord], in path: String) throws -> [StoreResult] {
  var writer = try ArchiveWriter(path: path)
  var results: [StoreResult] = []
  for record in records { results.append(try writer.store(record)) }
  try writer.commit()
  return results
}

extension [UInt8] {
  /// Where a sequence of bytes stands first.
  func firstRange(of other: [UInt8]) -> Range<Int>? {
    guard !other.isEmpty, count >= other.count else { return nil }
    return (0...(count - other.count)).first { Array(self[$0..<$0 + other.count]) == other }.map {
      $0..<$0 + other.count
    }
  }
}
