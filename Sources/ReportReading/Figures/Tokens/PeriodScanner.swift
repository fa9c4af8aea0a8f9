/// Reads years and spans of years.
struct PeriodScanner: ~Copyable {
  let bytes: [UInt8]

  /// A calendar year or span that begins at a digit (`2019年`, `2001-2007年`, `2001年以来`, `二〇〇一年`).
  func calendar(at start: Int, limit: Int) -> (mark: PeriodMark, end: Int)? {
    guard mayBeYear(at: start), let first = year(at: start, limit: limit) else { return nil }
    var at = first.end
    let hasYearWord = bytes.hasText("年", at: at)
    if hasYearWord { at += 3 }
    if let span = spanEnd(from: first.year, at: at, limit: limit) { return span }
    guard hasYearWord, !isRecord(at: at) else { return nil }
    return suffix(year: first.year, at: at, deadline: isDeadline(before: start))
  }

  /// Whether the first two digits, where they are Arabic, can be those of a year: `19`, `20`, or `78` to `99` before 年.
  private func mayBeYear(at start: Int) -> Bool {
    guard start + 1 < bytes.count, bytes[start] < 0x80, bytes[start + 1] < 0x80 else { return true }
    return switch bytes[start] {
    case 0x31, 0x32: bytes[start + 1] == 0x39 || bytes[start + 1] == 0x30
    case 0x37...0x39: bytes.hasText("年", at: start + 2)
    default: false
    }
  }

  private func spanEnd(from first: Int, at: Int, limit: Int) -> (mark: PeriodMark, end: Int)? {
    guard let (scalar, width) = bytes.scalar(at: at), scalar.isOne(of: "~-—–－～至到") else { return nil }
    var next = at + width
    if bytes.hasText("—", at: next) { next += 3 }
    guard let last = year(at: next, limit: limit), bytes.hasText("年", at: last.end), last.year > first else {
      return nil
    }
    return (PeriodMark(rule: .span(first, last.year)), last.end + 3)
  }

  private func suffix(year: Int, at start: Int, deadline: Bool) -> (mark: PeriodMark, end: Int) {
    var at = start
    if bytes.hasText("以来", at: at) { return (PeriodMark(rule: .since(year)), at + 6) }
    if bytes.hasText("起", at: at) || bytes.hasText("来", at: at) && !bytes.hasText("来自", at: at) {
      return (PeriodMark(rule: .since(year)), at + 3)
    }
    if ["度", "末", "底", "初", "前"].contains(where: { bytes.hasText($0, at: at) }) {
      at += 3
    } else if bytes.hasText("全年", at: at) {
      at += 6
    }
    return (PeriodMark(rule: .year(year), isDeadline: deadline), at)
  }

  /// `2008年以来首次`, `“十三五”以来最好水平`: how long a record stands, not for which years the figure holds.
  private func isRecord(at start: Int) -> Bool {
    guard bytes.hasText("以来", at: start) else { return false }
    let at = start + (bytes.hasText("的", at: start + 6) ? 9 : 6)
    return ["首次", "最", "首", "新高", "新低", "第一次", "同期最"].contains { bytes.hasText($0, at: at) }
  }

  private func isDeadline(before start: Int) -> Bool {
    start >= 3 && ["到", "至", "届"].contains { bytes.hasText($0, at: start - 3) }
  }

  private func year(at start: Int, limit: Int) -> (year: Int, end: Int)? {
    var at = start
    var value = 0
    var count = 0
    while at < limit, count < 5, let (scalar, width) = bytes.scalar(at: at) {
      if scalar.isDigit {
        value = value * 10 + Int(scalar.value - 0x30)
      } else if let digit = scalar.chineseDigit, scalar != "两" {
        value = value * 10 + digit
      } else {
        break
      }
      count += 1
      at += width
    }
    if count == 4, (1949...2060).contains(value) { return (value, at) }
    if count == 2, (78...99).contains(value), bytes.hasText("年", at: at) { return (1900 + value, at) }
    return nil
  }

  /// `两年完成`, `三年新增`, `两年时间完成`: years right before what was done in them.
  func fewYears(at start: Int, limit: Int) -> (mark: PeriodMark, end: Int)? {
    guard let (scalar, width) = bytes.scalar(at: start), bytes.hasText("年", at: start + width) else { return nil }
    let count = scalar.isDigit ? Int(scalar.value) - 0x30 : scalar.chineseDigit ?? 0
    guard (2...4).contains(count) else { return nil }
    var end = start + width + 3
    for word: StaticString in ["时间", "内"] where bytes.hasText(word, at: end) { end += word.utf8CodeUnitCount }
    let deeds: [StaticString] = [
      "完成", "新增", "累计", "共", "新建", "建成", "投入", "取消", "压减", "培育", "引进", "改造", "翻", "增长", "平均增长", "净",
    ]
    // `力争三年内规上企业达到2000家`; `毕业2年内的学生`, `离校2年内未就业…` are people.
    let isWithin =
      end > start + width + 3 && bytes.hasText("内", at: end - 3)
      && ["，", "。", "；", "：", "争", "取", "保", "用", "在", "划", "拟", "要"].contains { bytes.hasText($0, at: start - 3) }
    // `用好4年2.5亿元的资金`
    let isTerm = end < limit && bytes[end] >= 0x30 && bytes[end] <= 0x39
    guard end < limit, isWithin || isTerm || deeds.contains(where: { bytes.hasText($0, at: end) }) else { return nil }
    // `三年翻番计划`
    if bytes.hasText("翻番", at: end), ["计划", "行动", "工程"].contains(where: { bytes.hasText($0, at: end + 6) }) {
      return nil
    }
    let isPart = ["第", "每", "近", "续", "前", "后", "来", "去", "十"].contains { bytes.hasText($0, at: start - 3) }
    return isPart || start > 0 && bytes[start - 1] < 0x80 ? nil : (PeriodMark(rule: .years(count)), end)
  }

