import Foundation
import Testing

/// The pages show a query of every view; the examples themselves are run by `Scripts/examples`.
@Suite struct ViewExamplesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let views: [String] = {
    let schema = (try? String(contentsOf: root.appendingPathComponent("Schema/v1-archive.sql"), encoding: .utf8)) ?? ""
    return schema.split(separator: "\n").filter { $0.hasPrefix("CREATE VIEW ") }.map {
      String($0.split(separator: " ")[2])
    }
  }()

  @Test(arguments: views) func everyViewHasAnExample(_ view: String) throws {
    let pages = ["TheArchive.md", "Questions.md"]
    let commands = try pages.flatMap { page in
      try String(
        contentsOf: Self.root.appendingPathComponent("Sources/duibiao/duibiao.docc/" + page), encoding: .utf8
      ).split(separator: "\n").filter { $0.hasPrefix("$ sqlite3 ") }
    }
    let isShown = commands.contains { command in
      let words = command.split { " \"();".contains($0) }
      return zip(words, words.dropFirst()).contains { ["FROM", "JOIN"].contains($0) && $1 == view }
    }
    #expect(isShown, "no example asks the view \(view)")
  }

  @Test func thereAreViews() { #expect(Self.views.count >= 8) }
}
