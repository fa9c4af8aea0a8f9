/// Reads targets without a number in the statement of main targets: bounds by reference
/// (`失业人数控制在市政府下达指标以内`, `收入增速高于经济增长`) and directions (`能耗进一步下降`).
struct ReferenceReader: ~Copyable {
  let phrase: PhraseBuilder
  let coordination: Coordination
  let words = ReferenceWords.standard

  init(bytes: [UInt8], memory: WordMemory, lexicon: ClauseLexicon = .standard) {
    phrase = PhraseBuilder(bytes: bytes, memory: memory, lexicon: lexicon)
    coordination = Coordination(bytes: bytes, memory: memory, lexicon: lexicon)
  }

  /// The figures of a clause that holds no quantity.
  /// - Parameter topic: gives the indicator last spoken of: `略高于全省增速` is said of it.
  func figures(in clause: Tokens, topic: () -> Words? = { nil }) -> [DraftFigure] {
    guard phrase.byteCount(clause) <= 300 else { return [] }
    if let each = predicates(in: clause, topic: topic) { return each }
    let tokens = phrase.trimmed(clause)
    return hold(tokens, clause) ?? assigned(clause, clause) ?? compared(tokens, clause, topic: topic) ?? direction(
      tokens, clause, topic: topic)
      ?? objectDirection(tokens, clause) ?? continued(tokens, clause, topic: topic) ?? []
  }

  /// `实力持续增强、活力不断提升`: members of a list with a predicate each; nil where they share one.
  private func predicates(in clause: Tokens, topic: () -> Words?) -> [DraftFigure]? {
    guard let mark = clause.indices.first(where: { clause[$0].kind == .enumeration && endsInDirection(clause[..<$0]) })
    else { return nil }
    let first = figures(in: clause[..<mark], topic: topic)
    return first + figures(in: clause[(mark + 1)...], topic: { first.last?.indicator ?? topic() })
  }

  private func endsInDirection(_ tokens: Tokens) -> Bool {
    let text = phrase.words(tokens)
    return words.directions.end(text) && words.directions.contains { $0.count > 2 && text.hasSuffix($0) }
      || words.synchrony.end(text) && words.synchrony.contains { $0.count > 2 && text.hasSuffix($0) }
  }

  /// Bounds by the average of a wider place (`城镇化率高于全省平均水平`), which any paragraph of the plan may set.
  func averages(in clause: Tokens, topic: () -> Words?) -> [DraftFigure] {
    guard mayHoldAverage(clause) else { return [] }
    let text = phrase.words(clause)
    guard ["平均水平", "全国水平", "全省水平", "全市水平", "高于全国", "高于全省", "高于全市", "高于全区"].contains(where: { text.hasSuffix($0) }),
      phrase.byteCount(clause) <= 120
    else { return [] }
    let tokens = phrase.trimmed(clause)
    return compared(tokens, clause, topic: topic) ?? continued(tokens, clause, topic: topic) ?? []
  }

  /// Whether a clause may set a bound by an average: the last characters of all such words.
  func mayHoldAverage(_ clause: Tokens) -> Bool {
    guard let last = clause.last else { return false }
    return !Self.ofName.contains(last.kind.asSet) || phrase.words(last).lastIsOne(of: "平国省市区")
  }

  private static let ofName: Token.Kinds = [.text, .word]

  /// `略高于全省增速`: a bound on the indicator before.
  private func continued(_ tokens: Tokens, _ clause: Tokens, topic: () -> Words?) -> [DraftFigure]? {
    guard let first = tokens.first, first.kind == .word || first.kind == .text, tokens.count > 1 else {
      return nil
    }
    let text = phrase.words(tokens)
    // `增长8%，基本达到全省平均水平`
    let reaches = ["达到", "基本达到", "接近", "超过"].contains { text.hasPrefix($0) } && text.hasSuffix("平均水平")
    guard reaches || words.bounds.contains(where: { text.hasPrefix($0) && $0.count > 1 }),
      ["水平", "增速", "平均", "增长", "目标"].contains(where: { text.hasSuffix($0) }), let topic = topic()
    else { return nil }
    let isChange = ["增速", "增长"].contains { text.hasSuffix($0) }
    return [
      DraftFigure(
        indicator: topic, measure: isChange ? .change : .level, comparator: .reference, low: nil, high: nil,
        unit: Words(),
        tense: .target, quote: clause.span)
    ]
  }

