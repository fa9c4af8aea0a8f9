/// Reads targets without a number in the statement of main targets: bounds by reference
/// (`失业人数控制在市政府下达指标以内`, `收入增速高于经济增长`) and directions (`能耗进一步下降`).
struct ReferenceReader {
  let phrase: PhraseBuilder
  let coordination: Coordination
  let words = ReferenceWords.standard

  init(_ parser: ClauseParser) {
    phrase = parser.phrase
    coordination = parser.coordination
  }

  /// The figures of a clause that holds no quantity.
  func figures(in clause: ArraySlice<Token>) -> [DraftFigure] {
    guard !clause.contains(where: { $0.kind == .quantity || $0.kind == .rank }), phrase.byteCount(clause) <= 150 else {
      return []
    }
    let tokens = phrase.trimmed(clause)
    return hold(tokens, clause) ?? assigned(tokens, clause) ?? compared(tokens, clause) ?? direction(tokens, clause)
      ?? objectDirection(tokens, clause) ?? []
  }

  /// `…控制在…以内`
  private func hold(_ tokens: ArraySlice<Token>, _ clause: ArraySlice<Token>) -> [DraftFigure]? {
    guard let verb = tokens.firstIndex(where: { $0.classes.contains(.level) && phrase.words([$0]).contains("控") }),
      verb > tokens.startIndex, verb + 1 < tokens.endIndex
    else { return nil }
    return drafts(tokens[..<verb], measure: .level, clause)
  }

  /// `指标完成自治区下达任务`, `指标全面完成`
  private func assigned(_ tokens: ArraySlice<Token>, _ clause: ArraySlice<Token>) -> [DraftFigure]? {
    guard let verb = tokens.firstIndex(where: { $0.classes.contains(.act) && phrase.words([$0]).contains("完成") }) else {
      return nil
    }
    let object = phrase.words(tokens[(verb + 1)...])
    if verb > tokens.startIndex {
      guard object.isEmpty || ["任务", "目标", "指标", "要求"].contains(where: { object.hasSuffix($0) }) else { return nil }
      let subject = trimmedEnd(tokens[..<verb])
      guard !object.isEmpty || phrase.words(subject).hasSuffix("指标") else { return nil }
      return drafts(subject, measure: .level, clause)
    }
    return nil
  }

  /// `增速高于经济增长`, `与经济增长同步`
  private func compared(_ tokens: ArraySlice<Token>, _ clause: ArraySlice<Token>) -> [DraftFigure]? {
    let text = phrase.words(tokens)
    let isSynchrony = words.synchrony.contains { text.hasSuffix($0) }
    for index in tokens.indices.dropFirst() where tokens[index].kind == .word {
      let word = phrase.words([tokens[index]])
      guard words.bounds.contains(word), index + 1 < tokens.endIndex else { continue }
      if ["与", "同", "和"].contains(word), !isSynchrony { continue }
      let subject = trimmedEnd(tokens[..<index])
      guard isDegree(subject) || phrase.words(subject).hasSuffix("增长") else { continue }
      let name = phrase.words(subject)
      let isChange = isSynchrony || ["增", "涨", "收入", "速度"].contains { name.contains($0) }
      return drafts(subject, measure: isChange ? .change : .level, clause)
    }
    return nil
  }

  /// `主要污染物排放量进一步削减`
  private func direction(_ tokens: ArraySlice<Token>, _ clause: ArraySlice<Token>) -> [DraftFigure]? {
    let text = phrase.words(tokens)
    guard words.directions.contains(where: { text.hasSuffix($0) }) else { return nil }
    var subject = tokens
    while let last = subject.last, last.kind == .word, !isName(last) { subject.removeLast() }
    subject = trimmedEnd(subject)
    guard isDegree(subject) else { return nil }
    return drafts(subject, measure: .change, clause)
  }

  /// `提高群众文明程度和健康水平`
  private func objectDirection(_ tokens: ArraySlice<Token>, _ clause: ArraySlice<Token>) -> [DraftFigure]? {
    guard let first = tokens.first, first.classes.contains(.change), tokens.count > 1 else { return nil }
    let object = tokens.dropFirst()
    guard isDegree(object) else { return nil }
    return drafts(object, measure: .change, clause)
  }

  private func isName(_ token: Token) -> Bool {
    !token.classes.isDisjoint(with: [.act]) && token.classes.isDisjoint(with: [.change])
  }

  /// Whether a phrase ends with something measurable; lists are judged by their last member.
  private func isDegree(_ tokens: ArraySlice<Token>) -> Bool {
    let text = phrase.words(tokens)
    return words.degrees.contains { text.hasSuffix($0) }
  }

  /// Without the adverbs and verbs at the end (`力争`, `明显`, `继续`, `保持`).
  private func trimmedEnd(_ tokens: ArraySlice<Token>) -> ArraySlice<Token> {
    var tokens = tokens
    while let last = tokens.last, last.kind != .text,
      !last.classes.isDisjoint(with: [.aux, .adj, .level, .dist, .conj, .base, .of]) || last.kind == .enumeration
    {
      tokens.removeLast()
    }
    return tokens
  }

  private func drafts(_ subject: ArraySlice<Token>, measure: Measure, _ clause: ArraySlice<Token>) -> [DraftFigure] {
    let subject = trimmedEnd(subject)
    guard !subject.isEmpty, phrase.byteCount(subject) <= 90 else { return [] }
    return coordination.members(of: subject).filter { !$0.isEmpty && $0.count <= 24 }.map {
      DraftFigure(
        indicator: $0, measure: measure, comparator: .reference, low: nil, high: nil, unit: "", tense: .target,
        quote: clause.span)
    }
  }
}
