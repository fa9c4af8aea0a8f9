import Testing

@testable import duibiao

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("金山区", 6), ("≥1.6万个", 8), ("…", 1), ("、。，", 6), ("Ａ", 2), ("㎡", 2), ("e\u{301}", 1),
    ("\u{200B}", 0), ("\u{FEFF}", 0), ("한", 2), ("𠀀", 2), ("－", 2), ("①", 1), ("℃", 1),
  ]) func countsColumns(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [
    ("金山区", 6, "金山区"), ("金山区", 5, "金山…"), ("金山区", 4, "金…"), ("abcdef", 4, "abc…"), ("", 4, ""),
  ]) func cutsToFit(_ text: String, _ width: Int, _ expected: String) {
    #expect(DisplayWidth.cut(text, to: width) == expected)
  }
}

@Suite struct SafeTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("金山区", "金山区"), ("a\u{1B}[31mb", "a␛[31mb"), ("a\r\nb\tc", "a  b c"),
    ("\u{9B}1m", "\u{FFFD}1m"), ("\u{202E}evil", "\u{FFFD}evil"), ("\u{7F}", "␡"), ("\0", "␀"),
  ]) func nothingReachesTheTerminalRaw(_ text: String, _ expected: String) {
    // CR and LF are one Character but two scalars; each becomes a space.
    #expect(SafeText.oneLine(text) == expected)
  }
}

@Suite struct TextTableTests {
  @Test func columnsLineUpWithChinese() {
    var table = TextTable([.init(title: "indicator"), .init(title: "2019", alignment: .right), .init(title: "note")])
    table.add(["地区生产总值", "6.5%左右", "x"])
    table.add(["GDP", "10%", ""])
    table.add(["新增养老床位", "≥1.6万张"])
    #expect(
      table.lines() == [
        "indicator         2019  note",
        "地区生产总值  6.5%左右  x",
        "GDP                10%",
        "新增养老床位  ≥1.6万张",
      ])
  }

  @Test func aWideTableIsBrokenIntoBlocksThatRepeatTheFirstColumn() {
    var table = TextTable(["name", "2001", "2002", "2003"].map { TextTable.Column(title: $0) })
    table.add(["金山区", "10%", "11%", "12%"])
    #expect(
      table.lines(width: 19) == ["name    2001  2002", "金山区  10%   11%", "", "name    2003", "金山区  12%"])
    #expect(table.lines(width: 40) == table.lines())
    // One column always goes beside the name, however narrow the terminal.
    #expect(table.lines(width: 3).count == 8)
  }

  @Test func cellsAreSafeAndCut() {
    var table = TextTable([.init(title: "a", limit: 6)])
    table.add(["一\u{1B}二三四"])
    #expect(table.lines() == ["a", "一␛二…"])
  }
}

@Suite struct JSONTests {
  @Test func keepsOrderAndEscapes() {
    let value = JSONValue.object([
      ("b", .string("\"引\\\n\u{1B}\u{7F}\u{202E}")),
      ("a", .array([.integer(1), .number("0.0381"), .null, .bool(true)])),
      ("e", .array([])),
    ])
    #expect(value.text == #"{"b":"\"引\\\n\u001b\u007f\u202e","a":[1,0.0381,null,true],"e":[]}"#)
    #expect(JSONValue.object([("a", .array([.integer(1)]))]).prettyText == "{\n  \"a\": [\n    1\n  ]\n}")
  }
}

@Suite struct YearRangeTests {
  @Test(arguments: [("2020", 2020...2020), ("2001-2007", 2001...2007), ("2001–2007", 2001...2007)])
  func reads(_ text: String, _ years: ClosedRange<Int>) {
    #expect(YearRange(argument: text)?.years == years)
  }

  @Test(arguments: ["", "20", "2007-2001", "2001-", "-2001", "2001-2002-2003", "abcd", "1900", "+200"])
  func refuses(_ text: String) { #expect(YearRange(argument: text) == nil) }
}
