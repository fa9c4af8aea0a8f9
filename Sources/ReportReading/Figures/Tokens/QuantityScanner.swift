/// A quantity that was read, and where it ends.
struct ScannedQuantity: Sendable {
  var quantity: Quantity
  var end: Int
  /// Only positional words before the unit (`亿元`): a number only after a bound (`超亿元`), else blotted out.
  var isBare = false
  /// Several of them (`万亿元`): a number after `达到`, too.
  var isRound = false
  /// 十 and its multiples: a number wherever nothing but a mark follows.
  var isTen = false
}

/// Reads quantities: numbers, ranges and ratios with units and the bounds that stand on them.
struct QuantityScanner: ~Copyable {
  let bytes: [UInt8]
  let memory: WordMemory
  let numbers: NumberScanner
  let units: UnitTable

  init(bytes: [UInt8], memory: WordMemory, units: UnitTable) {
    self.bytes = bytes
    self.memory = memory
    self.units = units
    numbers = NumberScanner(bytes: bytes, units: units)
  }

  /// The quantity that begins at `start`; nil when what stands there is no figure's number.
  /// - Parameter context: what stands before it: whether a small number in words counts things.
  func quantity(at start: Int, limit: Int, context: CountContext = CountContext()) -> ScannedQuantity? {
    if start < bytes.count, bytes[start] >= 0x80, let percent = spelledPercent(at: start, limit: limit) {
      return percent
    }
    guard let first = numbers.number(at: start, limit: limit) else { return nil }
    if let special = special(first, context: context, limit: limit) { return special }
    let unit = unit(at: first.end, limit: limit) ?? unlistedUnit(behind: first, limit: limit)
    if let range = range(from: first, unit: unit, limit: limit) { return range }
    if first.isChinese, !isWanted(first, at: start, unit: unit, context: context, limit: limit) { return nil }
    if unit?.kind == .money, let sum = smallChange(after: first, unit: unit, limit: limit) { return sum }
    return finish(first, last: first, unit: unit, isRange: false, limit: limit)
  }

  /// What the character behind a number makes of it: a ratio, tenths, a fraction, a doubling.
  private func special(_ number: ScannedNumber, context: CountContext, limit: Int) -> ScannedQuantity? {
    guard let (next, _) = bytes.scalar(at: number.end) else { return nil }
    return switch next {
    case ":", "：", "∶", "︰": ratio(from: number, limit: limit)
    case "半", "成": tenths(number, context: context, limit: limit)
    case "分", "/": fraction(number, limit: limit)
    case "番": doubling(number, limit: limit)
    default: nil
    }
  }

  /// A classifier is none where a longer noun begins with it (`亿项目`).
  private func isWordStart(_ start: Int, unitEnd: Int, kind: UnitClass, limit: Int) -> Bool {
    guard kind.isCount, let word = ClauseLexicon.standard.trie.longestMatch(in: bytes, at: start, limit: limit) else {
      return false
    }
    return word.end > unitEnd && ClauseLexicon.standard.entries[word.value].classes.isSubset(of: .nominal)
  }

  /// Chinese numerals below ten, and round ones without a digit, count things only in names (`八个方面`, `百家企业`).
  private func isWanted(
    _ number: ScannedNumber, at start: Int, unit: FoundUnit?, context: CountContext, limit: Int
  ) -> Bool {
    guard let unit else { return number.multiplier >= 4 }
    if unit.name == "里" { return false }  // 七里海
    if unit.kind == .money, number.value.doubleValue < 10 { return false }  // 二元结构
    if unit.kind.isCount || unit.kind == .data {
      if number.isMore { return true }
      let isSeveral = number.value.doubleValue > 1
      if isSeveral, !bytes.hasText("方面", at: unit.end),
        (0...8).contains(where: { bytes.hasText("实事", at: unit.end + 3 * $0) })
      {
        return true
      }
      if unit.name.isOne(of: ["所", "家", "座", "处", "台", "辆", "套", "栋", "幢", "艘", "间"]), !number.isBare, isSeveral {
        return true
      }
      if number.isBare, !number.isTen || number.multiplier >= 4 { return number.multiplier >= 4 || context.isBounded }
      if countsNoun(number, at: start, unit: unit, context: context, limit: limit) { return true }
      if context.isMade, isSeveral, unit.name.isOne(of: ["个", "条", "项"]) { return true }
      if number.integer != nil, number.digitCount > 1 { return false }
      return (number.value.doubleValue) > 10
    }
    return true
  }

