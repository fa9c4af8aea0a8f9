/// The number that opens a heading or an item of a list.
struct Numbering: Sendable, Equatable {
  /// The ways in which reports number, outermost first as most of them nest.
  enum Style: UInt8, Sendable, Comparable, CaseIterable {
    /// Text before any heading.
    case preamble
    /// `附件1`, `名词解释`: what follows the report proper.
    case attachment
    /// `第一部分`.
    case part
    /// A markdown heading; each level is a style of its own.
    case markdown1, markdown2, markdown3, markdown4, markdown5, markdown6
    /// An unnumbered line that names a chapter (`2023年工作安排`).
    case chapterLine
    /// `一、`
    case han
    /// Any other unnumbered heading line.
    case line
    /// `（一）`
    case hanInBrackets
    /// `1、` `1.`
    case arabic
    /// `（1）` `1）`
    case arabicInBrackets
    /// `①`
    case circled
    /// `第一，`
    case ordinal
    /// A stretch of text without heading (problems).
    case stretch
    /// The first sentence of a paragraph, without number.
    case runIn
    /// `一是` `一要`
    case item

    static func < (left: Style, right: Style) -> Bool { left.rawValue < right.rawValue }
  }
  var style: Style
  private let value: UInt16
  private let length: UInt16

  /// - Parameters:
  ///   - number: below ten thousand.
  ///   - count: bytes of the number with its marks.
  init(style: Style, number: Int, count: Int) {
    self.style = style
    value = UInt16(number)
    length = UInt16(count)
  }

  /// 1 for `一`, `1`, `①`.
  var number: Int { Int(value) }
  /// Bytes of the number with its marks.
  var count: Int { Int(length) }

  /// The numbering at the start of a range, if one stands there.
  static func parse(_ bytes: [UInt8], in range: Range<Int>) -> Numbering? {
    guard !range.isEmpty else { return nil }
    var cursor = Cursor(bytes: bytes, at: range.lowerBound, end: range.upperBound)
    guard let found = parse(&cursor) else { return nil }
    return Numbering(style: found.style, number: found.number, count: cursor.at - range.lowerBound)
  }

  private static func parse(_ cursor: inout Cursor) -> (style: Style, number: Int)? {
    let first = cursor.peek
    switch first {
    case 0x28, 0xFF08: return bracketed(&cursor)  // （
    case 0x7B2C: return ordinal(&cursor)  // 第
    case 0x2460...0x2473: return circled(&cursor, 0x2460)  // ①
    case 0x2488...0x249B: return circled(&cursor, 0x2488, style: .arabic)  // ⒈
    case 0x2474...0x2487: return circled(&cursor, 0x2474, style: .arabicInBrackets)  // ⑴
    case 0x3220...0x3229: return circled(&cursor, 0x3220, style: .hanInBrackets)  // ㈠
    case 0x30...0x39: return arabic(&cursor)
    case 0x3001:  // `、本届政府工作回顾`: the numeral is lost.
      cursor.advance()
      return (.han, 1)
    default: return han(&cursor)
    }
  }

  private static func circled(
    _ cursor: inout Cursor, _ one: UInt32, style: Style = .circled
  ) -> (style: Style, number: Int)? {
    let number = Int(cursor.peek - one) + 1
    cursor.advance()
    cursor.skipMark()
    return (style, number)
  }

  /// `（一）` `(1)`, with or without a following `、`.
  private static func bracketed(_ cursor: inout Cursor) -> (style: Style, number: Int)? {
    cursor.advance()
    let style: Style
    let number: Int
    if let value = cursor.arabicNumber() {
      (style, number) = (.arabicInBrackets, value)
    } else if let value = cursor.hanNumber() {
      (style, number) = (.hanInBrackets, value)
    } else {
      return nil
    }
    guard cursor.skip(0x29, 0xFF09) else { return nil }
    cursor.skipMark()
    return (style, number)
  }

  /// `第一部分`, `第一，`.
  private static func ordinal(_ cursor: inout Cursor) -> (style: Style, number: Int)? {
    cursor.advance()
    guard let number = cursor.hanNumber() ?? cursor.arabicNumber() else { return nil }
    switch cursor.peek {
    case 0x90E8:  // 部分
      cursor.advance()
      guard cursor.skip(0x5206) else { return nil }
    case 0x7AE0, 0x7BC7: cursor.advance()  // 章 篇
    case 0xFF0C, 0x2C, 0x3001:  // ， 、
      cursor.advance()
      return (.ordinal, number)
    default: return nil
    }
    _ = cursor.skip(0xFF1A, 0x3A, 0x3001, 0xFF0C)
    return (.part, number)
  }

