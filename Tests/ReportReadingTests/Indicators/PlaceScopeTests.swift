import Testing

@testable import ReportReading

/// Which part of the unit a figure speaks of.
struct PlaceScopeTests {
  @Test(arguments: [
    ("东湖实现生产总值630亿元，增长13.9%；完成固投182.2亿元，【增长22.6%】", "东湖"), ("东岸新区建设全面启动，【完成固定资产投资12亿元】", "东岸新区"),
    ("去年，示范区工业增加值、【固定资产投资】分别完成59亿元、96亿元", "示范区"), ("高新区继续领先，【生产总值达到530亿元】", "高新区"),
    ("东岸新区生产总值1960亿元，增长20.2%，【财政收入380亿元】", "东岸新区"), ("工业园区新增企业21户，【工业产值增长14.5%】", "工业园区"),
    ("高新区产值84亿元；经济区新开工项目24个，【完成工业产值6.8亿元】", "经济区"),
    // The whole unit.
    ("东岸新区建设提速，全市【财政收入380亿元】", nil), ("全市实现生产总值630亿元，【增长13.9%】", nil),
    ("东岸新区生产总值60亿元；【财政收入380亿元】", nil), ("加快开发区建设，【完成固定资产投资12亿元】", nil),
    ("保税区通过验收，【外贸进出口232亿元】", nil), ("东岸新区产值60亿元。【财政收入380亿元】", nil), ("第三产业实现生产总值60亿元，【增长5%】", nil),
    ("自贸试验区加快建设，新增保税区5个，【进出口总额翻番】", nil),
  ]) func thePlaceNamedBeforeAFigure(_ marked: String, _ scope: String?) {
    let parts = marked.split(omittingEmptySubsequences: false) { "【】".contains($0) }
    let text = Array(parts.joined().utf8)
    let start = parts[0].utf8.count
    #expect(PlaceScope.scope(of: start..<start + parts[1].utf8.count, in: text) == scope)
  }

  @Test func aGrossProductIsThatOfThePlaceThatIsHelped() {
    let text = Array("支持东湖在数字经济上争先，力争GDP超过140亿元".utf8)
    let start = text.count - "GDP超过140亿元".utf8.count
    #expect(PlaceScope.scope(of: start..<text.count, in: text, isProduct: true) == "东湖")
    #expect(PlaceScope.scope(of: start..<text.count, in: text) == nil)
  }

  @Test(arguments: [("东岸新区", true), ("东海县", false)])
  func reportsOfZonesHaveNoSuchParts(_ name: String, _ isZone: Bool) { #expect(PlaceScope.isZone(name) == isZone) }
}
