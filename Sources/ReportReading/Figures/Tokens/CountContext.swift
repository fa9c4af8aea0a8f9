/// What stands before a number: it tells whether a small or round number in words counts anything.
struct CountContext: Sendable {
  /// A verb of making (`新建两个`).
  var isMade = false
  /// A bound (`近百人`, `上千户`).
  var isBounded = false
  /// A noun, or a verb of having (`公路六条`, `仍有五户`).
  var follows = Before.other

  enum Before: Sendable { case noun, having, other }
}

extension Tokenizer {
  /// The context of a number at a place.
  func countContext(at: Int, in text: TokenizedText) -> CountContext {
    CountContext(isMade: followsMaking(text), isBounded: followsBound(text, at: at), follows: before(at, in: text))
  }

  private func followsBound(_ text: TokenizedText, at: Int) -> Bool {
    guard let last = text.last, last.kind == .word, last.classes.contains(.pre) else { return false }
    // `网上百家店铺`
    return !bytes.hasText("上", at: at - 3)
      || !["网", "线", "路", "街", "海", "山", "身", "版"].contains {
        bytes.hasText($0, at: at - 6)
      }
  }

  /// `办厂十个`: a verb before a noun of one character.
  private func followsWork(_ text: TokenizedText) -> Bool {
    text.current.dropLast().last.map { $0.kind == .word && $0.classes.contains(.act) } ?? false
  }

  /// Whether words hold one that no count stands behind (`每户一台`, `不漏一户`, `死路一条`).
  private static func countsNothing(_ words: Words) -> Bool {
    !words.allSatisfy { !uncounted.contains($0) } || words.contains("死路") || words.contains("铁人")
  }

  private static let uncounted = ScalarSet("不每各无没另同某任逐统唯“")

  private func before(_ at: Int, in text: TokenizedText) -> CountContext.Before {
    guard let last = text.last, last.range.upperBound == at else { return .other }
    switch last.kind {
    case .text:
      // `干一件`: a verb of one character. `每户一台`, `不漏一户`: no count of anything.
      let words = Words(memory, last.range)
      let isNoun =
        (last.range.count >= 6 || followsWork(text)) && !Self.countsNothing(words.suffix(4))
      return isNoun ? .noun : .other
    case .word:
      return bytes.hasText("有", at: at - 3) ? .having : .other
    default:
      return .other
    }
  }
}

extension QuantityScanner {
  /// Whether a number in words below eleven counts what stands before it: `公路六条`, `农贸市场一处`, `仍有五户亏损`.
  func countsNoun(_ number: ScannedNumber, at start: Int, unit: FoundUnit, context: CountContext, limit: Int) -> Bool {
    guard number.digitCount == 1, !number.isBare || number.isTen else { return false }
    if context.follows == .having { return number.value.doubleValue > 1 && (unit.name == "户" || countsPlaces(unit)) }
    guard context.follows == .noun, endsPhrase(unit.end, limit: limit) else { return false }
    // `暖心十条`: the name of a paper.
    if number.isTen, unit.name == "条" { return false }
    if number.value.doubleValue > 1 {
      return GrammarLists.standard.counters.contains(unit.name)
    }
    let isThing = GrammarLists.standard.singles.contains(unit.name)
    return isThing && !isEchoed(start, unit.end, limit: limit)
  }

  /// `六个乡镇`
  private func countsPlaces(_ unit: FoundUnit) -> Bool {
    unit.name == "个"
      && ["乡", "镇", "村", "县", "区", "企业", "单位", "厂", "公司"].contains { bytes.hasText($0, at: unit.end) }
  }

  private func endsPhrase(_ end: Int, limit: Int) -> Bool {
    guard end < limit, let (next, _) = bytes.scalar(at: end) else { return true }
    return next.isOne(of: "，。；、：）") || bytes.hasText("以上", at: end)
  }

  /// `成熟一个、推进一个`: a saying.
  private func isEchoed(_ start: Int, _ end: Int, limit: Int) -> Bool {
    let near = [max(0, start - 21)..<start, end..<min(limit, end + 21)]
    return near.contains { range in range.contains { bytes[$0] == 0xE4 && bytes.hasText("一", at: $0) } }
  }
}
