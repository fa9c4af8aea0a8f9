import Archive
import Glibc
import SQLite
import Testing

@Suite struct BackupTests {
  let folder = TemporaryFolder()
  var copy: String { folder.path + "/copy.sqlite" }

  private func backUp() throws(ArchiveError) -> ArchiveCounts {
    try ArchiveReader(path: folder.archive).backUp(to: copy)
  }

  @Test func theCopyIsTheArchive() throws {
    try store([Draft.jinshan(2019).record("a.txt"), Draft.jinshan(2020).record("b.txt")], in: folder.archive)
    #expect(try backUp().reports == 2)
    #expect(folder.contents == ["a.sqlite", "copy.sqlite"])
    let reader = try ArchiveReader(path: copy)
    #expect(try reader.check().problems == [])
    #expect(try reader.allFigures() == ArchiveReader(path: folder.archive).allFigures())
  }

  @Test func ofAnArchiveInUseItHoldsWhatIsCommitted() throws {
    var writer = try ArchiveWriter(path: folder.archive)
    _ = try writer.store(Draft.jinshan(2019).record("a.txt"))
    try writer.commit()
    _ = try writer.store(Draft.jinshan(2020).record("b.txt"))
    #expect(try backUp().reports == 1)
    // The copy is a plain file, whatever stands beside the archive.
    #expect(folder.contents.filter { $0.hasPrefix("copy") } == ["copy.sqlite"])
    try writer.commit()
    let reader = try ArchiveReader(path: copy)
    #expect(try reader.reports().map(\.source) == ["a.txt"])
    #expect(try reader.check().problems == [])
  }

  /// Whoever can write to the folder knows the passing name, and could point it at a file of the person's.
  @Test func aLinkOfThePassingNameIsNotFollowed() throws {
    try store([Draft.jinshan(2019).record("a.txt")], in: folder.archive)
    folder.write("mine", [1, 2, 3])
    unsafe symlink(folder.path + "/mine", "\(copy).\(getpid()).part")  // Because the strings are lent for the call.
    #expect(try backUp().reports == 1)
    #expect(folder.read("mine") == [1, 2, 3])
    #expect(folder.contents == ["a.sqlite", "copy.sqlite", "mine"])
  }

  @Test func nothingIsOverwritten() throws {
    try store([Draft.jinshan(2019).record("a.txt")], in: folder.archive)
    folder.write("copy.sqlite", [1, 2, 3])
    let error = #expect(throws: ArchiveError.self) { try backUp() }
    #expect(error?.code == .cannotCreate)
    #expect(folder.read("copy.sqlite") == [1, 2, 3])
    #expect(
      #expect(throws: ArchiveError.self) {
        try ArchiveReader(path: folder.archive).backUp(to: folder.archive)
      }?.code == .cannotCreate)
    #expect(
      #expect(throws: ArchiveError.self) {
        try ArchiveReader(path: folder.archive).backUp(to: folder.path + "/none/copy")
      }?.code == .cannotCreate)
    #expect(folder.contents == ["a.sqlite", "copy.sqlite"])
  }

  @Test func aDamagedArchiveMakesNoCopy() throws {
    try store((2000..<2020).map { Draft.jinshan($0).record("\($0).txt") }, in: folder.archive)
    var bytes = folder.read("a.sqlite")
    for at in (60 * 4096)..<(80 * 4096) { bytes[at] = 0x55 }
    folder.write("a.sqlite", bytes)
    let error = #expect(throws: ArchiveError.self) { try backUp() }
    #expect(error?.code == .corrupt)
    #expect(folder.contents == ["a.sqlite"])
  }
}
