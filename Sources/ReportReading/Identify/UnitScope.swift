/// What the text calls its own unit: 市 in `全市`, `我市`, 镇 in `全镇`.
struct UnitScope: Sendable {
  /// The generic words by descending weight, in tenths of a mention of `全…`.
  private(set) var weights: [(generic: [UInt8], weight: Int)] = []

  /// The generic word that the text uses of its own unit; nil without any.
  private(set) var generic: [UInt8]?

  /// The text speaks of an autonomous region.
  private var isInAutonomousRegion = false

  init(_ frame: IdentityFrame) {
    let words = IdentityWords.standard.words
    for hit in frame.body.hits where words[hit.word].kind == .scope {
      // In the head a government names itself.
      let weight = words[hit.word].value * (frame.head.contains(hit.range.lowerBound) ? 3 : 1)
      add(words[hit.word].text, weight)
    }
    weights.sort { $0.weight > $1.weight }
    isInAutonomousRegion = frame.body.autonomousRegions > 1
    generic = lowest
  }

  private mutating func add(_ generic: [UInt8], _ weight: Int) {
    if let at = weights.firstIndex(where: { $0.generic == generic }) {
      weights[at].weight += weight
    } else {
      weights.append((generic, weight))
    }
  }

  /// The lowest of the weighty words: a unit speaks of those above it (`全省第二`), hardly of a single one below.
  private var lowest: [UInt8]? {
    guard let most = weights.first?.weight else { return nil }
    return weights.filter { Double($0.weight) >= Double(most) * 0.35 }.max { rank($0.generic) < rank($1.generic) }?
      .generic
  }

  /// How low the units of a generic word stand; the 区 of an autonomous region stands above the 市.
  private func rank(_ generic: [UInt8]) -> Int {
    switch String(decoding: generic, as: UTF8.self) {
    case "国": 0
    case "省": 1
    case "区" where isInAutonomousRegion: 1
    case "市", "州", "盟": 2
    case "区", "县", "旗": 3
    default: 4
    }
  }

  func weight(_ generic: [UInt8]) -> Int { weights.first { $0.generic == generic }?.weight ?? 0 }

  static let street = Array("道".utf8)

  /// The level that a generic word tells.
  static func level(_ generic: [UInt8]) -> DistrictLevel? {
    switch String(decoding: generic, as: UTF8.self) {
    case "国": .nation
    case "省": .province
    case "市", "州", "盟": .prefecture
    case "区", "县", "旗": .county
    case "镇", "乡", "道": .town
    default: nil
    }
  }
}
