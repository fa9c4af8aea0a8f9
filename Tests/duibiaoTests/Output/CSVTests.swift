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