  /// `…控制在…以内`
  private func hold(_ tokens: Tokens, _ clause: Tokens) -> [DraftFigure]? {
    // `指数保持在省定目标以内`
    let isWithin = ["以内", "之内", "范围内", "目标内"].contains { phrase.words(tokens).hasSuffix($0) }
    guard
      let verb = tokens.firstIndex(where: {
        $0.classes.contains(.level) && (phrase.words($0).contains("控") || isWithin && phrase.words($0).hasSuffix("在"))
      }),
      verb > tokens.startIndex, verb + 1 < tokens.endIndex
    else { return nil }
    return drafts(tokens[..<verb], measure: .level, clause).map { draft in
      var draft = draft
      // An index of prices is told by what it grows.
      if ["价格", "涨幅", "物价", "增幅"].contains(where: { draft.indicator.contains($0) }) { draft.measure = .change }
      return draft
    }
  }

  /// `指标完成自治区下达任务`, `指标全面完成`, `完成国家下达的节能减排任务`
  private func assigned(_ tokens: Tokens, _ clause: Tokens) -> [DraftFigure]? {
    guard
      let verb = tokens.firstIndex(where: {
        // `节能减排实现省定目标`
        $0.classes.contains(.act) && (phrase.words($0).contains("完成") || phrase.words($0) == "实现")
      })
    else {
      return nil
    }
    let object = tokens[(verb + 1)...]
    let text = phrase.words(object)
    let isTask = ["任务", "目标", "指标", "要求", "计划"].contains { text.hasSuffix($0) }
    let subject = trimmedEnd(phrase.trimmed(tokens[..<verb]))
    guard !subject.isEmpty else { return isTask ? assignedObject(object, clause) : nil }
    let name = phrase.words(subject)
    let isGiven =
      isTask && ["下达", "规定", "核定", "进度", "省定", "市定", "国定", "国家", "省里", "上级", "考核"].contains { text.contains($0) }
    if !isGiven, phrase.words(tokens[verb]) == "实现" { return nil }
    guard
      isGiven || isDegree(subject)
        || ["指标", "减排", "降碳", "减排任务", "就业任务", "减排目标", "减排目标任务", "生产", "控制"].contains(where: { name.hasSuffix($0) })
    else {
      return nil
    }
    let isDone =
      text.isEmpty && ["指标", "减排任务", "就业任务", "减排目标", "减排目标任务"].contains { name.hasSuffix($0) }
    guard isTask || isDone else { return nil }
    return drafts(subject, measure: .level, clause)
  }

  /// `完成国家下达的节能减排和环境保护目标任务`: the things between the giver and the word task.
  private func assignedObject(_ object: Tokens, _ clause: Tokens) -> [DraftFigure]? {
    let text = phrase.words(object)
    // `完成国家下达的任务` names nothing.
    if ["下达的任务", "下达任务", "下达的目标任务", "下达的指标", "下达的目标"].contains(where: { text.hasSuffix($0) }) { return nil }
    let given = ["下达的", "确定的", "规定的", "要求的"].contains { text.contains($0) }
    guard given || ["减排", "就业"].contains(where: { text.contains($0) }) else { return nil }
    var end = object.last?.range.upperBound ?? 0
    let tasks: [StaticString] = ["目标任务", "的任务", "任务", "目标"]
    for word in tasks where phrase.bytes.hasText(word, at: end - word.utf8CodeUnitCount) {
      end -= word.utf8CodeUnitCount
      break
    }
    let giver = object.lastIndex { $0.classes.contains(.of) && $0.range.upperBound < end }
    return drafts(cut(object[(giver.map { $0 + 1 } ?? object.startIndex)...], at: end), measure: .level, clause)
  }

