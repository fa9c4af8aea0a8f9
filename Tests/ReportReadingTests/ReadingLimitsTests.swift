import Testing

@testable import ReportReading

@Test func refusesMoreThanAnyReportHas() throws {
  var text = Array("2020年嘉善县人民政府工作报告\n各位代表：现在作政府工作报告，请予审议。\n".utf8)
  for _ in 0...ReadingLimits.paragraphs { text += Array("县\n".utf8) }
  let error = #expect(throws: ReadingError.self) { try ReportReader().read(text) }
  #expect(error?.code == .notAReport)
  #expect(error?.detail.contains("paragraphs") == true)
}
