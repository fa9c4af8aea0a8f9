import Testing

@testable import ReportReading

@Suite struct DistrictTests {
  @Test(arguments: [
    ("2020年上海市金山区政府工作报告\n各位代表：\n", "金山区", "310116"),
    ("政府工作报告\n——2016年2月24日在太原市第十三届人民代表大会第六次会议上\n太原市市长  某某\n各位代表：\n", "太原市", "140100"),
    ("政府工作报告\n（2008年1月22日）\n四川省人民政府省长　某某\n各位代表：\n", "四川省", "510000"),
    ("延边州政府工作报告\n（2013年12月21日）\n各位代表：\n过去一年，全州上下团结一心。\n", "延边朝鲜族自治州", "222400"),
    ("近日，在日照市五莲县第十七届人民代表大会第二次会议上，五莲县县长作政府工作报告，提出了2013年的政府工作目标。\n", "五莲县", "371121"),
    ("政府工作报告\n——1996年3月2日在金山县第三届人民代表大会第四次会议上\n各位代表：\n", "金山县", "310228"),
    ("政府工作报告\n——2006年3月2日在南汇区第三届人民代表大会第四次会议上\n各位代表：\n", "南汇区", "310119"),
    ("政府工作报告\n——2022年1月5日在杭州市临平区第一届人民代表大会第一次会议上\n各位代表：\n", "临平区", "330113"),
    ("政府工作报告\n——2015年1月5日在南通市崇川区第十届人民代表大会第一次会议上\n各位代表：\n", "崇川区", "320602"),
    ("政府工作报告\n——2022年1月5日在南通市崇川区第十届人民代表大会第一次会议上\n各位代表：\n", "崇川区", "320613"),
    ("今年是我区加快发展的一年。我们要推动海珠经济社会新一轮发展，为建设海珠现代化中心城区作出贡献，打造海珠会展品牌。\n", "海珠区", "440105"),
    ("政府工作報告提出：2010年漳州經濟社會發展預期目標\n今年全市要實施項目帶動，推進漳州先行。\n", "漳州市", "350600"),
  ])
  func named(text: String, name: String, code: String) throws {
    let found = try identify(text)
    #expect(found.district.name == name)
    #expect(found.district.code == code)
    #expect(found.flags.isDisjoint(with: [.districtAmbiguous, .districtMasked, .districtUnknown]))
    #expect(!found.district.evidence.isEmpty)
  }

  @Test func namesakesAreToldApartByOtherPlaces() throws {
    let head = "政府工作报告\n——2020年1月5日在鼓楼区第十八届人民代表大会第四次会议上\n各位代表：\n"
    let fuzhou = try identify(head + "全区深入实施福州市“东进南下”战略，与台江区、仓山区携手，服务福建省高质量发展。\n")
    #expect(fuzhou.district.code == "350102" && fuzhou.district.parentCode == "350100")
    let unclear = try identify(head + "全区上下团结奋斗。\n")
    #expect(unclear.district.name == "鼓楼区" && unclear.district.code == "")
    #expect(unclear.flags.contains(.districtAmbiguous))
  }

  @Test func maskedNamesStayAsPrinted() throws {
    let district = try identify(
      "区政府的年度工作方案\n推进xx区创业产业园建设，落实xx区2017年实施方案。聚焦绿金淮北战略，建设淮北文创科教城。\n")
    #expect(district.district.name == "xx区" && district.district.parentCode == "340600")
    #expect(district.flags.contains(.districtMasked) && district.district.level == .county)

    let town = try identify("某镇2008年工作目标\n2008年，××镇要建设无锡市都市农业基地，服务无锡城区。我镇将新建学校。\n")
    #expect(town.district.name == "××镇" && town.district.parentCode == "320200" && town.district.level == .town)
    #expect(town.flags.contains(.districtMasked))
  }

  @Test func townsAreNamedButHaveNoCode() throws {
    let found = try identify("大团镇2019年政府工作报告\n——在南汇区大团镇第六届人民代表大会第三次会议上\n各位代表：\n")
    #expect(found.district.name == "大团镇" && found.district.level == .town && found.district.code == "")
  }

