/// Why bytes could not be read as a report.
public struct ReadingError: Error, Sendable, Equatable {
  public enum Code: String, Sendable {
    /// No bytes, or nothing but white space.
    case empty
    /// Binary data.
    case notText
    /// Text in no supported encoding.
    case undecodable
    /// Text, but nothing of a government work report in it.
    case notAReport
  }
  public var code: Code
  /// Byte offset in the file where the reading failed, if it failed at a place.
  public var offset: Int?
  /// What was found.
  public var detail: String

  public init(_ code: Code, offset: Int? = nil, detail: String = "") {
    self.code = code
    self.offset = offset
    self.detail = detail
  }
}
