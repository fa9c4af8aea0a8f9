import Testing

@testable import ReportReading

struct CleanedLinesTests {
  static func cleaned(_ text: String) throws -> (SourceText, CleanedLines) {
    let source = try SourceText(decoding: Array(text.utf8))
    return (source, CleanedLines(source))
  }

  static func content(_ text: String) throws -> [String] {
    let (source, cleaned) = try cleaned(text)
    return cleaned.lines.filter { $0.role == .content }.map { source.string($0.source) }
  }

  @Test(arguments: [
    "时间:2022-02-12 03:26:00", "發布時間：2021-01-05　來源：市政府辦公室", "导语:政府工作计划一文来源于网友上传,不代表本站观点。",
    "導語:鎮(zhèn)工作計劃一文來源于網(wǎng)友上傳,不代表本站觀點,歡迎參考。", "2. 本文档由用户上传,版权归属用户。", "温馨提示：", "您需要登录后才可以回帖 登录 | 立即注册",
    "【打印本页】【关闭窗口】", "责任编辑：小王", "（责任编辑：小王）", "- 12 -", "— 3 —", "第8页 共8页", "扫一扫在手机打开当前页", "首页 > 政务公开 > 政府工作报告",
    "上一篇：2019年政府工作报告", "<!-- 市长作政府工作报告。 -->", "主办单位：某某区人民政府办公室", "图为区长作报告。", "Powered by Forum X3.4",
  ])
  func knowsTheTextOfSites(line: String) throws {
    #expect(try Self.content("标题\n\(line)\n正文第一句，说明情况。") == ["标题", "正文第一句，说明情况。"])
  }

  @Test(arguments: [
    "2020年某某区政府工作报告", "一、2019年工作回顾", "各位代表：", "完善登录注册流程，让群众登录后少填十张表，全年办理事项一万件。", "信访工作扎实推进，群众满意度提高到95%。",
    "——2020年1月8日在某某区第六届人民代表大会第五次会议上", "区长 张三", "来源于传统产业的税收下降3%。", "| 指标 | 2019年 |", "12", "**三、政府自身建设**",
  ])
  func keepsTheTextOfReports(line: String) throws {
    #expect(try Self.content("标题\n\(line)\n正文。").contains(line))
  }

  @Test func takesShortLinesBetweenSiteText() throws {
    let text = """
      查看: 24|回复: 0
      [上海] 2020年某某区政府工作报告
      [复制链接]
      TA的每日心情
      开心
      2023-3-1 17:41
      签到天数: 4 天
      主题
      帖子
      2万
      积分
      一、2019年工作回顾
      过去一年，经济平稳。
      """
    #expect(try Self.content(text) == ["[上海] 2020年某某区政府工作报告", "一、2019年工作回顾", "过去一年，经济平稳。"])
  }

  @Test func keepsShortLinesBetweenNotices() throws {
    #expect(try Self.content("时间:2020-01-08\n区长 张三\n来源:某某日报\n正文。") == ["区长 张三", "正文。"])
  }

  @Test func readsFrontMatter() throws {
    let (source, cleaned) = try Self.cleaned(
      "---\nsource: https://example.cn/a.html\ntitle: '某市政府工作报告（2020年1月9日 李四）'\nalso:\n  - x\n---\n\n正文。")
    let values = cleaned.frontMatter.map { [$0.key, source.string($0.source)] }
    #expect(
      values == [["source", "https://example.cn/a.html"], ["title", "某市政府工作报告（2020年1月9日 李四）"], ["also", "x"]])
    #expect(cleaned.lines.filter { $0.role == .content }.count == 1)
  }

  @Test func knowsEveryLineEnd() throws {
    #expect(try Self.content("甲\r\n乙\r丙\u{2028}丁\n\n\u{3000}\n戊") == ["甲", "乙", "丙", "丁", "戊"])
  }

  @Test func takesNumbersThatCountUpForPageNumbers() throws {
    #expect(try Self.content("一段。\n1\n二段。\n2\n三段。\n3\n") == ["一段。", "二段。", "三段。"])
    #expect(try Self.content("2023\n区政府\n工作计划\n今年目标") == ["2023", "区政府", "工作计划", "今年目标"])
  }
}
