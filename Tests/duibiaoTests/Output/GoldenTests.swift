import ReportReading
import Testing

@testable import Archive
@testable import duibiao

@Suite struct GoldenTests {
  private let history = HistoryTable(
    district: Rows.jinshan, years: [2019, 2020],
    rows: [
      .init(
        series: Rows.series("地区生产总值", id: "gdp", .change, "%", scope: "在地"),
        targets: [2020: Cell(chosen: Rows.growthTarget, others: [])],
        outcomes: [2019: Cell(chosen: Rows.growthOutcome, others: [Rows.otherOutcome])]),
      .init(
        series: Rows.series("新增就业岗位", .level, "个"), targets: [2020: Cell(chosen: Rows.jobs, others: [])], outcomes: [:]),
      .init(
        series: Rows.series("城镇登记失业人数", .level, ""),
        targets: [2020: Cell(chosen: Rows.unemployment, others: [])], outcomes: [:]),
      .init(
        series: Rows.series("固定资产投资", id: "fixed_asset_investment", .change, "%"), targets: [:],
        outcomes: [2020: Cell(chosen: Rows.damaged, others: [])]),
    ], leftOut: LeftOut(flagged: 1, undated: 2, single: 30))

  private let comparison = ComparisonTable(
    columns: [
      .init(district: Rows.jinshan, year: 2001, source: nil),
      .init(district: Rows.jinshan, year: 2020, source: "reports/jinshan-2020.txt"),
    ],
    rows: [
      .init(
        series: Rows.series("地区生产总值", id: "gdp", .change, "%"), kind: .target, periodOffset: 0, periodLength: 1,
        cells: [nil, Cell(chosen: Rows.growthTarget, others: [])]),
      .init(
        series: Rows.series("固定资产投资", .change, "%"), kind: .outcome, periodOffset: 0, periodLength: 5,
        cells: [nil, Cell(chosen: Rows.damaged, others: [])]),
    ], leftOut: LeftOut())

  @Test func historyTable() throws {
    try Golden.expect("history.txt") { try HistoryPage(history).writeTable(to: $0) }
  }

  @Test func historyCSV() throws { try Golden.expect("history.csv") { try HistoryPage(history).writeCSV(to: $0) } }

  @Test func historyJSON() throws {
    try Golden.expect("history.json") { try $0.line(HistoryPage(history).json.prettyText) }
  }

  @Test func comparisonTable() throws {
    try Golden.expect("compare.txt") { try ComparisonPage(comparison).writeTable(to: $0) }
  }

  @Test func comparisonJSON() throws {
    try Golden.expect("compare.json") { try $0.line(ComparisonPage(comparison).json.prettyText) }
  }

  private let track = TrackTable(
    district: Rows.jinshan,
    rows: [
      Rows.tracked(
        Rows.growthTarget, Rows.growthOutcome, .met, difference: Rows.number(5, e: -1), low: Rows.number(6),
        high: Rows.number(7)),
      Rows.tracked(Rows.jobs, nil, .notReported, low: Rows.number(16000)),
      Rows.tracked(Rows.unemployment, nil, .noReport, isUnchanged: true),
    ], ordinary: 3)

  @Test func trackTable() throws { try Golden.expect("track.txt") { try TrackPage(track).writeTable(to: $0) } }

  @Test func trackCSV() throws { try Golden.expect("track.csv") { try TrackPage(track).writeCSV(to: $0) } }

  @Test func trackJSON() throws { try Golden.expect("track.json") { try $0.line(TrackPage(track).json.prettyText) } }

  @Test func reportPage() throws {
    let stored = StoredReport(
      report: Rows.report,
      evidence: [
        EvidenceRow(
          subject: .district, rule: "title", value: "金山区", quote: "2020年上海市金山区\n政府工作报告", range: 0..<46),
        EvidenceRow(subject: .year, rule: "given", value: "2020", quote: "", range: 0..<0),
      ],
      sections: [
        Rows.section(0, parent: nil, depth: 1, "review", "一、2019年工作回顾", "一、2019年工作回顾"),
        Rows.section(1, parent: 0, depth: 2, "review", "(一)经济", "一、2019年工作回顾 > (一)经济"),
      ],
      figures: [Rows.growthTarget, Rows.unemployment, Rows.damaged])
    try Golden.expect("show.txt") { try ReportPage(stored).write(to: $0) }
  }

  @Test func reportsTable() throws {
    var copy = Rows.report
    copy.district = Rows.panyu
    copy.year = nil
    copy.yearBasis = .unknown
    copy.flags = ["duplicate", "year_unknown"]
    try Golden.expect("reports.txt") { try Reports.table([Rows.report, copy]).write(to: $0, style: .plain) }
  }

  @Test func searchHit() throws {
    let snippet = "加快养老服务设施建设，新增养老床位700张"
    let start = "加快".utf8.count
    let hit = SearchHit(
      section: Rows.section(1, parent: 0, depth: 2, "plan", "(一)民生", "二、2020年工作 > (一)民生"), snippet: snippet,
      matches: [start..<start + 6], figures: [Rows.jobs])
    try Golden.expect("search.txt") { try hit.write(to: $0, Style(isColoured: false)) }
    try Golden.expect("search-coloured.txt") { try hit.write(to: $0, Style(isColoured: true)) }
  }

  @Test func notesTellWhatIsLeftOut() {
    #expect(history.leftOut.notes().count == 3)
    #expect(LeftOut().notes().isEmpty)
  }

  @Test func exportColumnsAreThoseOfTheSpecification() throws {
    #expect(
      FigureRow.columns.prefix(23).joined(separator: ",")
        == "figure_id,district,district_code,district_level,report_year,year_basis,section_kind,section,kind,indicator,"
        + "indicator_id,measure,comparator,low,high,unit,period,quote,source,start,end,flags,report_flags")
    #expect(FigureRow.columns.count == Rows.jobs.cells.count)
    #expect(SectionRow.columns.count == Rows.section(0, parent: nil, depth: 1, "plan", "x", "x").cells.count)
    #expect(ReportRow.columns.count == Rows.report.cells.count)
    for outcome in [nil, Rows.growthOutcome] {
      #expect(OutcomeRow.columns.count == Rows.tracked(Rows.jobs, outcome, .met).cells.count)
    }
    #expect(ExportTable.figures.columns.map(\.name).starts(with: FigureRow.columns))
  }
}