  /// A five-year plan (`“十四五”期间`, `十三五末`): plan n (from the sixth on) begins in 1951 + 5n.
  /// - Parameter isHeading: there the plan's name alone names its years.
  func fiveYearPlan(at start: Int, limit: Int, isHeading: Bool = false) -> (mark: PeriodMark, end: Int)? {
    // A plan's number is in words.
    guard start < bytes.count, bytes[start] >= 0x80 else { return nil }
    var at = start
    let quoted = bytes.hasText("“", at: at)
    if quoted { at += 3 }
    guard let number = planNumber(at: &at) else { return nil }
    if quoted {
      guard bytes.hasText("”", at: at) else { return nil }
      at += 3
    }
    let first = 1951 + 5 * number
    if isRecord(at: at) { return nil }
    if bytes.hasText("以来", at: at) { return (PeriodMark(rule: .since(first)), at + 6) }
    if ["期间", "时期", "五年"].contains(where: { bytes.hasText($0, at: at) }) {
      return (PeriodMark(rule: .span(first, first + 4)), at + 6)
    }
    if isBase(from: start, to: at) { return (PeriodMark(rule: .span(first, first + 4)), at) }
    if quoted, namesGoals(at: at) { return (PeriodMark(rule: .span(first, first + 4)), at) }
    let ends: [StaticString] = ["期末", "末期", "末"]
    for word in ends where bytes.hasText(word, at: at) {
      return (PeriodMark(rule: .year(first + 4), isDeadline: true), at + word.utf8CodeUnitCount)
    }
    // `“十二五”时期…`, `“十二五”主要目标` are headings of its years, `“十二五”开局良好` is one of its first.
    let isOpening = ["开局", "起步", "首年", "元年", "收官"].contains { bytes.hasText($0, at: at) }
    return isHeading && quoted && !isOpening ? (PeriodMark(rule: .span(first, first + 4)), at) : nil
  }

  /// `比“十三五”增长21.5%`, `是“十一五”的4.3倍`: the plan's years, which others are held against.
  private func isBase(from start: Int, to end: Int) -> Bool {
    if ["比", "较"].contains(where: { bytes.hasText($0, at: start - 3) }) {
      return ["增", "翻", "提高", "提升", "下降", "减少", "降低", "分别", "扩大", "多"].contains { bytes.hasText($0, at: end) }
    }
    guard ["是", "为", "于"].contains(where: { bytes.hasText($0, at: start - 3) }), bytes.hasText("的", at: end),
      let (scalar, width) = bytes.scalar(at: end + 3)
    else { return false }
    // `是“十一五”的 4.3倍`
    let digit = scalar == " " ? bytes.scalar(at: end + 3 + width)?.0 ?? scalar : scalar
    return digit.isDigit || digit.chineseDigit != nil
  }

  /// `“十三五”的奋斗目标是：`
  private func namesGoals(at start: Int) -> Bool {
    let at = start + (bytes.hasText("的", at: start) ? 3 : 0)
    for goal: StaticString in ["奋斗目标", "主要目标", "发展目标", "总体目标", "预期目标", "主要预期目标"] where bytes.hasText(goal, at: at) {
      let end = at + goal.utf8CodeUnitCount
      return bytes.hasText("是", at: end) || bytes.hasText("为", at: end) || bytes.hasText("：", at: end)
    }
    return false
  }

  /// `七五` … `十五`, `十一五` … `十九五`; leaves `at` after the last character.
  private func planNumber(at: inout Int) -> Int? {
    guard let (first, _) = bytes.scalar(at: at), let (second, _) = bytes.scalar(at: at + 3) else { return nil }
    if first == "十", second == "五", !bytes.hasText("五", at: at + 6) {
      at += 6
      return 10
    }
    if first == "十", let unit = second.chineseDigit, bytes.hasText("五", at: at + 6) {
      at += 9
      return 10 + unit
    }
    if let unit = first.chineseDigit, (6...9).contains(unit), second == "五" {
      at += 6
      return unit
    }
    return nil
  }

  /// `past5`: the five years before the report's; `next3`: three from the report's on.
  private static func span(named name: Substring) -> PeriodMark.Rule? {
    guard let count = Int(name.dropFirst(4)) else { return nil }
    return name.hasPrefix("past")
      ? .relative(first: -count, last: -1) : name.hasPrefix("next") ? .relative(first: 0, last: count - 1) : nil
  }

  /// The years a period word of the lexicon names.
  static func rule(named name: Substring) -> PeriodMark.Rule? {
    switch name {
    case "this": .calendar(0)
    case "last": .calendar(-1)
    case "next": .calendar(1)
    case "present": .present
    case "five": .years(5)
    default: span(named: name)
    }
  }
}
