extension SentenceReader {
  /// What a paragraph hands on from sentence to sentence.
  struct ParagraphState {
    /// In the first sentence.
    var isFirst = true
    /// The years that hold until others are named.
    var period: PeriodMark?
    /// The year to be reached that the first sentence opens with.
    var lead: PeriodMark?
    /// What the clauses of the sentence in hand hand on.
    var carry = Carry()
    /// What the last sentence with a number spoke of: its last things, and all that it stated.
    private var topics = Topics()
    private var stated: [Words] = []

    /// Forgets the paragraph before but for the room of its lists.
    mutating func begin() {
      isFirst = true
      period = nil
      lead = nil
      topics.reset()
      stated.removeEach()
      carry.forgetHistory()
    }

    /// Takes over what a sentence hands on at its end.
    mutating func note() {
      carry.file()
      swap(&topics, &carry.topics)
      swap(&stated, &carry.stated)
    }

    /// Speaks on of what the sentence before spoke of (`…。分别增长23%、12%`).
    mutating func takeUp(_ parser: ClauseParser) {
      let names = topics.listCount(parser) > 1 ? topics.suffix(.max, parser) : stated
      carry.topics.turn(to: names, base: Words(), parser)
      carry.stated = stated
    }
  }
}
