import ReportReading

/// Reports in the genre from a seed: the same number always gives the same report, so that anyone can repeat a measurement.
///
/// They are made for their load, not for their sense: as long as real ones (some 45 KB, Chinese prose with 56 sections and 200 figures),
/// each district with 17 years, all sentences put together from words of the genre.
struct ReportGenerator {
  /// Years of one district, one after another.
  static let years = 2004...2020
  private let units: [Gazetteer.Unit]
  private let seed: UInt64

  init(seed: UInt64 = 1) {
    self.seed = seed
    let gazetteer = Gazetteer.standard
    var units: [Gazetteer.Unit] = []
    for code in 110_101...659_999 where code % 100 > 0 && code / 100 % 100 > 0 {
      units += gazetteer.units(code: String(code)).filter {
        $0.isValid(in: Self.years.lowerBound) && $0.isValid(in: Self.years.upperBound)
      }
    }
    self.units = units
  }

  /// Path of names of a report's district.
  func district(of index: Int) -> String {
    Gazetteer.standard.pathName(of: units[index / Self.years.count % units.count])
  }

  /// A report as a file's bytes, UTF-8.
  func report(_ index: Int) -> [UInt8] {
    var writer = ReportComposer(
      unit: units[index / Self.years.count % units.count].name, path: district(of: index),
      year: Self.years.lowerBound + index % Self.years.count,
      random: Random(state: seed &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(index)))
    return Array(writer.compose().utf8)
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014).
struct Random {
  var state: UInt64

  mutating func next(_ count: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var x = state
    x = (x ^ (x >> 30)) &* 0xbf58_476d_1ce4_e5b9
    x = (x ^ (x >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((x ^ (x >> 31)) % UInt64(count))
  }

  mutating func pick(_ words: [String]) -> String { words[next(words.count)] }
}

/// One report as it is written.
struct ReportComposer {
  let unit: String
  let path: String
  let year: Int
  var random: Random
  private var text = ""

  init(unit: String, path: String, year: Int, random: Random) {
    (self.unit, self.path, self.year, self.random) = (unit, path, year, random)
  }

  private static let ordinals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

  mutating func compose() -> String {
    text = "\(year)年\(path)政府工作报告\n\n各位代表：\n　　现在，我代表\(unit)人民政府向大会作政府工作报告，请予审议。\n"
    text += "一、\(year - 1)年工作回顾\n　　过去一年，\(prose(3))\n　　"
    for _ in 0..<4 { text += outcome() }
    text += "\n"
    for part in 0..<7 { section(part, Words.reviewed) { $0.outcome() } }
    text += "　　同时，我们也清醒地看到，\(prose(4))\n"
    text += "二、\(year)年主要任务\n　　今年经济社会发展的主要预期目标是：\(targets())。\n"
    for part in 0..<8 { section(part, Words.planned) { $0.target() } }
    text += "三、加强政府自身建设\n"
    for part in 0..<3 { section(part, Words.governed) { $0.prose(2) } }
    text += "　　各位代表，\(prose(2))\n"
    return text
  }

  /// A section with two subsections under headings of their own.
  private mutating func section(_ part: Int, _ headings: [String], _ figure: (inout ReportComposer) -> String) {
    text += "（\(Self.ordinals[part])）\(headings[(part * 3 + random.next(3)) % headings.count])\n"
    for _ in 0..<2 {
      text += "　　\(random.pick(Words.subjects))\(random.pick(Words.states))。"
      for _ in 0..<5 { text += prose(1) + figure(&self) }
      text += "\n"
    }
  }

  private mutating func prose(_ sentences: Int) -> String {
    (0..<sentences).map { _ in
      let clauses = (0..<2 + random.next(3)).map { _ in
        random.pick(Words.verbs) + placeName() + random.pick(Words.subjects) + random.pick(Words.objects)
      }
      return clauses.joined(separator: "，") + "。"
    }.joined()
  }

  private mutating func number(_ low: Int, _ high: Int, tenth: Bool = false) -> String {
    let value = low + random.next(high - low)
    return tenth ? "\(value / 10).\(value % 10)" : "\(value)"
  }

  /// A village or road of its own: without names of their own, reports of few words would be taken for copies of one another.
  private mutating func placeName() -> String {
    (0..<2).map { _ in String(Words.nameCharacters[random.next(Words.nameCharacters.count)]) }.joined()
      + random.pick(["镇", "乡", "村", "路", "河", ""])
  }

  private mutating func outcome() -> String {
    switch random.next(4) {
    case 0:
      "\(random.pick(Words.amounts))\(number(100, 90_000, tenth: true))亿元，增长\(number(10, 200, tenth: true))%。"
    case 1: "新增\(random.pick(Words.counted))\(number(3, 4000))个，改造\(random.pick(Words.subjects))\(number(2, 90))处。"
    case 2: "\(random.pick(Words.rates))达到\(number(500, 1000, tenth: true))%。"
    default: "完成\(random.pick(Words.subjects))投资\(number(10, 900, tenth: true))亿元，增长\(number(10, 300, tenth: true))%。"
    }
  }

  private mutating func target() -> String {
    switch random.next(4) {
    case 0: "力争\(random.pick(Words.amounts))增长\(number(40, 150, tenth: true))%以上。"
    case 1: "新增\(random.pick(Words.counted))\(number(3, 4000))个，改造\(random.pick(Words.subjects))\(number(2, 90))处。"
    case 2: "\(random.pick(Words.rates))提高到\(number(500, 1000, tenth: true))%左右。"
    default: "完成\(random.pick(Words.subjects))投资\(number(10, 900, tenth: true))亿元。"
    }
  }

  private mutating func targets() -> String {
    Words.amounts.map { "\($0)增长\(number(40, 150, tenth: true))%\(random.pick(["", "左右", "以上"]))" }.joined(
      separator: "，")
      + "，城镇登记失业率控制在\(number(20, 45, tenth: true))%以内"
  }
}
