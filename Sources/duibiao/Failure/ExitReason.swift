/// How the program ends, by the numbers of sysexits(3) and the shell's for an interrupt.
enum ExitReason: Int32 {
  case done = 0
  case usage = 64
  /// A report could not be read; the others were.
  case data = 65
  case noInput = 66
  /// Nothing found for the question.
  case unavailable = 69
  case software = 70
  case cannotCreate = 73
  case inputOutput = 74
  /// Busy, try again.
  case temporary = 75
  /// Not an archive, or one of a newer version.
  case config = 78
  /// 128 + SIGINT.
  case interrupted = 130
}

/// A failure as a person is told it: what, where, and what to do.
struct Failure: Error {
  var status: ExitReason
  /// One line: what was found, where, what was expected, and the remedy.
  var message: String

  init(_ status: ExitReason, _ message: String) {
    self.status = status
    self.message = message
  }
}
