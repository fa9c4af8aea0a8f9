/// Why the archive could not do what was asked.
///
/// ``message`` is one line for a person: the file, what was found, what was expected, and the remedy.
public struct ArchiveError: Error, Sendable, Equatable {
  /// What went wrong. The command line maps these to exit codes.
  public enum Code: String, Sendable, CaseIterable {
    /// There is no such file (exit 66).
    case notFound
    /// The file is no SQLite database (exit 78).
    case notADatabase
    /// The file is another application's database (exit 78).
    case foreignDatabase
    /// The file was written by a newer version of this program (exit 78).
    case newerVersion
    /// Its content contradicts itself (exit 78).
    case corrupt
    /// The file or its folder cannot be made or written (exit 73).
    case cannotCreate
    /// Another process holds the archive (exit 75).
    case busy
    /// Reading or writing failed: disk full, a fault of the medium, no permission (exit 74).
    case inputOutput
    /// A mistake of this program (exit 70).
    case `internal`
  }

  public var code: Code
  /// The archive's path.
  public var path: String
  /// What was found.
  public var found: String
  /// What was expected; may be empty.
  public var expected: String
  /// What the person can do; may be empty.
  public var remedy: String

  public init(_ code: Code, path: String, found: String, expected: String = "", remedy: String = "") {
    self.code = code
    self.path = path
    self.found = found
    self.expected = expected
    self.remedy = remedy
  }

  /// `path: found; expected …; remedy`, in one line.
  public var message: String {
    var line = "\(path): \(found)"
    if !expected.isEmpty { line += "; expected \(expected)" }
    if !remedy.isEmpty { line += "; \(remedy)" }
    return line
  }
}

extension ArchiveError: CustomStringConvertible {
  public var description: String { message }
}