  // MARK: - Units

  struct FoundUnit {
    var name: Words
    var kind: UnitClass
    var power: Int
    var end: Int
  }

  /// The unit that begins at `start`, with `/`-joined parts (`吨标准煤/万元`).
  func unit(at start: Int, limit: Int) -> FoundUnit? {
    guard let match = units.trie.longestMatch(in: bytes, at: start, limit: limit) else { return nil }
    var base = units.units[match.value]
    if base.kind == .tail {
      guard endsCount(at: match.end, limit: limit) else { return nil }
      base.kind = .count
    }
    // `10个点状供地项目`, `供应7个点位`: percentage points end what is said.
    if base.kind == .points, match.end == start + 6, bytes.hasText("个点", at: start),
      !endsCount(at: match.end, limit: limit)
    {
      return FoundUnit(name: Words(memory, start..<start + 3), kind: .count, power: 0, end: start + 3)
    }
    if isWordStart(start, unitEnd: match.end, kind: base.kind, limit: limit) { return nil }
    if base.kind == .skip, bytes.hasText("大关", at: start) { return nil }
    var found = FoundUnit(name: base.canonical, kind: base.kind, power: base.power, end: match.end)
    if found.end < limit, bytes[found.end] == 0x2F, found.kind != .skip {
      var at = found.end + 1
      while at < limit, let (scalar, width) = bytes.scalar(at: at), scalar.chinesePower != nil { at += width }
      if let per = units.trie.longestMatch(in: bytes, at: at, limit: limit) {
        found.name += Words(memory, found.end..<at)
        found.name += units.units[per.value].canonical
        found.end = per.end
      }
    }
    if let second = secondClassifier(behind: found, limit: limit) {
      found.name = found.name + Words(memory, found.end..<second)
      found.end = second
    }
    return found
  }

  /// `30处（个）`, `100场（次）`: two classifiers for one number; gives where the bracket ends.
  private func secondClassifier(behind unit: FoundUnit, limit: Int) -> Int? {
    guard unit.kind.isCount || unit.kind == .person, bytes.hasText("（", at: unit.end),
      let other = units.trie.longestMatch(in: bytes, at: unit.end + 3, limit: limit),
      units.units[Int(other.value)].kind.isCount, bytes.hasText("）", at: other.end)
    else { return nil }
    return other.end + 3
  }

  // MARK: - Forms

  /// `百分之十二`, `千分之五`
  private func spelledPercent(at start: Int, limit: Int) -> ScannedQuantity? {
    let isPercent = bytes.hasText("百分之", at: start)
    guard isPercent || bytes.hasText("千分之", at: start) else { return nil }
    guard var first = numbers.number(at: start + 9, limit: limit), !first.isBare || first.multiplier <= 2 else {
      return nil
    }
    first.isBare = false  // 百分之十, 百分之百
    let found = FoundUnit(
      name: isPercent ? Words("%") : Words("‰"), kind: isPercent ? .percent : .permille, power: 0, end: first.end)
    if let last = joined(after: first.end, limit: limit) {
      var end = found
      end.end = last.end
      return finish(first, last: last, unit: end, isRange: true, limit: limit)
    }
    return finish(first, last: first, unit: found, isRange: false, limit: limit)
  }