  /// The tokens before an offset; a text token that reaches over it is cut there.
  private func cut(_ tokens: Tokens, at end: Int) -> Tokens {
    var kept: [Token] = []
    for var token in tokens where token.range.lowerBound < end {
      if token.range.upperBound > end { token.range = token.range.lowerBound..<end }
      kept.append(token)
    }
    return phrase.memory.keep(kept)
  }

  /// `增速高于经济增长`, `与经济增长同步`
  private func compared(_ tokens: Tokens, _ clause: Tokens, topic: () -> Words?) -> [DraftFigure]? {
    let text = phrase.words(tokens)
    let isSynchrony = words.synchrony.end(text)
    for index in tokens.indices.dropFirst() where tokens[index].kind == .word {
      let word = phrase.words(tokens[index])
      guard index + 1 < tokens.endIndex else { continue }
      let reaches = word.hasPrefix("达到") && ["水平", "标准", "要求"].contains { text.hasSuffix($0) }
      guard words.bounds.contains(word) || reaches else { continue }
      if word.isOne(of: ["与", "同", "和"]), !isSynchrony { continue }
      if phrase.words(tokens[..<index]).hasSuffix("或略") { continue }  // 保持或略高于去年水平
      let subject = trimmedEnd(tokens[..<index])
      guard isDegree(subject) || phrase.words(subject).hasSuffix("增长") else { continue }
      let name = phrase.words(subject)
      let grows = ["增", "涨", "速度"].contains { name.contains($0) }
      let isLevel =
        name.hasSuffix("指数") || !grows && (text.hasSuffix("平均水平") || ["率", "比重", "占比"].contains { name.hasSuffix($0) })
      let isChange = isSynchrony && !isLevel || grows || !isLevel && ["收入", "价格"].contains { name.contains($0) }
      return drafts(subject, measure: isChange ? .change : .level, clause).map { draft in
        var draft = draft
        // `经济增速和效益高于全国平均水平`
        if isChange, !isSynchrony, text.hasSuffix("平均水平"),
          !["增", "涨", "速"].contains(where: { draft.indicator.contains($0) })
        {
          draft.measure = .level
        }
        // `增速持续高于全省`: the growth of what was spoken of before.
        guard draft.indicator.isOne(of: ["增速", "增幅", "涨幅", "占比", "比重", "年均增速", "年均增幅"]), let topic = topic() else {
          return draft
        }
        draft.indicator = topic + draft.indicator
        return draft
      }
    }
    return nil
  }

  /// `主要污染物排放量进一步削减`
  private func direction(
    _ tokens: Tokens, _ clause: Tokens, topic: () -> Words?
  ) -> [DraftFigure]? {
    let text = phrase.words(tokens)
    // Prices alone are to be steady; of other things it says too little.
    let isPrice =
      ["物价总水平", "价格总水平", "价格指数", "产量保持稳定", "覆盖率保持稳定"].contains { text.contains($0) }
    let steady = isPrice ? words.steadiness.first(ending: text) : nil
    guard let word = steady ?? words.directions.first(ending: text),
      let end = tokens.last?.range.upperBound
    else {
      return nil
    }
    let subject = trimmedEnd(cut(tokens, at: end - word.byteCount))
    guard let degrees = degrees(subject) else { return nil }
    if phrase.words(degrees).hasSuffix("差距") { return gap(degrees, clause, topic: topic) }
    let isLevel = steady != nil || word == "保持优良"
    return drafts(degrees, measure: isLevel ? .level : .change, clause)
  }

