/// What a text is cut into, the largest first.
enum TextPart {
  case sentence
  /// Between semicolons.
  case part
  /// Between commas and colons.
  case clause

  /// The marks that end it.
  @inline(__always)
  var ends: Token.Kinds {
    switch self {
    case .sentence: .stop
    case .part: .semicolon
    case .clause: [.comma, .colon]
    }
  }
}

/// The stretches between the marks that end parts of a text; empty ones are left out.
struct TextParts: Sequence, IteratorProtocol {
  private var rest: Tokens
  private let part: TextPart

  init(_ tokens: Tokens, _ part: TextPart) {
    rest = tokens
    self.part = part
  }

  /// In tokens, many times what a clause of a report has: no person writes longer ones, and reading one takes time
  /// quadratic in it.
  private static let longestClause = 400

  mutating func next() -> Tokens? {
    let ends = part.ends
    while let first = rest.first, !ends.isDisjoint(with: first.kind.asSet) { rest.removeFirst() }
    guard !rest.isEmpty else { return nil }
    // A clause is followed no further than it may be long: the rest of a text may be one.
    let limit = part == .clause ? Swift.min(rest.endIndex, rest.startIndex + Self.longestClause + 1) : rest.endIndex
    var end = rest.first(of: ends, from: rest.startIndex, limit: limit)
    if part == .clause, end - rest.startIndex > Self.longestClause {
      let piece = rest.prefix(Self.longestClause)
      end = piece.lastIndex { $0.kind == .enumeration }.map { $0 + 1 } ?? piece.endIndex
    }
    defer { rest = rest[end...] }
    return rest[..<end]
  }
}

extension Tokens {
  /// The sentences, or parts of them.
  func parts(_ part: TextPart) -> TextParts { TextParts(self, part) }
}
