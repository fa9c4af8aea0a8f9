import Testing

@testable import ReportReading

/// Which part of a year a figure speaks of.
struct YearPartTests {
  @Test(arguments: [
    ("上半年，地区生产总值完成1073亿元，【同比增长6.6%】", "上半年"), ("【前三季度地区生产总值增长5.5%】", "前三季度"),
    ("1—11月，固定资产投资增长11%，【规上工业增加值增长8%】", "1—11月"), ("1-7月份，【财政收入完成139亿元】", "1-7月"),
    ("1至9月，【出口增长5%】", "1至9月"), ("1——11月，【出口增长5%】", "1——11月"),
    ("1-12月，【出口增长5%】", nil), ("2021-11月，【出口增长5%】", nil), ("11月，【出口增长5%】", nil),
    ("前三季度增长6%，预计全年【增长6.2%】", nil), ("上半年增长6%。【出口增长5%】", nil), ("上半年增长6%；【出口增长5%】", nil),
    ("全年增长7.5%，比一季度回升1.2个百分点，【出口增长5%】", nil), ("【出口增长5%】，上半年增长6%", nil), ("在上半年价格下滑的情况下，【粮食产量达到5万吨】", nil),
  ]) func theLastPartNamedBeforeAFigure(_ marked: String, _ scope: String?) {
    let parts = marked.split(omittingEmptySubsequences: false) { "【】".contains($0) }
    let text = Array(parts.joined().utf8)
    let start = parts[0].utf8.count
    #expect(YearPart.scope(of: start..<start + parts[1].utf8.count, in: text) == scope)
  }
}
