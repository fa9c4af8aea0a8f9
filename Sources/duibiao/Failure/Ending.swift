import Archive
import ArgumentParser
import ReportReading

/// How an error ends the program: the one place where the libraries' errors meet exit codes and words.
struct Ending {
  var status: Int32
  /// One line on standard error.
  private var message: String?
  /// What was asked for by `--help` and the like; goes to standard output.
  private var answer: String?

  init(of error: any Error) {
    status = ExitReason.done.rawValue
    switch error {
    case let failure as Failure: end(failure.status, failure.message)
    case let error as ArchiveError: end(Self.status(of: error.code), error.message)
    case let error as OutputError:
      if case .failed(let code) = error.code {
        end(.inputOutput, "\(error.name): \(SystemError.text(code)); not everything is written")
      }
    default:
      // The argument parser's own: usage errors, and help, which is no error.
      status = Duibiao.exitCode(for: error).rawValue
      let text = Duibiao.fullMessage(for: error)
      if status == 0 { answer = text } else if !text.isEmpty { message = text }
    }
  }

  private mutating func end(_ status: ExitReason, _ message: String) {
    self.status = status.rawValue
    self.message = message
  }

  /// Says what there is to say.
  func tell() {
    if let answer, !answer.isEmpty {
      let output = Output.standard()
      try? output.line(answer)
      try? output.finish()
    }
    guard let message else { return }
    // Only the argument parser's messages have several lines: the usage follows.
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let first = lines[0].hasPrefix("Error: ") ? String(lines[0].dropFirst("Error: ".count)) : lines[0]
    Console.error(first)
    lines.dropFirst().forEach(Console.line)
  }

  static func status(of code: ArchiveError.Code) -> ExitReason {
    switch code {
    case .notFound: .noInput
    case .notADatabase, .foreignDatabase, .newerVersion, .corrupt: .config
    case .cannotCreate: .cannotCreate
    case .busy: .temporary
    case .inputOutput: .inputOutput
    case .internal: .software
    }
  }

  /// Why bytes are no report, for a person.
  static func reason(_ error: ReadingError) -> String {
    let place = error.offset.map { " at byte \($0)" } ?? ""
    let detail = error.detail.isEmpty ? "" : " (\(error.detail))"
    switch error.code {
    case .empty: return "the file is empty; expected the text of a report"
    case .notText: return "binary data\(place)\(detail); expected plain text: save the report as text first"
    case .undecodable: return "text in no known encoding\(place)\(detail); expected UTF-8, GB18030, Big5 or UTF-16"
    case .notAReport: return "no government work report in it\(place)\(detail)"
    }
  }
}
