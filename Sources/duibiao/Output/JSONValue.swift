/// A JSON value whose members keep their order, so that output is the same byte for byte.
///
/// Written here rather than by Foundation's encoder: it would more than double the start-up time for forty lines.
enum JSONValue {
  case null
  case bool(Bool)
  case integer(Int)
  /// Digits in plain decimal notation, written exactly as they are.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([(String, JSONValue)])

  /// A string, or null when it is empty ("not stated").
  static func stated(_ text: String) -> JSONValue { text.isEmpty ? .null : .string(text) }

  /// A number, or null.
  static func stated(_ number: Int?) -> JSONValue { number.map { .integer($0) } ?? .null }

  /// The JSON text on one line.
  var text: String {
    var text = ""
    write(to: &text, indent: nil)
    return text
  }

  /// The JSON text over several lines, two spaces a level, as a person reads it.
  var prettyText: String {
    var text = ""
    write(to: &text, indent: 0)
    return text
  }

  private func write(to text: inout String, indent: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let digits): text += digits
    case .string(let value): Self.write(value, to: &text)
    case .array(let values):
      Self.write(values, brackets: ("[", "]"), indent: indent, to: &text) { value, inner, text in
        value.write(to: &text, indent: inner)
      }
    case .object(let members):
      Self.write(members, brackets: ("{", "}"), indent: indent, to: &text) { member, inner, text in
        Self.write(member.0, to: &text)
        text += inner == nil ? ":" : ": "
        member.1.write(to: &text, indent: inner)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], brackets: (String, String), indent: Int?, to text: inout String,
    item write: (Item, Int?, inout String) -> Void
  ) {
    text += brackets.0
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      if let indent { text += "\n" + String(repeating: "  ", count: indent + 1) }
      write(item, indent.map { $0 + 1 }, &text)
    }
    if let indent, !items.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
    text += brackets.1
  }

  /// RFC 8259; what a terminal might obey is escaped too, so that JSON is safe to look at and still exact.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if SafeText.isHarmful(scalar) {
          let hex = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}
