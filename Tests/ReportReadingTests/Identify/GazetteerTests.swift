import Testing

@testable import ReportReading

@Suite struct GazetteerTests {
  let gazetteer = Gazetteer.standard

  @Test(arguments: [
    ("金山区", "310116"), ("上海市金山区", "310116"), ("上海金山区", "310116"), ("金山县", "310228"),
    ("南汇区", "310119"), ("江苏省南京市鼓楼区", "320106"), ("南京鼓楼区", "320106"), ("内蒙古呼伦贝尔市", "150700"),
    ("呼伦贝尔", "150700"), ("310116", "310116"), (" 海珠 区 ", "440105"), ("延边州", "222400"),
    ("延边朝鲜族自治州", "222400"), ("双江县", "530925"), ("内蒙古", "150000"), ("临平区", "330113"),
    ("杭州市钱塘区", "330114"), ("济南市莱芜区", "370116"), ("长泰区", "350605"), ("西沙区", "460302"),
    ("新疆维吾尔自治区", "650000"), ("南通市崇川区", "320613"), ("浦东新区", "310115"), ("重庆市", "500000"), ("前郭县", "220721"),
    ("定州市", "130682"),
  ])
  func oneMeaning(words: String, code: String) throws {
    guard case .unit(let unit) = gazetteer.resolve(words) else {
      Issue.record("\(words): \(gazetteer.resolve(words))")
      return
    }
    #expect(unit.code == code)
  }

  @Test func ambiguousNamesListTheirParents() {
    guard case .ambiguous(let units) = gazetteer.resolve("鼓楼区") else {
      Issue.record("鼓楼区 must be ambiguous")
      return
    }
    #expect(units.map(\.code) == ["320106", "320302", "350102", "410204"])
    #expect(units.map { gazetteer.pathName(of: $0) }.first == "江苏省南京市鼓楼区")
  }

  @Test(arguments: ["", "区", "某某区", "上海市鼓楼区", "999999", "金山区金山区"])
  func unknown(words: String) {
    #expect(gazetteer.resolve(words) == .unknown)
  }

  @Test(arguments: [
    ("南通市崇川区", 2015, "320602"), ("南通市崇川区", 2020, "320602"), ("南通市崇川区", 2021, "320613"),
    ("松江", 1990, "310227"), ("松江", 2010, "310117"), ("宁德市", 2010, "350900"),
  ])
  func codeOfTheYear(words: String, year: Int, code: String) {
    guard case .unit(let unit) = gazetteer.resolve(words, in: year) else {
      Issue.record("\(words): \(gazetteer.resolve(words, in: year))")
      return
    }
    #expect(unit.code == code)
  }

  @Test func yearsAndParents() throws {
    let county = try #require(gazetteer.units(named: "金山县").first)
    #expect(
      county.firstYear == 1980 && county.lastYear == 1997 && county.isValid(in: 1979) && !county.isValid(in: 1998))
    #expect(county.level == .county && county.parentCode == "310000")
    let district = try #require(gazetteer.unit(code: "440105"))
    #expect(gazetteer.path(of: district).map(\.name) == ["广东省", "广州市", "海珠区"])
    #expect(gazetteer.unit(code: "419001")?.parentCode == "410000")
  }

  @Test func everyUnitHasItsParent() {
    for row in gazetteer.index.rows.indices {
      let unit = gazetteer.unit(at: row)
      #expect(unit.level == .province || gazetteer.parent(of: unit) != nil, "\(unit)")
      #expect(unit.firstYear <= unit.lastYear ?? 9999)
    }
  }

  @Test(arguments: [
    ("310116", ["金山县"]), ("520500", ["毕节地区"]), ("330109", ["萧山市"]), ("310115", []), ("110101", []),
  ]) func knowsWhatAUnitWasBefore(code: String, names: [String]) throws {
    let unit = try #require(Gazetteer.standard.unit(code: code))
    #expect(Gazetteer.standard.predecessors(of: unit).map(\.name) == names)
  }
}
