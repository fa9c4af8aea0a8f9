import Foundation
import Testing

@testable import duibiao

/// A part of what `Scripts/faults` runs whole: every so-manieth place, a few seconds of sharing, small hostile files.
@Suite struct FaultTests {
  private static let program = URL(fileURLWithPath: WorkFolder.program).deletingLastPathComponent()

  private func run(_ name: String, _ arguments: String) throws -> WorkFolder.Run {
    try WorkFolder().shell("'\(Self.program.appendingPathComponent(name).path)' \(arguments)")
  }

  @Test(arguments: [
    "io --every 97 --archives new existing", "memory --every 501 --archives new existing",
    "kill --every 97 --random 0 --archives new existing", "kill --every 211 --random 0 --archives merging",
    "share --seconds 0.5",
    "hostile --megabytes 0.02 --tell-only --shapes directions decomposed 'open brackets' titles glossaries problems NULs 'any bytes'",
  ])
  func nothingIsLostDoubledOrHalfWritten(_ arguments: String) throws {
    let run = try run("duibiao-faults", arguments)
    #expect(run.status == 0, "\(run.output.suffix(4000)) \(run.errors.suffix(2000))")
  }

  /// Inputs that once broke something stay mended.
  @Test func findingsOfTheFuzzerStayMended() throws {
    let findings = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fuzz/Findings").path
    for target in try FileManager.default.contentsOfDirectory(atPath: findings).sorted() where !target.contains(".") {
      let run = try run("duibiao-fuzz", "\(target) '\(findings)/\(target)'/*")
      #expect(run.status == 0, "\(target): \(run.errors.suffix(2000))")
    }
  }

  /// Each target takes the samples and what is no text.
  @Test(arguments: [
    "decode", "clean", "normalise", "sections", "identify", "figures", "words", "whole", "store", "archive", "values",
    "ask",
  ])
  func targetsOfTheFuzzerRun(_ target: String) throws {
    let run = try run("duibiao-fuzz", "\(target) '\(WorkFolder.samples)'/jiashan-20*.txt \(WorkFolder.samples)/daye*")
    #expect(run.status == 0, "\(run.errors.suffix(2000))")
  }
}
