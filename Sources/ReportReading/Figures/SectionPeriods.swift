/// The years that a section's heading names (`过去五年工作回顾`, `2001年以来的工作情况`), handed down to its parts.
struct SectionPeriods: Sendable {
  /// Parallel to the outline's sections.
  let marks: [PeriodMark?]

  init(outline: Outline, tokenizer: Tokenizer) {
    var marks: [PeriodMark?] = []
    for (section, node) in zip(outline.sections, outline.nodes) {
      let own = tokenizer.tokenize(node.heading).periods
      // A heading that names two periods (`过去五年回顾和2017年工作`) leaves it to the text.
      if own.count == 1, section.depth <= 2 {
        marks.append(own[0])
      } else {
        marks.append(own.isEmpty ? section.parent.flatMap { marks[$0] } : nil)
      }
    }
    self.marks = marks
  }
}
