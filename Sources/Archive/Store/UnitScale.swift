/// What a unit can be converted to.
struct UnitScale: Sendable, Hashable {
  /// The unit that stands for all that can be converted into one another.
  var dimension: String
  /// A number in the unit times this is the number in ``dimension``.
  var factor: Double

  /// The scale of a unit; one that is not in the table stands for itself.
  ///
  /// Where an indicator counts people, whatever it is counted in stands for people: 新增就业岗位5万个 and 新增就业5万人, 游客300万人次
  /// and 300万人.
  static func of(_ unit: String, countingPeople: Bool = false) -> UnitScale {
    if countingPeople, ["个", "人次"].contains(unit) { return UnitScale(dimension: "人", factor: 1) }
    return table[unit] ?? UnitScale(dimension: unit, factor: 1)
  }

  /// Legal units of measurement (国务院关于在我国统一实行法定计量单位的命令, 1984) and the customary ones that it converts. Classifiers
  /// that count the same things are one; 元 and 美元, 人 and 人次 are not.
  private static let table: [String: UnitScale] = {
    let groups: [(dimension: String, units: [(String, Double)])] = [
      ("平方米", [("平方米", 1), ("亩", 2000.0 / 3), ("公顷", 10_000), ("平方公里", 1_000_000)]),
      ("米", [("米", 1), ("公里", 1000), ("千米", 1000), ("里", 500)]),
      ("吨", [("吨", 1), ("公斤", 0.001), ("千克", 0.001), ("斤", 0.0005)]),
      ("千瓦时", [("千瓦时", 1), ("度", 1), ("兆瓦时", 1000)]),
      ("千瓦", [("千瓦", 1), ("兆瓦", 1000), ("瓦", 0.001)]),
      ("立方米", [("立方米", 1), ("方", 1)]),
      ("%", [("%", 1), ("‰", 0.1)]),
      ("元", [("元", 1), ("元/人", 1)]),
      ("人", [("人", 1), ("名", 1)]),
      ("个", ["个", "家", "所", "座", "项", "处", "件"].map { ($0, 1) }),
    ]
    var table: [String: UnitScale] = [:]
    for (dimension, units) in groups {
      for (unit, factor) in units { table[unit] = UnitScale(dimension: dimension, factor: factor) }
    }
    return table
  }()
}
