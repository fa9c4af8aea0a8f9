/// Sentences that no figure and no year can be read from, more than half of a report: they need no tokens.
extension Tokenizer {
  /// What is read of a paragraph.
  enum Scope: Sendable {
    /// All of it.
    case all
    /// Sentences that may hold a number or name years.
    case numbers
    /// These, and sentences with a word that may set a bound by reference (`高于全省平均水平`).
    case numbersAndBounds
  }

  /// Where a paragraph's text may be plain to the end of its sentence.
  struct PlainSearch {
    fileprivate let scope: Scope
    /// At the head of a sentence, or of a clause that may be behind its last number.
    private var isDue: Bool
    /// Within a sentence.
    private(set) var isTail = false
    /// The last place that was found not to be plain: no need to look again before it.
    fileprivate(set) var hard = -1

    init(_ scope: Scope) {
      self.scope = scope
      isDue = scope != .all
    }

    /// Notes the mark that was passed.
    @inline(__always)
    mutating func note(_ mark: Token.Kind) {
      guard scope != .all, mark != .enumeration else { return }
      isDue = true
      isTail = mark != .stop
      if mark == .stop { hard = -1 }
    }

    /// Whether to look now, before the token at a place.
    @inline(__always)
    mutating func takesPlace(at place: Int) -> Bool {
      guard isDue else { return false }
      isDue = false
      return place > hard
    }

  }

  /// The end of a sentence, before its mark, where what is left of it holds nothing that may be a number, a rank, a bracket or a
  /// period, nor a bound where these are asked for; nil where it may. Whatever is in doubt may: it is then made tokens of.
  /// - Parameters:
  ///   - start: where the sentence begins, or a clause of it.
  ///   - place: of ``places``, the first at `start` or behind it; then that of the sentence's mark.
  func endOfPlain(
    from start: Int, _ place: inout Int, limit: Int, _ search: inout PlainSearch, _ text: TokenizedText
  ) -> Int? {
    let scope = search.scope
    // With a bound in it all of a sentence is read.
    if search.isTail, scope == .numbersAndBounds, text.sentenceHolds([.gap, .pre, .levelTo]) {
      search.hard = limit
      return nil
    }
    var next = place
    var at = start
    while next < places.all.count {
      let found = places.all[next]
      let offset = Int(found.offset)
      if offset >= limit { break }
      guard offset >= at else {
        next += 1
        continue
      }
      let role = starts.role(UInt32(found.character))
      // As mostly: a branch that is foretold better than a choice among ten.
      if role == .plain {
        next += 1
        continue
      }
      var isHard = false
      switch role {
      case .stop:
        guard offset > start else {
          search.hard = offset
          return nil
        }
        place = next
        return offset
      case .plain: break
      case .semicolon: isHard = search.isTail
      case .hard: isHard = true
      case .numeral:
        isHard = mayCount(before: offset + 3) || setsScope(found, limit, scope)
      case .order:
        isHard = isOrder(offset) || setsScope(found, limit, scope)
      case .period:
        isHard = setsScope(found, limit, scope)
      case .term:
        // `下届政府的主要目标是`: all of a sentence is read that may name the years of a term.
        if scope == .numbersAndBounds, bytes.hasText("届政府", at: offset) {
          search.hard = limit
          return nil
        }
      case .bound:
        isHard = scope == .numbersAndBounds && setsScope(found, limit, scope)
      case .quote:
        isHard = periods.fiveYearPlan(at: offset, limit: limit) != nil
        at = close("”", after: offset + 3, limit: min(limit, offset + 75)) ?? offset + 3
      case .title:
        let end = text.unclosed.contains("《") ? nil : close("》", after: offset + 3, limit: limit)
        isHard = end == nil
        at = end ?? at
      }
      if isHard {
        search.hard = offset
        return nil
      }
      next += 1
    }
    if limit <= start {
      search.hard = limit
      return nil
    }
    place = next
    return limit
  }

  /// Whether a numeral, neither 万 nor 亿, may be more than a part of a word.
  private func mayCount(before next: Int) -> Bool {
    guard let (scalar, _) = bytes.scalar(at: next) else { return true }
    return starts.behindNumerals.contains(scalar)
  }

  /// `第三`, `前列`, `首位`, `榜首`, `翻番`, or a leader's place behind 之.
  private func isOrder(_ at: Int) -> Bool {
    guard let (next, _) = bytes.scalar(at: at + 3) else { return true }
    return next.isDigit || starts.numerals.contains(next) || next.isOne(of: "列位首番")
      || bytes.hasText("之首", at: at - 3)
  }

  /// Whether the word at a place may name a period or, where they are asked for, set a bound.
  private func setsScope(_ place: WordPlaces.Place, _ limit: Int, _ scope: Scope) -> Bool {
    guard let word = word(at: place, limit: limit) else { return false }
    return !lexicon.classes[word.value].isDisjoint(
      with: scope == .numbersAndBounds ? TokenStarts.scopes : .period)
  }
}