  /// The measurable ones of what is to go somewhere: `思想道德、文化素质、健康水平` are told by the last alone,
  /// `国际化程度和品牌影响力` by the first. Nil where none is.
  private func degrees(_ subject: Tokens) -> Tokens? {
    var parts = subject.split { $0.kind == .enumeration || $0.classes.contains(.conj) }
    if parts.count < 2 { return isDegree(subject) ? subject : nil }
    while let last = parts.last, !isDegree(last) { parts.removeLast() }
    guard let last = parts.last else { return nil }
    // `治理能力和水平`: one thing.
    if parts.count == 2, namesQuality(parts[0]), phrase.byteCount(last) <= 6 { return parts[0] }
    // Others may share the last one's measure (`教育、医疗水平`).
    let kept = parts.dropLast().filter { isDegree($0) || !namesQuality($0) } + [last]
    return phrase.memory.keep(
      kept.enumerated().flatMap { i, part in
        i + 1 < kept.count ? Array(subject[part.startIndex...part.endIndex]) : Array(part)
      })
  }

  /// `文化素质`, `治理能力`, `制度更加完善`: by itself, and no degree.
  private func namesQuality(_ tokens: Tokens) -> Bool {
    let text = phrase.words(tokens)
    return text.count > 2 && GrammarLists.standard.qualities.end(text)
  }

  /// `人均收入与全国、全省差距缩小`: one gap, of what was spoken of before where it begins with `与`.
  private func gap(_ subject: Tokens, _ clause: Tokens, topic: () -> Words?) -> [DraftFigure]? {
    var name = phrase.condensed(subject)
    if let first = clause.first, case let joint = phrase.words(first), joint.isOne(of: ["与", "同", "和"]) {
      guard let topic = topic() else { return nil }
      name = topic + joint + name
    }
    return [
      DraftFigure(
        indicator: name, measure: .change, comparator: .reference, low: nil, high: nil, unit: Words(), tense: .target,
        quote: clause.span)
    ]
  }

  /// `提高群众文明程度和健康水平`
  private func objectDirection(_ tokens: Tokens, _ clause: Tokens) -> [DraftFigure]? {
    guard let first = tokens.first, first.classes.contains(.change), tokens.count > 1 else { return nil }
    let object = tokens.dropFirst()
    guard ["率", "收入", "程度", "满意度", "能耗", "排放量", "比重"].contains(where: { phrase.words(object).hasSuffix($0) }) else {
      return nil
    }
    return drafts(object, measure: .change, clause)
  }

  /// Whether a phrase ends with something measurable; lists are judged by their last member.
  private func isDegree(_ tokens: Tokens) -> Bool {
    let text = phrase.words(tokens)
    return words.degrees.end(text)
  }

  /// Without the adverbs and verbs at the end (`力争`, `明显`, `继续`, `保持`).
  private func trimmedEnd(_ tokens: Tokens) -> Tokens {
    var tokens = tokens
    let adverbs: [StaticString] = ["普遍", "整体", "均", "要", "有", "略", "稍"]
    for word in adverbs {
      guard let end = tokens.last?.range.upperBound, phrase.bytes.hasText(word, at: end - word.utf8CodeUnitCount) else {
        continue
      }
      tokens = cut(tokens, at: end - word.utf8CodeUnitCount)
    }
    while let last = tokens.last, last.kind != .text,
      !last.classes.isDisjoint(with: [.aux, .adj, .level, .dist, .conj, .base, .of, .etc]) || last.kind == .enumeration
    {
      tokens.removeLast()
    }
    return tokens
  }

  private func drafts(_ subject: Tokens, measure: Measure, _ clause: Tokens) -> [DraftFigure] {
    let subject = trimmedEnd(subject)
    // A list may be long, a name is not.
    let isList = subject.contains { $0.kind == .enumeration }
    guard !subject.isEmpty, phrase.byteCount(subject) <= (isList ? 240 : 90) else { return [] }
    return coordination.members(of: subject).filter { !$0.isEmpty && $0.count <= 28 }.map {
      DraftFigure(
        indicator: $0, measure: measure, comparator: .reference, low: nil, high: nil, unit: Words(), tense: .target,
        quote: clause.span)
    }
  }
}
