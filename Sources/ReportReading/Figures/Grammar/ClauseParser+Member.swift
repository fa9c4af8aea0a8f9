/// What a clause is cut into.
extension ClauseParser {
  /// Quantities that stand together without words between them.
  struct Run {
    /// Position of its first quantity in the clause.
    var first: Int
    /// Position after its last one; between them stand only marks, conjunctions and brackets.
    var end: Int
    /// Set apart by `、` or `和`, not merely side by side.
    var isList = false
  }

  /// A stretch of the clause around one run of quantities.
  struct Member {
    var left: LeftPart
    var run: Run
    let leftTokens: Tokens
    /// What any of the words before can be.
    let leftClasses: WordClass
    /// The words after the quantities, up to the next member.
    var right: Tokens
    var clause: Tokens
    var hasNext = false
    var isFirst = false
    /// `累计` governs it.
    var isCumulative = false
    /// What stands before it, and whether that may hold one of ``leftSigns``.
    private(set) var leftWords = Words()
    private(set) var mayHoldSign = false
    /// The subject without what stands in front of its name.
    private(set) var owner: Tokens = []

    init(left: LeftPart, run: Run, leftTokens: Tokens, right: Tokens, clause: Tokens) {
      self.left = left
      self.run = run
      self.leftTokens = leftTokens
      leftClasses = leftTokens.classes
      self.right = right
      self.clause = clause
    }

    /// Finds what most rules ask for, once the member is cut out.
    mutating func complete(_ phrase: borrowing PhraseBuilder) {
      leftWords = phrase.words(leftTokens)
      mayHoldSign = Self.leftSigns.mayStand(in: leftWords)
      owner = phrase.trimmed(left.subject)
    }

    /// Words before a number that are asked for one by one: most members hold none of them.
    private static let leftSigns = WordTrie(
      ["累计", "新增", "新建", "投入资金", "每年", "原定", "每立方米", "每月", "每人", "人均每", "每户", "每天", "连续"]
        .enumerated().map { (Substring($1), $0) })
  }
}
