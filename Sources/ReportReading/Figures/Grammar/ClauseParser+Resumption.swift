/// Names that earlier words of the sentence complete, and words that are no part of a name.
extension ClauseParser {
  /// `粮食播种面积…，总产…`: of the crop named before; `单位GDP能耗…、二氧化碳排放…`: by the yardstick named before.
  func sharedName(_ name: Words, _ topics: inout Topics) -> Words? {
    if lists.yields.contains(name), let before = topics.last(self), let crop = lists.crops.first(beginning: before) {
      return crop + name
    }
    if lists.intensities.contains(name), let before = topics.last(self),
      let yardstick = lists.yardsticks.first(beginning: before)
    {
      return yardstick + name
    }
    return nil
  }

  /// `国家级园区亩均税收达到25万元以上、省级园区15万元以上`: what is measured of the one is measured of the other.
  static func parallelName(_ name: Words, with before: Words) -> Words? {
    guard (3...8).contains(name.count), before.count > name.count, !Coordination.hasHead(name),
      let common = before.firstRange(of: name.suffix(2)), common.lowerBound > before.range.lowerBound
    else { return nil }
    let tail = before[common.upperBound...]
    return tail.count >= 2 && Coordination.hasHead(tail) ? name + tail : nil
  }

  /// `除外贸出口由于外需不足负增长14.1%外`, `生产总值一季度受疫情影响下降8.5%`: the thing without the cause.
  func withoutReason(_ subject: Tokens, in clause: Tokens) -> Tokens {
    var subject = subject
    if let reason = subject.indices.dropFirst().first(where: {
      bytes.hasText("由于", at: subject[$0].range.lowerBound) && subject[$0].kind == .word
    }) {
      subject = subject[..<reason]
    }
    if let last = subject.last, last.kind == .text, bytes.hasText("影响", at: last.range.upperBound - 6),
      let at = Words(memory, last.range).firstRange(of: "受"), at.lowerBound > 6
    {
      let cut = Token(kind: .text, range: last.range.lowerBound..<last.range.lowerBound + at.lowerBound)
      subject = memory.keep(Array(subject.dropLast()) + [cut])
    }
    if let first = subject.first, first.kind == .text, first.range.count > 6,
      bytes.hasText("除", at: first.range.lowerBound), bytes.hasText("外", at: clause.span.upperBound - 3)
    {
      let cut = Token(kind: .text, range: (first.range.lowerBound + 3)..<first.range.upperBound)
      subject = memory.keep([cut] + Array(subject.dropFirst()))
    }
    // `生产总值由一季度下降10.3%…`
    if let from = subject.indices.dropFirst().last(where: { subject[$0].classes.contains(.from) }),
      from + 2 == subject.endIndex, lists.seasons.contains(phrase.words(subject[from + 1]))
    {
      subject = memory.keep(Array(subject[..<from]) + Array(subject[(from + 1)...]))
    }
    return subject
  }

  /// `一季度下降8.5%，…，预计全年增长4%`: the thing spoken of before, for the whole year.
  func wholeYear(_ member: Member, _ topics: inout Topics) -> Words? {
    guard member.leftTokens.contains(where: { $0.kind == .period && bytes.hasText("全年", at: $0.range.upperBound - 6) })
    else { return nil }
    for name in topics.suffix(.max, self).reversed() {
      if let season = lists.seasons.first(ending: name), name.count > season.count + 1 {
        return name.dropLast(season.count)
      }
      if name.hasPrefix("单季"), name.count > 3 { return name.dropFirst(2) }
    }
    return nil
  }
}
