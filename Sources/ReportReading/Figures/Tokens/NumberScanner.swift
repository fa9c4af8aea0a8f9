/// A number as written, with its multipliers.
struct ScannedNumber: Sendable {
  var value: ExactNumber
  var end: Int
  /// Power of ten of 十/百/千/万/亿 after the digits.
  var multiplier = 0
  /// `2000余`, `30多`
  var isMore = false
  var isChinese = false
  /// Only positional words, no digit (`千万`, `亿`, `十`).
  var isBare = false
  /// Such a one that begins with 十, which is a number by itself (`植树十万株`).
  var isTen = false
  /// The digits as an integer when there is no fraction: to tell years.
  var integer: Int?
  /// How many characters the digits take.
  var digitCount = 0
}

/// Reads numbers: Arabic and Chinese digits, thousands separators, multipliers.
struct NumberScanner: ~Copyable {
  let bytes: [UInt8]
  let units: UnitTable

  /// The number that begins at `start`, or nil.
  func number(at start: Int, limit: Int) -> ScannedNumber? {
    guard let (scalar, _) = bytes.scalar(at: start), start < limit else { return nil }
    if scalar.isDigit {
      guard let digits = arabic(at: start, limit: limit) else { return nil }
      // Nearly all numbers have digits only.
      if digits.end < bytes.count, bytes[digits.end] < 0x80 { return digits }
      return mixed(digits, at: start, limit: limit) ?? multiplied(digits, limit: limit)
    }
    if scalar.chineseDigit != nil || scalar.chinesePower != nil || scalar == "几" || scalar == "数" {
      return chinese(at: start, limit: limit)
    }
    return nil
  }

  /// Whether a text may stand behind the number at a place, which is not read for it.
  func mayPrecede(_ text: StaticString, at start: Int) -> Bool {
    var at = start
    while at < bytes.count, bytes[at] < 0x80 { at += 1 }
    let inWords = Self.inWords
    while let (next, width) = bytes.scalar(at: at), inWords.contains(next) { at += width }
    return bytes.hasText(text, at: at)
  }

  /// What multiplies the digits before it or makes them more.
  private static let multiplying = ScalarSet("十百千万亿余多几来个")
  /// What numbers have besides Arabic digits.
  private static let inWords = ScalarSet("十百千万亿余多几来个数点〇零○一二两三四五六七八九")

  private func arabic(at start: Int, limit: Int) -> ScannedNumber? {
    var at = start
    var mantissa: Int64 = 0
    var scale = 0
    var digits = 0
    var fraction = false
    while at < limit {
      let byte = bytes[at]
      if byte >= 0x30 && byte <= 0x39 {
        digits += 1
        guard digits <= 15 else { return nil }
        mantissa = mantissa * 10 + Int64(byte - 0x30)
        if fraction { scale += 1 }
      } else if byte == 0x2E, !fraction, at + 1 < limit, isDigit(at + 1) {
        fraction = true
      } else if byte == 0x2C, !fraction, isThousandsGroup(at + 1, limit: limit), at - start <= 3 || digits > 3 {
        // a separator, not a list: exactly three digits follow
      } else {
        break
      }
      at += 1
    }
    return ScannedNumber(
      value: ExactNumber(mantissa: mantissa, exponent: -scale), end: at,
      integer: fraction ? nil : Int(mantissa), digitCount: at - start)
  }

  private func isDigit(_ i: Int) -> Bool { i < bytes.count && bytes[i] >= 0x30 && bytes[i] <= 0x39 }

  private func isThousandsGroup(_ i: Int, limit: Int) -> Bool {
    i + 2 < limit && isDigit(i) && isDigit(i + 1) && isDigit(i + 2) && !isDigit(i + 3)
  }

  /// Adds 十百千万亿 and 余/多/几 after the digits, leaving characters that begin a unit (`千瓦`, `百分点`).
  private func multiplied(_ number: ScannedNumber, limit: Int) -> ScannedNumber {
    guard number.end < bytes.count, bytes[number.end] >= 0x80, let (next, _) = bytes.scalar(at: number.end),
      Self.multiplying.contains(next)
    else { return number }
    var number = number
    // `5.6个亿`; not `25个亿元项目`
    if bytes.hasText("个亿", at: number.end), !["个亿元", "个亿级"].contains(where: { bytes.hasText($0, at: number.end) }) {
      number.end += 3
    }
    while let (scalar, width) = bytes.scalar(at: number.end), number.end < limit {
      if scalar.isOne(of: "余多几来") {
        if scalar == "来", number.multiplier == 0 {
          // `20来万元`
          guard let (next, _) = bytes.scalar(at: number.end + width), next == "万" || next == "亿" else { break }
        }
        // `多元文化`, but `11亿多元`
        let isSum = number.multiplier >= 4 && bytes.hasText("多元", at: number.end)
        if scalar == "多", !isSum, startsCompound(after: number.end, limit: limit) { break }
        number.isMore = true
        number.end += width
        continue
      }
      guard let power = scalar.chinesePower else { break }
      if let unit = units.trie.longestMatch(in: bytes, at: number.end, limit: limit), unit.end > number.end + width {
        break
      }
      number.multiplier += power
      number.value = number.value.scaled(byPowerOfTen: power)
      number.integer = nil
      number.end += width
    }
    return number
  }

