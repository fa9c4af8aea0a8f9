internal import Glibc

/// Whether text is marked up for a terminal.
///
/// Colour only where a person looks: on a terminal, and not where `NO_COLOR` (<https://no-color.org>) is set or the
/// terminal is `dumb`.
struct Style {
  var isColoured: Bool

  static let plain = Style(isColoured: false)

  /// The style for a descriptor.
  static func of(_ output: Output) -> Style { Style(isColoured: output.isTerminal && environmentAllowsColour) }

  private static var environmentAllowsColour: Bool {
    (Environment.value("NO_COLOR") ?? "").isEmpty && Environment.value("TERM") != "dumb"
  }

  func header(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func dim(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
  func highlight(_ text: String) -> String { isColoured ? "\u{1B}[1;33m\(text)\u{1B}[0m" : text }
}

/// Environment variables.
enum Environment {
  static func value(_ name: String) -> String? {
    // Unsafe because getenv returns a pointer into the environment; it is copied at once and nothing here calls setenv.
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}

/// The terminal's size.
enum Terminal {
  /// Columns of the terminal behind standard output; nil when it is none or does not tell.
  static func columns() -> Int? {
    var size = winsize()
    // Unsafe because ioctl is untyped; TIOCGWINSZ fills exactly a `winsize`, which outlives the call.
    let result = unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size)
    return result == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
  }
}
