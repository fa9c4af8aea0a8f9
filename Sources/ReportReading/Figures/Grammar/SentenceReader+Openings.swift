/// The years that sentences open with.
extension SentenceReader {
  /// The period that a sentence begins with, or that it turns to (`特别要指出的是，刚刚过去的2005年，…`).
  func openingMark(_ sentence: Tokens, _ text: TokenizedText) -> Opening? {
    if let opening = firstMark(sentence, text) { return opening }
    guard
      let at = sentence.indices.dropFirst(2).prefix(20).first(where: {
        sentence[$0].kind == .period && sentence[$0 - 1].classes.contains(.of)
          && bytes.hasText("刚过去", at: sentence[$0 - 2].range.upperBound - 9)
          || sentence[$0].kind == .period && bytes.hasText("刚过去", at: sentence[$0 - 1].range.upperBound - 9)
      }),
      !sentence[..<at].contains(where: { $0.kind == .quantity })
    else { return nil }
    return Opening(mark: text.periods[Int(sentence[at].index)], isTopic: true)
  }

  /// `2010年，我们坚持稳增长。`: a sentence without a number names the year of what follows in its paragraph.
  func isFrame(_ opening: Opening, of sentence: Tokens) -> Bool {
    guard !opening.isTopic, !opening.mark.isDeadline, !sentence.contains(where: { holdsNumber($0) }),
      let at = sentence.firstIndex(where: { $0.kind == .period }), at + 2 < sentence.endIndex,
      sentence[at + 1].kind == .comma
    else { return false }
    let next = sentence[at + 2].range.lowerBound
    return ["我们", "我市", "我省", "我区", "我县", "全市", "全省", "全区", "全县", "面对", "在"].contains {
      bytes.hasText($0, at: next)
    }
  }

  /// The period among the first words of a sentence.
  private func firstMark(_ sentence: Tokens, _ text: TokenizedText) -> Opening? {
    for index in sentence.indices.prefix(6) {
      let token = sentence[index]
      switch token.kind {
      case .period:
        let mark = text.periods[Int(token.index)]
        if mark.isLoose { return nil }
        // `近两年动工的23项工程`: the years of a thing.
        if case .relative(let first, let last) = mark.rule, last - first < 4, last < 0, first < last {
          let isAdverbial = index + 1 < sentence.endIndex && sentence[index + 1].kind == .comma
          if !isAdverbial, !bytes.hasText("来", at: token.range.upperBound - 3) { return nil }
        }
        return Opening(mark: mark, isTopic: isTopic(index, of: sentence))
      // `对全市近五年4.37万名学生…`
      case .word
      where ["对", "为", "给", "向", "把"].contains {
        token.range.count == 3 && bytes.hasText($0, at: token.range.lowerBound)
      }:
        return nil
      // `市人民代表大会第一次会议以来的四年，…`
      case .text
      where index + 1 < sentence.endIndex && sentence[index + 1].kind == .period
        && bytes.hasText("以来的", at: sentence[index + 1].range.lowerBound):
        continue
      // `各位代表，刚刚过去的2021年，…`
      case .text where token.range.count <= 18, .comma: continue
      case .word where !token.classes.isDisjoint(with: [.aux, .of]): continue
      default: return nil
      }
    }
    return nil
  }

  /// `新一届政府要全力实现以下奋斗目标：`: the five years of a term.
  func announcedTerm(_ sentence: Tokens) -> PeriodMark? {
    guard sentence.count <= 24, !sentence.contains(where: { $0.kind == .period }) else { return nil }
    let words = Words(memory, sentence.span)
    // One search in nearly all sentences.
    guard words.contains("届政府") else { return nil }
    let isTerm = ["新一届政府", "下届政府", "本届政府"].contains { words.contains($0) }
    return isTerm && words.contains("目标") ? PeriodMark(rule: .relative(first: 0, last: 4)) : nil
  }

  /// `现就2006年政府工作向大会报告`: the year that the part gives an account of.
  func announcedYear(_ sentence: Tokens, _ text: TokenizedText) -> PeriodMark? {
    guard sentence.count <= 24,
      let at = sentence.lastIndex(where: { $0.kind == .period }), at > sentence.startIndex,
      ["就", "将", "把"].contains(where: { bytes.hasText($0, at: sentence[at - 1].range.upperBound - 3) }),
      ["报告", "汇报", "报告如下", "汇报如下"].contains(where: {
        bytes.hasText($0, at: sentence.span.upperBound - $0.utf8CodeUnitCount)
      })
    else { return nil }
    return text.periods[Int(sentence[at].index)]
  }

  /// `2021年是…的一年`, `刚刚过去的2021年`: the sentence speaks of the year itself.
  private func isTopic(_ index: Int, of sentence: Tokens) -> Bool {
    if index > sentence.startIndex, sentence[index - 1].classes.contains(.of) { return true }
    if bytes.hasText("刚刚过去", at: sentence[index].range.lowerBound) { return true }
    let next = sentence[(index + 1)...].first { $0.kind != .comma }
    return next.map { bytes.hasText("是", at: $0.range.lowerBound) } ?? false
  }
}

/// The years that a sentence opens with.
struct Opening {
  var mark: PeriodMark
  /// The sentence speaks of the year itself, not of something in it: it begins an account of that year.
  var isTopic = false
  /// It holds to the end of its section only.
  var isLocal = false
  /// How many figures of its paragraph stand before it.
  var draftsBefore = 0

  /// `8年来`, `近十年`: years up to the report's own, not the five of a term.
  var isLookingBack: Bool {
    if case .relative(let first, let last) = mark.rule { last == -1 && first < -1 && first != -5 } else { false }
  }
}
