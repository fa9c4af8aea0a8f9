/// A value to bind to a statement.
public enum Value: Sendable, Equatable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
  /// Text as bytes: stored as they are, NUL and invalid sequences included.
  case utf8([UInt8])
  case blob([UInt8])

  public static func integer(_ value: Int) -> Value { .integer(Int64(value)) }

  /// The value, or null.
  public static func optional(_ value: Int?) -> Value { value.map { .integer(Int64($0)) } ?? .null }
  /// The value, or null.
  public static func optional(_ value: Int64?) -> Value { value.map { .integer($0) } ?? .null }
  /// The value, or null.
  public static func optional(_ value: Double?) -> Value { value.map { .real($0) } ?? .null }
  /// The value, or null.
  public static func optional(_ value: String?) -> Value { value.map { .text($0) } ?? .null }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByFloatLiteral {
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(floatLiteral value: Double) { self = .real(value) }
}
