import Testing

@testable import ReportReading

/// A figure stands whole in the section that it is filed under, whatever brackets a copy left open.
@Suite struct FiguresInSectionsTests {
  @Test func aBracketLeftOpenReachesNoFurtherThanItsSection() throws {
    let text = """
      2022年金山区政府工作报告

      一、2021年工作回顾

      过去一年，新建学校5所。

      二、2022年重点任务

      一是强化安全监管。开展隐患消除，实施增设电梯（设电梯试点工程20处。二是加强住房保障。新开工住房4万套，改造危房1.2万户；推出公租房（廉租住房）6000套。

      三、加强自身建设

      全面依法行政，公开信息300条。
      """
    let report = try ReportReader().read(Array(text.utf8))
    #expect(!report.figures.isEmpty)
    for figure in report.figures {
      let section = report.sections[figure.section].source
      #expect(section.lowerBound <= figure.source.lowerBound && figure.source.upperBound <= section.upperBound)
    }
  }
}
