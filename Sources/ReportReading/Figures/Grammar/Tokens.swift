/// A stretch of tokens that stand one after another: a sentence, a clause, a phrase of it.
///
/// Taking one copies nothing and counts no references: the tokens stay for as long as the ``ClauseParser`` of the text, or its
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
  var classes: WordClass { traits.classes }

  /// What is among its tokens, found in one pass.
  struct Traits {
    var kinds: Token.Kinds = []
    /// What is there more than once.
    var repeated: Token.Kinds = []
    /// What any of the words can be.
    var classes: WordClass = []
  }

  var traits: Traits {
    var traits = Traits()
    for at in indices {
      // Unsafe because the pointer is read unchecked, here and below: within the stretch.
      let kind = unsafe base[at].kind.asSet
      traits.repeated.formUnion(traits.kinds.intersection(kind))
      traits.kinds.formUnion(kind)
      traits.classes.formUnion(unsafe base[at].classes)
    }
    return traits
  }

  /// The first token from one on that is of some kinds; the limit, which is not beyond the end, where there is none.
  @inline(__always)
  func first(of kinds: Token.Kinds, from start: Int, limit: Int) -> Int {
    precondition(start >= startIndex && limit <= endIndex, "no such tokens")
    var at = start
    while at < limit, unsafe kinds.isDisjoint(with: base[at].kind.asSet) { at &+= 1 }
    return at
  }

  /// Whether the tokens stand one behind the other and are of some kinds.
  @inline(__always)
  func isUnbroken(of kinds: Token.Kinds) -> Bool {
    guard start < end else { return false }
    var upper = unsafe base[Int(start)].range.lowerBound
    for at in indices {
      let token = unsafe base[at]
      if token.range.lowerBound != upper || kinds.isDisjoint(with: token.kind.asSet) { return false }
      upper = token.range.upperBound
    }
    return true
  }

  /// From the first token's start to the last one's end.
  var span: Range<Int> {
    // Unsafe because the pointer is read unchecked: within the stretch.
    start < end ? unsafe base[Int(start)].range.lowerBound..<base[Int(end) - 1].range.upperBound : 0..<0
  }
}
