import Archive
import ArgumentParser

struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Write a verified copy of the archive to a new file, also while it is in use.",
    discussion: """
      The copy is the archive as it is at one moment. It is made under a passing name, verified, and gets its name when all \
      is on the disk. A file that is there already is never overwritten.

        duibiao backup 2024-05-01.sqlite
      """)

  @Argument(help: ArgumentHelp("The file to make.", valueName: "file"))
  var file: String

  @OptionGroup var options: ArchiveOptions

  func validate() throws {
    if file.isEmpty { throw ValidationError("The name of the file is empty.") }
  }

  func run() throws {
    let archive = try options.reader()
    let counts = try archive.backUp(to: file)
    if options.quiet { return }
    let output = Output.standard()
    try output.line(SafeText.oneLine("\(file) holds \(counts.reports) reports with \(counts.figures) figures"))
    try output.finish()
  }
}