  /// `九成`, `8成以上`, `一半`; before a noun (`超七成五财力`) behind a bound only.
  private func tenths(_ number: ScannedNumber, context: CountContext, limit: Int) -> ScannedQuantity? {
    if bytes.hasText("半", at: number.end), number.isChinese, number.value == ExactNumber(mantissa: 1) {
      let half = ScannedNumber(value: ExactNumber(mantissa: 50), end: number.end + 3, isChinese: true)
      let unit = FoundUnit(name: Words("%"), kind: .percent, power: 0, end: half.end)
      return finish(half, last: half, unit: unit, isRange: false, limit: limit)
    }
    guard bytes.hasText("成", at: number.end), !number.isBare, number.multiplier == 0 else { return nil }
    var value = number.value.scaled(byPowerOfTen: 1)
    var end = number.end + 3
    if let half = numbers.number(at: end, limit: limit), half.isChinese, !half.isBare, half.digitCount == 1 {
      value = ExactNumber(mantissa: value.mantissa, exponent: value.exponent).adding(half.value)
      end = half.end
    }
    guard let (next, _) = bytes.scalar(at: end), end < limit else { return nil }
    guard next.isOne(of: "以左多上的，。；、在）") || context.isBounded && !next.isOne(of: "本员立果为") else { return nil }
    let scanned = ScannedNumber(value: value, end: end, isChinese: true)
    let unit = FoundUnit(name: Words("%"), kind: .percent, power: 0, end: end)
    return finish(scanned, last: scanned, unit: unit, isRange: false, limit: limit)
  }

  /// `三分之二`, `3/5`: a share, in per cent to four decimals.
  private func fraction(_ number: ScannedNumber, limit: Int) -> ScannedQuantity? {
    guard let first = number.integer, (1...10).contains(first) else { return nil }
    let isSpelled = bytes.hasText("分之", at: number.end)
    guard isSpelled || bytes.hasText("/", at: number.end), number.isChinese == isSpelled else { return nil }
    guard let other = numbers.number(at: number.end + (isSpelled ? 6 : 1), limit: limit), let second = other.integer
    else { return nil }
    let (part, whole) = isSpelled ? (second, first) : (first, second)
    guard part > 0, part < whole, whole <= 10 else { return nil }
    if !isSpelled, let (next, _) = bytes.scalar(at: other.end), !next.isOne(of: "以左的，。；和") { return nil }
    let tenThousandths = (part * 10_000_000 / whole + 5) / 10
    let share = ScannedNumber(value: ExactNumber(mantissa: Int64(tenThousandths), exponent: -4), end: other.end)
    let unit = FoundUnit(name: Words("%"), kind: .percent, power: 0, end: other.end)
    var found = finish(share, last: share, unit: unit, isRange: false, limit: limit)
    found?.quantity.isRounded = part * 1_000_000 % whole != 0
    return found
  }

  /// `18.6:49:32.4`
  private func ratio(from first: ScannedNumber, limit: Int) -> ScannedQuantity? {
    guard bytes.ratioMark(at: first.end) != nil else { return nil }
    var at = first.end
    while let width = bytes.ratioMark(at: at), let next = numbers.number(at: at + width, limit: limit) {
      at = next.end
      if bytes.hasText("%", at: at) { at += 1 }
    }
    guard at > first.end, first.multiplier == 0 else { return nil }
    let quantity = Quantity(low: nil, high: nil, bound: nil, unit: Words("%"), kind: .percent, isRatio: true)
    return ScannedQuantity(quantity: quantity, end: at)
  }

  /// The numbers of a ratio that was found.
  static func sides(of ratio: Range<Int>, in bytes: [UInt8]) -> [ExactNumber] {
    let numbers = NumberScanner(bytes: bytes, units: .standard)
    var sides: [ExactNumber] = []
    var at = ratio.lowerBound
    while let next = numbers.number(at: at, limit: ratio.upperBound) {
      sides.append(next.value)
      at = next.end
      if bytes.hasText("%", at: at) { at += 1 }
      guard let width = bytes.ratioMark(at: at) else { break }
      at += width
    }
    return sides
  }

