import Foundation

/// An archive of the repository's sample reports, made once for all tests that only read it.
enum Samples {
  static let archive = Result { () throws -> WorkFolder in
    let work = try WorkFolder()
    let run = try work.duibiao("ingest", WorkFolder.samples)
    guard run.status == 0 else { throw SampleError(run: run) }
    return work
  }

  struct SampleError: Error {
    var run: WorkFolder.Run
  }

  /// Runs the program on it.
  static func duibiao(_ arguments: [String]) throws -> WorkFolder.Run {
    try archive.get().shell("\"$duibiao\" " + arguments.map { "'\($0)'" }.joined(separator: " "))
  }

  /// The bytes of one sample.
  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: WorkFolder.samples + "/" + name)))
  }

  /// A report of a few lines in the genre, for a district and year.
  static func report(_ district: String = "嘉善县", year: Int = 2020, growth: String = "6.5%左右") -> String {
    """
    \(year)年\(district)人民政府工作报告
    ——\(year)年1月10日在\(district)第十六届人民代表大会第四次会议上
    各位代表：
    现在，我代表县人民政府向大会作工作报告，请予审议。
    一、\(year - 1)年工作回顾
    过去一年，全县经济平稳增长。地区生产总值增长7.3%，新增养老床位340张，盘活低效用地2130亩。
    二、\(year)年主要任务
    今年全县经济社会发展的主要目标是：地区生产总值增长\(growth)，新增就业岗位1.6万个以上。
    (一)办好民生实事
    新增养老床位400张，改造老旧小区15个。
    """
  }
}

/// Reads CSV by RFC 4180.
enum CSVReader {
  /// The rows, each a list of its fields; nil where the text breaks the rules.
  static func rows(_ text: String) -> [[String]]? {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "\"") {
        at += 1
        while true {
          guard at < bytes.count else { return nil }
          if bytes[at] != UInt8(ascii: "\"") {
            field.append(bytes[at])
          } else if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\"") {
            field.append(bytes[at])
            at += 1
          } else {
            break
          }
          at += 1
        }
        at += 1
      }
      while at < bytes.count, ![UInt8(ascii: ","), 0x0D].contains(bytes[at]) {
        if bytes[at] == 0x0A || bytes[at] == UInt8(ascii: "\"") { return nil }
        field.append(bytes[at])
        at += 1
      }
      guard at < bytes.count else { return nil }
      row.append(String(decoding: field, as: UTF8.self))
      field = []
      if bytes[at] == 0x0D {
        guard at + 1 < bytes.count, bytes[at + 1] == 0x0A else { return nil }
        at += 1
        rows.append(row)
        row = []
      }
      at += 1
    }
    return row.isEmpty && field.isEmpty ? rows : nil
  }

  /// The rows after the header, by column.
  static func records(_ text: String) -> [[String: String]]? {
    guard let rows = rows(text), let header = rows.first else { return nil }
    guard rows.allSatisfy({ $0.count == header.count }) else { return nil }
    return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}
