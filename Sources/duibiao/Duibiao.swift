import Archive
import ArgumentParser
internal import Glibc

/// `duibiao`: an archive of government work reports that answers from their figures.
@main
struct Duibiao: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duibiao",
    abstract: "Files Chinese government work reports (政府工作报告) and compares their targets and outcomes.",
    discussion: """
      Reports are read into an archive, one SQLite file; the other commands ask it.

        duibiao ingest reports/
        duibiao history 金山区

      The archive is the file of --archive, else of $DUIBIAO_ARCHIVE, else archive.sqlite in the current folder.

      Exit codes: 0 done, 64 usage, 65 a report could not be read, 66 no such file, 69 nothing found, 73 cannot create, \
      74 input or output failed, 75 busy, 78 not an archive or one of a newer version, 130 interrupted.
      """,
    version: "0.1.0",
    subcommands: [
      Ingest.self, Reports.self, Show.self, History.self, Compare.self, Track.self, Search.self, Indicators.self,
      Export.self, Check.self, Backup.self,
    ])

  /// The argument parser would only count the arguments that no command takes.
  private static func expectCommand(_ word: String?) throws {
    let names = configuration.subcommands.compactMap { $0._commandName }
    guard let word, !word.hasPrefix("-"), word != "help", !names.contains(word) else { return }
    let like = Likeness.near(word, among: names)
    let guess = like.isEmpty ? "" : "did you mean \(like.joined(separator: ", "))? "
    throw Failure(.usage, "\(word): no such command; \(guess)`duibiao --help` lists them")
  }

  static func main() async {
    // A closed pipe is then an error of write(2) that we can end on quietly, in the middle of an ingest too.
    signal(SIGPIPE, SIG_IGN)
    do {
      try expectCommand(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      let end = Ending(of: error)
      end.tell()
      Glibc.exit(end.status)
    }
  }
}