  /// `15~18%`, `6%-6.5%`, `8－10万户`, `三至五个`
  private func range(from first: ScannedNumber, unit: FoundUnit?, limit: Int) -> ScannedQuantity? {
    let end = unit?.kind == .skip ? first.end : unit?.end ?? first.end
    guard let (mark, _) = bytes.scalar(at: end), Self.rangeMarks.contains(mark) else { return nil }
    guard var last = joined(after: end, limit: limit) else { return nil }
    let lastUnit = self.unit(at: last.end, limit: limit)
    guard lastUnit != nil || last.multiplier > 0, lastUnit?.kind != .skip else { return nil }
    guard unit == nil || unit?.name == lastUnit?.name else { return nil }
    var first = first
    if first.multiplier == 0, last.multiplier > 0, first.value.doubleValue < last.value.doubleValue {
      let scaled = first.value.scaled(byPowerOfTen: last.multiplier)
      if unit == nil, scaled.doubleValue <= last.value.doubleValue { first.value = scaled }
    }
    guard first.value.doubleValue < last.value.doubleValue else { return nil }
    last.isMore = false
    return finish(first, last: last, unit: lastUnit, isRange: true, limit: limit)
  }

  private static let rangeMarks = ScalarSet("~-—–－～至到")

  /// The number after a mark of a range at `at`.
  private func joined(after at: Int, limit: Int) -> ScannedNumber? {
    guard let (scalar, width) = bytes.scalar(at: at), at < limit, Self.rangeMarks.contains(scalar) else { return nil }
    var next = at + width
    if bytes.hasText("—", at: next) { next += 3 }
    if bytes.hasText("百分之", at: next) { next += 9 }
    return numbers.number(at: next, limit: limit)
  }

  func finish(
    _ first: ScannedNumber, last: ScannedNumber, unit: FoundUnit?, isRange: Bool, limit: Int
  ) -> ScannedQuantity? {
    if let unit, unit.kind == .skip { return nil }
    var end = unit?.end ?? last.end
    var bound: Comparator? = isRange ? .range : first.isMore ? .moreThan : nil
    let (after, afterEnd) = boundAfter(end, limit: limit)
    if let after {
      if !isRange { bound = after }
      end = afterEnd
    }
    let power = unit?.power ?? 0
    var quantity = Quantity(
      low: first.value.scaled(byPowerOfTen: power), high: last.value.scaled(byPowerOfTen: power), bound: bound,
      unit: unit?.name ?? Words(), kind: unit?.kind)
    quantity.hasMultiplier = max(first.multiplier, last.multiplier) > (first.isChinese ? 1 : 0)
    quantity.multiplier = last.multiplier
    quantity.isChinese = first.isChinese
    return ScannedQuantity(
      quantity: quantity, end: end, isBare: first.isBare && !first.isMore,
      isRound: first.isBare && first.digitCount > 1,
      isTen: first.isTen)
  }

  /// `以上`, `左右`, `以内` after a number, with where they end.
  func boundAfter(_ at: Int, limit: Int) -> (Comparator?, Int) {
    guard at < limit, let (first, _) = bytes.scalar(at: at), Self.firstOfBounds.contains(first) else {
      return (nil, at)
    }
    for (text, bound) in Self.boundsAfter where bytes.hasText(text, at: at) && at + text.utf8CodeUnitCount <= limit {
      return (bound, at + text.utf8CodeUnitCount)
    }
    return (nil, at)
  }

  /// The characters that those words begin with.
  private static let firstOfBounds = ScalarSet("及（以左上之多余")

  private static let boundsAfter: [(StaticString, Comparator)] = [
    ("及以上", .atLeast), ("（含）以上", .atLeast), ("以上", .atLeast), ("左右", .about), ("上下", .about), ("及以下", .atMost),
    ("以下", .atMost), ("以内", .atMost), ("之内", .atMost), ("多", .moreThan), ("余", .moreThan),
  ]
}

extension [UInt8] {
  /// Width of a ratio's colon between digits, or nil.
  func ratioMark(at i: Int) -> Int? {
    guard let (scalar, width) = scalar(at: i),
      scalar == ":" || scalar == "：" || scalar == "∶" || scalar == "︰"
    else { return nil }
    guard let (next, _) = self.scalar(at: i + width), next.isDigit else { return nil }
    return width
  }
}