  /// `多功能`, `多媒体` after a number are no mark of more.
  private func startsCompound(after i: Int, limit: Int) -> Bool {
    guard let (next, _) = bytes.scalar(at: i + 3) else { return false }
    return next.isOne(of: "功媒元样种")
  }

  /// A number in Chinese digits with positional words (`三百二十五`, `一万亿`, `二〇二〇`, `三点五`).
  private func chinese(at start: Int, limit: Int) -> ScannedNumber? {
    var state = ChineseNumeral()
    var at = start
    var more = false
    var count = 0
    while at < limit, let (scalar, width) = bytes.scalar(at: at) {
      if count > 0, let unit = units.trie.longestMatch(in: bytes, at: at, limit: limit), unit.end > at + width {
        if scalar.chinesePower != nil { break }
      }
      if scalar == "余" || (scalar == "多" && state.hasPower) || (scalar == "来" && isRoughly(at: at, state, limit: limit))
      {
        more = true
      } else if (scalar == "几" || scalar == "数") && (count == 0 || state.hasPower) {
        return nil
      } else if !state.take(scalar) {
        break
      }
      at += width
      count += 1
    }
    guard let value = state.value, count > 0 else { return nil }
    let number = ScannedNumber(
      value: value, end: at, multiplier: state.lastLargePower, isMore: more, isChinese: true,
      isBare: !state.hasDigit, isTen: !state.hasDigit && bytes.hasText("十", at: start),
      integer: state.plain,
      digitCount: count)
    return state.isFraction ? multiplied(number, limit: limit) : number
  }
}

extension NumberScanner {
  /// `十来户`, `二十来万`
  private func isRoughly(at: Int, _ state: ChineseNumeral, limit: Int) -> Bool {
    guard state.lastPower == 1, let (next, _) = bytes.scalar(at: at + 3) else { return false }
    return next == "万" || next == "亿" || units.trie.longestMatch(in: bytes, at: at + 3, limit: limit) != nil
  }
}

/// The running value of a Chinese numeral.
private struct ChineseNumeral {
  private var total: Int64 = 0
  private var section: Int64 = 0
  private var digit: Int64?
  private var digits = 0
  private var scale: Int?
  private(set) var hasPower = false
  private(set) var hasDigit = false
  private(set) var lastLargePower = 0
  /// Of the multiplier just read, where one was.
  var lastPower: Int? { hasPower && digit == nil ? lastLargePower : nil }

  /// No report states more; and no sum of what is read below overflows.
  private static let limit: Int64 = 100_000_000_000_000_000

  var value: ExactNumber? {
    if let scale { return ExactNumber(mantissa: total, exponent: -scale) }
    return ExactNumber(mantissa: total + section + (digit ?? 0))
  }

  /// A decimal point was read.
  var isFraction: Bool { scale != nil }

  /// The integer where no power word stands (`二〇二〇`).
  var plain: Int? { hasPower || scale != nil ? nil : Int(digit ?? 0) }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    if let next = scalar.chineseDigit {
      hasDigit = true
      digits += 1
      guard digits < 12 else { return false }
      if let places = scale {
        guard total < Self.limit / 10 else { return false }
        total = total * 10 + Int64(next)
        scale = places + 1
        return true
      }
      digit = hasPower ? Int64(next) : (digit ?? 0) * 10 + Int64(next)
      return true
    }
    if scalar == "点", scale == nil, hasDigit || hasPower {
      total += section + (digit ?? 0)
      section = 0
      digit = nil
      scale = 0
      return true
    }
    guard let power = scalar.chinesePower, scale == nil else { return false }
    guard total < 1_000_000_000_000 else { return false }
    hasPower = true
    lastLargePower = power
    if power < 4 {
      guard section < Self.limit else { return false }
      section += (digit ?? 1) * (power == 1 ? 10 : power == 2 ? 100 : 1000)
    } else {
      let factor: Int64 = power == 4 ? 10_000 : 100_000_000
      let part = section + (digit ?? 0)
      // `一亿二千万`: the 万 belongs to the last part; `一万亿` multiplies all.
      let isAdded = part > 0 && power == 4 && total >= 100_000_000
      let base = isAdded ? part : max(total + part, 1)
      guard base < Self.limit / factor else { return false }
      total = (isAdded ? total : 0) + base * factor
      section = 0
    }
    digit = nil
    return true
  }
}

extension Unicode.Scalar {
  var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  var chineseDigit: Int? {
    switch self {
    case "〇", "零", "○": 0
    case "一": 1
    case "二", "两": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }

  /// Power of ten of a positional word.
  var chinesePower: Int? {
    switch self {
    case "十": 1
    case "百": 2
    case "千": 3
    case "万": 4
    case "亿": 8
    default: nil
    }
  }
}
