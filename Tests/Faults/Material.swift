import Archive
import ReportReading

/// Reports to store, composed from a number: the same number gives the same report.
enum Material {
  /// Names that stand in the gazetteer.
  private static let districts = ["嘉善县", "海门市", "大冶市", "晋江市", "番禺区", "金山区", "奉贤区", "南汇区", "桐乡市", "平湖市"]

  /// - Parameters:
  ///   - number: which report.
  ///   - edition: a later text under the same source.
  ///   - paragraphs: how long.
  static func text(_ number: Int, edition: Int = 0, paragraphs: Int = 6) -> String {
    let district = districts[number % districts.count]
    let year = 2001 + number / districts.count % 20
    var state = UInt64(number * 31 + edition + 1) &* 0x9E37_79B9_7F4A_7C15
    func next(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
    let works = ["农村公路", "老旧小区", "养老床位", "河道", "绿地", "标准厂房", "污水管网", "中心小学", "社区医院", "文化站点"]
    let verbs = ["新建", "改造", "整治", "完成", "新增", "扩建"]
    func paragraph() -> String {
      (0..<6).map { _ in "\(verbs[next(6)])\(works[next(10)])\(next(900) + 20)\(["个", "公里", "万平方米"][next(3)])" }
        .joined(separator: "，") + "。\n"
    }
    func body() -> String { (0..<paragraphs).map { _ in paragraph() }.joined() }
    return """
      \(year)年\(district)人民政府工作报告
      ——\(year)年1月\(next(20) + 5)日在\(district)人民代表大会上
      各位代表：现在，我代表县人民政府向大会作工作报告，请予审议。
      一、\(year - 1)年工作回顾
      过去一年，全县经济平稳增长。地区生产总值增长\(next(9) + 3).\(next(9) + 1)%，一般公共预算收入增长\(next(20) + 1)%。
      \(body())二、\(year)年主要任务
      今年全县经济社会发展的主要目标是：地区生产总值增长\(next(9) + 3)%左右，城镇登记失业率控制在\(next(3) + 2).5%以内。
      \(body())
      """
  }

  static func record(
    _ number: Int, edition: Int = 0, paragraphs: Int = 6, source: String? = nil
  ) throws -> ReportRecord {
    let data = Array(text(number, edition: edition, paragraphs: paragraphs).utf8)
    return ReportRecord(try ReportReader().read(data), data: data, source: source ?? "\(number).txt")
  }
}

/// What an archive holds of each report, to compare: everything but the numbers of rows.
struct Content: Equatable {
  /// By source.
  var reports: [String: String] = [:]

  init() {}

  init(of path: String) throws(ArchiveError) {
    // One reader, one moment for each report: `report` reads in a transaction.
    let reader = try ArchiveReader(path: path)
    for row in try reader.reports() {
      guard let stored = try reader.report(row.source) else { continue }
      reports[row.source] = Self.digest(stored)
    }
  }

  static func digest(_ stored: StoredReport) -> String {
    var stored = stored
    stored.report.id = 0
    stored.report.district.ids = []
    // Whether it is a copy depends on what else is there.
    stored.report.duplicateOf = nil
    stored.report.flags.removeAll { $0 == "duplicate" }
    let text =
      "\(stored.report)\n\(stored.evidence)\n"
      + stored.sections.map { "\($0.ordinal) \($0.heading) \($0.range) \($0.figureCount)\n" }.joined()
      + stored.figures.map { "\($0.figureID) \($0.quote) \($0.range) \($0.period) \(String(describing: $0.low))\n" }
      .joined()
    return ContentHash(of: Array(text.utf8)).description
  }
}
