import Testing

@testable import ReportReading

struct NumberingTests {
  private static func parse(_ text: String) -> Numbering? {
    let bytes = Array(text.utf8)
    return Numbering.parse(bytes, in: 0..<bytes.count)
  }

  @Test(arguments: [
    ("第一部分 工作回顾", Numbering.Style.part, 1, "第一部分"),
    ("第三部分：工作安排", .part, 3, "第三部分："),
    ("一、工作回顾", .han, 1, "一、"),
    ("十二、工作安排", .han, 12, "十二、"),
    ("二．工作安排", .han, 2, "二．"),
    ("（一）工业", .hanInBrackets, 1, "（一）"),
    ("(十一)农业", .hanInBrackets, 11, "(十一)"),
    ("（二）、发展目标", .hanInBrackets, 2, "（二）、"),
    ("三）农村", .hanInBrackets, 3, "三）"),
    ("1、农业", .arabic, 1, "1、"),
    ("2.工业", .arabic, 2, "2."),
    ("3．服务业", .arabic, 3, "3．"),
    ("4.2020年完成", .arabic, 4, "4."),
    ("（1）农业", .arabicInBrackets, 1, "（1）"),
    ("12)工业", .arabicInBrackets, 12, "12)"),
    ("①农业", .circled, 1, "①"),
    ("第二，加快改革", .ordinal, 2, "第二，"),
    ("三是加快改革", .item, 3, "三是"),
    ("四要加快改革", .item, 4, "四要"),
  ])
  func reads(_ text: String, style: Numbering.Style, number: Int, mark: String) {
    #expect(Self.parse(text) == Numbering(style: style, number: number, count: mark.utf8.count))
  }

  @Test(arguments: [
    "2.5年均浓度", "1.5万元", "2020年工作", "一、二产业", "一二三产业", "1、2号楼", "第一产业", "第三方面", "一个", "（初稿）", "", "（", "第",
    "2020.", "0、零",
  ])
  func isNone(_ text: String) { #expect(Self.parse(text) == nil) }
}
