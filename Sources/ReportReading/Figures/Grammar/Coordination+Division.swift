/// Lists told by what they are of: twins in one word, levels, sizes, industries, labels.
extension Coordination {
  static let opposites: [(StaticString, StaticString)] = [("集中", "分散"), ("分散", "集中")]

  /// Words for two things, and what each is called.
  static let jointWords: [(joint: StaticString, first: StaticString, second: StaticString)] = [
    ("城乡", "城镇", "农村"), ("存贷款", "存款", "贷款"), ("客货运", "客运", "货运"), ("客货", "旅客", "货物"), ("进出口", "进口", "出口"),
    ("水陆", "水路", "陆路"), ("内外资", "内资", "外资"), ("广播电视", "广播", "电视"), ("垃圾污水", "垃圾", "污水"), ("污水垃圾", "污水", "垃圾"),
    ("工农业", "工业", "农业"),
  ]

  /// Two things in one word, taken apart where two numbers follow (`城乡居民收入` → `城镇居民收入`, `农村居民收入`).
  static func twins(_ name: Words) -> [Words]? {
    for pair in jointWords {
      guard let at = name.firstRange(of: pair.joint) else { continue }
      let head = name[..<at.lowerBound]
      let tail = name[at.upperBound...]
      return [head + pair.first + tail, head + pair.second + tail]
    }
    return nil
  }

  /// As many things as numbers in one word or side by side (`一二三产业增加值`, `猪牛羊饲养量`, `“网上办”“一次办”事项占比`).
  static func divided(_ name: Words, into count: Int) -> [Words]? {
    if count == 2, let twins = twins(name) { return twins }
    if count == 2, name.hasPrefix("省市") || name.hasPrefix("市县") {
      return [name.prefix(1) + name.dropFirst(2), name.dropFirst()]
    }
    if let labels = labels(name, count) { return labels }
    if count == 3, let at = name.firstRange(of: "一二三产") {
      let tail = name[at.upperBound...]
      let rest = tail.hasPrefix("业") ? tail.dropFirst() : tail
      return ["第一产业", "第二产业", "第三产业"].map { name[..<at.lowerBound] + $0 + rest }
    }
    var run: [Words] = []
    var start: Int?
    for at in 0..<name.count {
      let character = name.dropFirst(at).prefix(1)
      if character.first?.isOne(of: "猪牛羊鸡禽肉蛋奶") == true {
        start = start ?? at
        run.append(character)
      } else if start != nil {
        break
      }
    }
    guard let start, run.count == count, count > 1 else { return nil }
    return run.map { name.prefix(start) + $0 + name.dropFirst(start + count) }
  }

  /// `事项“网上办”“一次办”占比`: labels side by side, each with what stands around them.
  static func labels(_ name: Words, _ count: Int) -> [Words]? {
    guard let open = name.firstRange(of: "“") else { return nil }
    var labels: [Words] = []
    var rest = name[open.lowerBound...]
    while rest.hasPrefix("“"), let close = rest.firstRange(of: "”") {
      labels.append(rest[..<close.upperBound])
      rest = rest[close.upperBound...]
    }
    return labels.count == count ? labels.map { name[..<open.lowerBound] + $0 + rest } : nil
  }

  /// `存、贷款余额`, `城、乡居民收入`, `第二、三产业`: one word with a mark in it.
  static func dividedWord(_ first: Words, _ last: Words) -> [Words]? {
    for pair in jointWords {
      let joint = Words(pair.joint)
      if first.hasSuffix(joint.prefix(1)), last.hasPrefix(joint.dropFirst()), !first.hasSuffix(pair.first) {
        return twins(first + last)
      }
    }
    let isOrdinal = first.count == 2 && first.hasPrefix("第") && last.dropFirst().hasPrefix("产业")
    return isOrdinal ? [first + last.dropFirst(), Words("第") + last] : nil
  }

  /// `化学需氧量、氨氮、二氧化硫排放量`: what is let out, each by its own name; nil where the list is none of it.
  static func emissions(_ parts: [Words], _ last: Words) -> [Words]? {
    let names = GrammarLists.standard.emissions
    guard parts.dropLast().contains(where: { names.contains($0) }),
      let name = names.first(beginning: last)
    else { return nil }
    let tail = last.dropFirst(name.count)
    return parts.dropLast().map { names.contains($0) ? $0 + tail : $0 } + [last]
  }

  /// `一、二、三产业增加值`, `第二、三产业比重`: the industries, each by its own name; nil where the list is none of them.
  static func industries(_ parts: [Words], _ last: Words) -> [Words]? {
    let bare = last.hasPrefix("第") ? last.dropFirst() : last
    guard bare.first?.chineseDigit != nil,
      let word = ["次产业", "产业", "产"].first(where: { bare.dropFirst().hasPrefix($0) })
    else { return nil }
    let numbers = parts.dropLast().map { withoutScope($0) }.map { $0.hasPrefix("第") ? $0.dropFirst() : $0 }
    guard numbers.allSatisfy({ $0.count == 1 && $0.first?.chineseDigit != nil }) else { return nil }
    let tail = bare.dropFirst(1 + Words(word).count)
    return (numbers + [bare.prefix(1)]).map { Words("第") + $0 + Words("产业") + tail }
  }

  /// `100亿元、50亿元企业分别增至12家、34家`: what stands behind the last size is meant for all.
  static func sized(_ parts: [Words], _ last: Words) -> [Words]? {
    guard let at = last.firstRange(of: "元"), parts.dropLast().allSatisfy({ $0.hasSuffix("元") }) else { return nil }
    let head = last[at.upperBound...]
    return head.count < 2 ? nil : parts.dropLast().map { $0 + head } + [last]
  }

  /// `国家级、省级龙头企业`: what stands behind the last level is meant for all.
  static func leveled(_ parts: [Words], _ last: Words) -> [Words]? {
    let marks: [(mark: StaticString, isLevel: Bool)] = [("级", true), ("类", false), ("型", false)]
    for (mark, isLevel) in marks {
      guard let at = last.firstRange(of: mark),
        parts.dropLast().allSatisfy({ $0.hasSuffix(mark) || isLevel && endsInLevel($0) })
      else { continue }
      let head = last[at.upperBound...]
      if head.isEmpty { continue }
      return parts.dropLast().map { ($0.hasSuffix(mark) ? $0 : $0 + mark) + head } + [last]
    }
    return nil
  }

  static func endsInLevel(_ part: Words) -> Bool {
    ["国家", "省", "市", "县", "区", "州", "盟", "旗"].contains { part.hasSuffix($0) }
  }
}
