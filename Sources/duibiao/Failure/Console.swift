internal import Glibc

/// Messages to the person, on standard error. A message that cannot be written is given up: there is nobody to tell.
struct Console {
  /// Leaves out everything but errors and what is lost.
  var isQuiet = false

  /// Whether a person watches standard error.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Something the person may want to know.
  func note(_ text: String) {
    if !isQuiet { Self.line(text) }
  }

  /// Something that went wrong.
  static func error(_ text: String) { line("duibiao: " + text) }

  static func line(_ text: String) { raw(SafeText.oneLine(text) + "\n") }

  /// Bytes for the terminal itself (the progress line).
  static func raw(_ text: String) { _ = Output.writeAll(Array(text.utf8), to: STDERR_FILENO) }
}
