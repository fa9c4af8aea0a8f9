/// What a text is cut into, the largest first.
enum TextPart {
  case sentence
  /// Between semicolons.
  case part
  /// Between commas and colons.
  case clause

  @inline(__always)
  func isEnded(by kind: Token.Kind) -> Bool {
    switch self {
    case .sentence: kind == .stop
    case .part: kind == .semicolon
    case .clause: kind == .comma || kind == .colon
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
    while let first = rest.first, part.isEnded(by: first.kind) { rest.removeFirst() }
    guard !rest.isEmpty else { return nil }
    var end = rest.startIndex
    // A clause is followed no further than it may be long: the rest of a text may be one.
    let limit = part == .clause ? Swift.min(rest.endIndex, end + Self.longestClause + 1) : rest.endIndex
    while end < limit, !part.isEnded(by: rest[end].kind) { end += 1 }
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
