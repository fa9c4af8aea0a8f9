import Testing

@testable import duibiao

#if canImport(Glibc)
  import Glibc
#endif

@Suite struct CSVTests {
  /// What the writer writes, through a pipe as any program would read it.
  private func written(spreadsheet: Bool = false, _ rows: [[CSVCell]]) throws -> String {
    var ends: [Int32] = [0, 0]
    #expect(unsafe pipe(&ends) == 0)
    let output = Output(descriptor: ends[1], name: "pipe")
    let csv = try CSVWriter(output, header: ["text", "number"], spreadsheet: spreadsheet)
    for row in rows { try csv.row(row) }
    try output.finish()
    close(ends[1])
    defer { close(ends[0]) }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = unsafe read(ends[0], &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  @Test func quotesOnlyWhereItMust() throws {
    let text = try written([[.text("增长6.5%"), .number("6.5")], [.text("a,\"b\"\nc"), .number("")]])
    #expect(text == "text,number\r\n增长6.5%,6.5\r\n\"a,\"\"b\"\"\nc\",\r\n")
  }

  @Test(arguments: ["=1+1", "+86", "-3%", "@x", "\tx", "＝1"])
  func spreadsheetsGetTextGuarded(_ cell: String) throws {
    #expect(
      try written(spreadsheet: true, [[.text(cell), .number("-3")]]) == "\u{FEFF}text,number\r\n'\(cell),-3\r\n")
    #expect(try written([[.text(cell), .number("-3")]]) == "text,number\r\n\(cell),-3\r\n")
  }

  @Test(arguments: ["7218280303709139", "12345e6789", "123456789012345E6"])
  func spreadsheetsDoNotRoundNames(_ cell: String) throws {
    #expect(
      try written(spreadsheet: true, [[.text(cell), .number("1")]]) == "\u{FEFF}text,number\r\n'\(cell),1\r\n")
    #expect(try written(spreadsheet: true, [[.text("330421"), .number("")]]) == "\u{FEFF}text,number\r\n330421,\r\n")
  }

  @Test(arguments: ["地区生产总值", "", "a\"b", "“引号”", "行\n", "\u{1b}[31m", "\u{202e}x", "\\", "€", "\u{85}"])
  func jsonStringsAreThoseOfTheOtherWriter(_ text: String) {
    var bytes = Array("x".utf8) + Array(text.utf8)
    JSONText.finish(&bytes, from: 1)
    #expect(String(decoding: bytes, as: UTF8.self) == "x" + JSONValue.string(text).text)
  }

  @Test(arguments: [("", "[]"), ("a", "[\"a\"]"), ("a;b", "[\"a\",\"b\"]")])
  func listsAreArrays(_ names: String, _ json: String) {
    var bytes = Array(names.utf8)
    JSONText.finishList(&bytes, from: 0)
    #expect(String(decoding: bytes, as: UTF8.self) == json)
  }

  @Test func aClosedPipeIsTold() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    #expect(unsafe pipe(&ends) == 0)
    close(ends[0])
    let output = Output(descriptor: ends[1], name: "pipe")
    try output.line("x")
    #expect(throws: OutputError(code: .closedPipe, name: "pipe")) { try output.finish() }
    close(ends[1])
  }
}
