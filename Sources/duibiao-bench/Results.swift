import Glibc

/// What was measured, by name.
struct Results {
  /// A number with its unit.
  struct Line {
    var name: String
    var value: Double
    var unit: String
  }
  private(set) var lines: [Line] = []
  /// Measured against a reference of the same run; the smaller the better.
  private(set) var ratios: [(name: String, value: Double)] = []

  mutating func add(_ name: String, _ value: Double, _ unit: String) {
    lines.append(Line(name: name, value: value, unit: unit))
    Self.tell("\(name): \(Self.text(value)) \(unit)")
  }

  mutating func addRatio(_ name: String, _ value: Double) {
    ratios.append((name, value))
    Self.tell("  ratio \(name): \(Self.text(value))")
  }

  /// Prints a line at once, also into a pipe.
  static func tell(_ line: String) {
    print(line)
    // Null stands for all streams.
    fflush(nil)
  }

  /// Four digits, whatever the size.
  static func text(_ value: Double) -> String {
    let digits = value == 0 ? 0 : max(0, 3 - Int(log10(abs(value)).rounded(.down)))
    let scale = pow(10, Double(digits))
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
  }

  /// One JSON document.
  var json: String {
    let measured = lines.map { "    \"\($0.name)\": { \"value\": \(Self.text($0.value)), \"unit\": \"\($0.unit)\" }" }
    return "{\n  \"measured\": {\n\(measured.joined(separator: ",\n"))\n  },\n  \"ratios\": {\n\(ratioLines)\n  }\n}\n"
  }

  /// The part that is checked in.
  var baseline: String { "{\n  \"ratios\": {\n\(ratioLines)\n  }\n}\n" }

  private var ratioLines: String {
    ratios.map { "    \"\($0.name)\": \(Self.text($0.value))" }.joined(separator: ",\n")
  }

  /// Beyond what runs of one program differ by on a machine that others use too.
  private static let noise = 1.3

  /// Ratios that are worse than a baseline's beyond noise, a line each.
  func worse(thanBaseline text: String) -> [String] {
    let old = Self.ratios(in: text)
    return ratios.compactMap { name, value in
      guard let before = old[name], value > before * Self.noise else { return nil }
      return "\(name): \(Self.text(value)), was \(Self.text(before))"
    }
  }

  /// The lines `"name": number` of a baseline, which ``baseline`` wrote.
  private static func ratios(in text: String) -> [String: Double] {
    var ratios: [String: Double] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      guard parts.count == 3, let value = Double(parts[2].filter { "0123456789.e-".contains($0) }) else { continue }
      ratios[String(parts[1])] = value
    }
    return ratios
  }
}