  /// `1、` `1.` `1．` `1）`; a decimal number is none.
  private static func arabic(_ cursor: inout Cursor) -> (style: Style, number: Int)? {
    guard let number = cursor.arabicNumber(), number > 0, number < 200 else { return nil }
    switch cursor.peek {
    case 0x3001:  // 、
      cursor.advance()
      // `1、2号楼` lists numbers.
      if Scalars.isDigit(cursor.peek), cursor.digitsAhead != 4 { return nil }
      return (.arabic, number)
    case 0x2E, 0xFF0E:  // . ．
      cursor.advance()
      if Scalars.isDigit(cursor.peek), cursor.digitsAhead != 4 { return nil }
      _ = cursor.skip(0x3001)
      return (.arabic, number)
    case 0x29, 0xFF09:  // ）
      cursor.advance()
      return (.arabicInBrackets, number)
    default: return nil
    }
  }

  /// `一、` `一是` `一要`, and `一）` whose first bracket is lost.
  private static func han(_ cursor: inout Cursor) -> (style: Style, number: Int)? {
    guard let number = cursor.hanNumber() else { return nil }
    switch cursor.peek {
    case 0x3001, 0x2E, 0xFF0E:  // 、 . ．
      cursor.advance()
      // `一、二产业` lists numbers.
      var ahead = cursor
      if ahead.hanNumber() != nil, [0x3001, 0x4EA7, 0x4E09, 0x6B21].contains(ahead.peek) { return nil }
      return (.han, number)
    case 0x662F, 0x8981:  // 是 要
      cursor.advance()
      return (.item, number)
    case 0x29, 0xFF09:  // ）
      cursor.advance()
      return (.hanInBrackets, number)
    default: return nil
    }
  }
}

extension Numbering {
  /// A mark that ends a sentence or a clause, and what a numbering may begin with: where one may stand within a
  /// paragraph.
  static let starts: WordStarts = {
    let marks = "。！？!?；;：:，,".unicodeScalars.map(\.value)
    var openers = "(（第、0123456789一二三四五六七八九十".unicodeScalars.map(\.value)
    for range in [0x2460...0x249B, 0x3220...0x3229] as [ClosedRange<UInt32>] { openers += range }
    var builder = WordTrieBuilder()
    for mark in marks { for opener in openers { builder.insertStart([mark, opener]) } }
    return WordStarts(builder)
  }()
}

extension Numbering.Style {
  /// The style of a markdown heading of a level from 1.
  static func markdown(_ level: Int) -> Numbering.Style? {
    let styles: [Numbering.Style] = [.markdown1, .markdown2, .markdown3, .markdown4, .markdown5, .markdown6]
    return level > 0 && level <= styles.count ? styles[level - 1] : nil
  }
}

/// A place in the text that moves forward by characters.
struct Cursor {
  let bytes: [UInt8]
  var at: Int
  let end: Int

  /// The next character, 0 at the end.
  var peek: UInt32 { at < end ? Scalars.scalar(bytes, at: at, before: end).value : 0 }

  mutating func advance() {
    if at < end { at += Scalars.scalar(bytes, at: at, before: end).count }
  }

  /// Moves over one of the given characters.
  mutating func skip(_ values: UInt32...) -> Bool {
    guard at < end, values.contains(peek) else { return false }
    advance()
    return true
  }

  /// Moves over the mark that may follow a closed number (`（一）、`).
  mutating func skipMark() { _ = skip(0x3001, 0x2E, 0xFF0E) }

  /// How many digits follow, counted up to five.
  var digitsAhead: Int {
    var count = 0
    while count < 5, at + count < end, Scalars.isDigit(UInt32(bytes[at + count])) { count += 1 }
    return count
  }

  /// Digits as a number, up to four of them.
  mutating func arabicNumber() -> Int? {
    let count = digitsAhead
    guard count > 0, count < 5 else { return nil }
    var number = 0
    for i in at..<(at + count) { number = number * 10 + Int(bytes[i] & 0x0F) }
    at += count
    return number
  }

  /// A Chinese numeral up to ninety-nine.
  mutating func hanNumber() -> Int? {
    var number = 0
    var digit = 0
    var read = 0
    while at < end, read < 4 {
      guard let value = Self.hanDigit(peek) else { break }
      if value == 10 {
        number += max(digit, 1) * 10
        digit = 0
      } else {
        guard digit == 0 else { return nil }
        digit = value
      }
      read += 1
      advance()
    }
    return read == 0 ? nil : number + digit
  }

  private static func hanDigit(_ value: UInt32) -> Int? {
    value == 0x5341 ? 10 : Bytes.chineseDigit(value)  // 十
  }
}
