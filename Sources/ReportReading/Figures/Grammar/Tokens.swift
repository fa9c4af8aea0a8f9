/// A stretch of tokens that stand one after another: a sentence, a clause, a phrase of it.
///
/// Taking one copies nothing and counts no references: the tokens are held by the ``ClauseParser`` of the text, or by its
/// ``WordMemory``.
@safe
struct Tokens: RandomAccessCollection, ExpressibleByArrayLiteral {
  typealias SubSequence = Tokens
  typealias Index = Int
  typealias Indices = Range<Int>

  // Unsafe because nothing keeps the tokens alive; who hands out a stretch does.
  private let base: UnsafePointer<Token>
  private let start: Int32
  private let end: Int32

  @unsafe
  init(_ base: UnsafePointer<Token>, count: Int) {
    unsafe self.base = base
    start = 0
    end = Int32(count)
  }

  private init(of other: Tokens, _ range: Range<Int>) {
    unsafe base = other.base
    start = Int32(truncatingIfNeeded: range.lowerBound)
    end = Int32(truncatingIfNeeded: range.upperBound)
  }

  /// No tokens.
  init(arrayLiteral: Token...) {
    precondition(arrayLiteral.isEmpty, "a stretch of tokens stands in a text")
    // Unsafe because nothing stands there: it is never read.
    unsafe base = UnsafePointer(bitPattern: 8)!
    start = 0
    end = 0
  }

  @inline(__always)
  var startIndex: Int { Int(start) }
  @inline(__always)
  var endIndex: Int { Int(end) }
  @inline(__always)
  var indices: Range<Int> { Int(start)..<Int(end) }

  @inline(__always)
  subscript(position: Int) -> Token {
    precondition(position >= Int(start) && position < Int(end), "no such token")
    // Unsafe because the pointer is read unchecked: the line above has checked.
    return unsafe base[position]
  }

  @inline(__always)
  subscript(range: Range<Int>) -> Tokens {
    precondition(range.lowerBound >= Int(start) && range.upperBound <= Int(end), "no such tokens")
    return Tokens(of: self, range)
  }

  /// What any of its words can be.
  var classes: WordClass {
    var classes: WordClass = []
    for at in indices { classes.formUnion(self[at].classes) }
    return classes
  }

  /// From the first token's start to the last one's end.
  var span: Range<Int> { (first?.range.lowerBound ?? 0)..<(last?.range.upperBound ?? 0) }
}
