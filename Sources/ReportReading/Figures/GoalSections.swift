/// The sections of the plan that set goals for several years (`“十三五”时期的目标任务`): what they say without a number
/// is a target, as in the statement of the year's main targets.
struct GoalSections {
  private var sets: [Bool] = []

  /// - Parameter years: the years that the headings name.
  init(_ outline: Outline, _ bytes: [UInt8], _ memory: WordMemory, years: borrowing PeriodContext) {
    sets.reserveCapacity(outline.sections.count)
    for (index, section) in outline.sections.enumerated() {
      let heading = outline.nodes[index].heading
      let isSpan = section.kind == .plan && years.ofHeadings(above: index)?.isSpan == true
      let names = isSpan && Words(memory, heading).contains("目标")
      // `——综合实力显著提升。` is one of the goals, `（一）` begins the work to be done for them.
      let isItem = isSpan && section.parent.map { sets[$0] } == true && Numbering.parse(bytes, in: heading) == nil
      sets.append(names || isItem)
    }
  }

  func contains(_ section: Int) -> Bool { sets[section] }
}
