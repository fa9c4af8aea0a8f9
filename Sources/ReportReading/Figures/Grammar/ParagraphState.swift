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
    /// What the last sentence with a number spoke of: its last things, how many its last list named, and all that it stated.
    private var subjects: [Words] = []
    private var listCount = 1
    private var stated: [Words] = []

    /// Forgets the paragraph before but for the room of its lists.
    mutating func begin() {
      isFirst = true
      period = nil
      lead = nil
      subjects.removeAll(keepingCapacity: true)
      listCount = 1
      stated.removeAll(keepingCapacity: true)
      carry.forgetHistory()
    }

    /// Takes over what a sentence hands on at its end.
    mutating func note() {
      carry.file()
      swap(&subjects, &carry.subjects)
      swap(&stated, &carry.stated)
      listCount = carry.listCount
    }

    /// Speaks on of what the sentence before spoke of (`…。分别增长23%、12%`).
    mutating func takeUp() {
      carry.subjects = listCount > 1 ? subjects : stated
      carry.listCount = carry.subjects.count
      carry.stated = stated
    }
  }
}