  /// Names of which a unit's name is but the beginning, and what stands before a name.
  @Test(arguments: [
    ("巴彦温都尔苏木政府工作报告", "巴彦温都尔苏木", DistrictLevel.town, ""),
    ("永丰彝族乡2016年政府工作报告", "永丰彝族乡", .town, ""), ("红星农场2016年工作报告", "红星农场", .town, ""),
    ("红旗农场2016年工作报告", "红旗农场", .town, ""),
    ("昆山经济技术开发区2016年工作报告", "昆山经济技术开发区", .town, "320583"),
    ("绵阳高新区党工委管委会2016年工作报告", "绵阳高新区", .county, "510700"), ("关于城关街道2018年工作总结", "城关街道", .town, ""),
  ])
  func longestNameCounts(title: String, name: String, level: DistrictLevel, parent: String) throws {
    let found = try identify(title + "\n各位代表：\n去年，财政收入完成500万元。\n")
    #expect(found.district.name == name && found.district.level == level && found.district.code == "")
    if !parent.isEmpty { #expect(found.district.parentCode == parent) }
    #expect(found.flags.isDisjoint(with: [.districtUnknown, .districtAmbiguous]))
  }

  @Test func pronounsAreNoNames() throws {
    let found = try identify("我镇2016年政府工作报告\n各位代表：\n清泉镇第十七届人大第一次会议以来，我镇发展。\n")
    #expect(found.district.name == "清泉镇")
  }

  @Test func aPrefectureIsNotTheCityThatItBecame() throws {
    let found = try identify("1987年衡水地区行署工作报告\n同志们：\n衡水地区经济发展。\n")
    #expect(found.district.name == "衡水地区" && found.district.code == "133000")
    #expect(!found.flags.contains(.districtAmbiguous))
  }

  @Test func streetsMayBearADistrictsName() throws {
    let found = try identify("瑶海街道2021年工作总结和2022年工作计划\n2022年，街道将抓好项目。\n")
    #expect(found.district.name == "瑶海街道" && found.district.level == .town)
  }

  @Test func aNeighbourNamedOnceIsNoSurety() throws {
    let found = try identify("2020年，我县计划增长7%。学习枞阳县的经验。\n")
    #expect(found.flags.contains(.districtAmbiguous) || found.district.name.isEmpty)
  }

  @Test func wordsThatHoldANameAreNoPlaces() throws {
    let found = try identify(String(repeating: "我区践行绿水青山就是金山银山的理念，建设现代化中心城区，确保长治久安。\n", count: 9))
    #expect(found.district.name == "" && found.district.level == .county)
  }

  @Test func theNationSpeaksToItsCongress() throws {
    let found = try identify(
      "政府工作报告\n——2018年3月5日在第十三届全国人民代表大会第一次会议上\n国务院总理 某某\n各位代表：\n")
    #expect(found.district.level == .nation && found.district.code == "")
  }

  @Test func twoUnitsWithEqualClaimsAreFlagged() throws {
    let body = String(repeating: "宿州发展势头良好，全市上下团结，宿州人民奋进。\n", count: 12)
    let found = try identify("政府工作报告\n（在苏州市第四届人民代表大会第四次会议上）\n各位代表：\n" + body)
    #expect(found.flags.contains(.districtAmbiguous))
  }

  @Test(arguments: [
    ("2021年全镇经济和社会发展的主要目标是：财政收入突破6800万元。\n", DistrictLevel.town),
    ("2023年街道将重点推进五方面工作。\n", .town),
    ("回顾2017年\n160个市级重点项目完成投资\n增速居全省第二\n", .prefecture),
    ("2021年，我省要实现新的突破。\n", .province),
  ])
  func unnamed(text: String, level: DistrictLevel) throws {
    let found = try identify(text)
    #expect(found.district.name == "" && found.district.code == "" && found.district.level == level)
  }

  @Test func givenDistrictOverrides() throws {
    let found = try identify("2020年太原市政府工作报告\n", ReadingHints(district: "上海市金山区"))
    #expect(found.district.code == "310116" && found.flags.contains(.districtAmbiguous))
    let plain = try identify("今年全区要加快发展。\n", ReadingHints(district: "310116", year: 2001))
    #expect(plain.district.name == "金山区" && plain.flags.isEmpty)
  }
}
