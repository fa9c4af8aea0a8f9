import Foundation
import Testing

@testable import duibiao

@Suite struct PathListTests {
  @Test func aFolderIsReadWholeAndSortedByPath() throws {
    let work = try WorkFolder()
    for name in ["b.txt", "a.txt", "a/2.txt", "a/10.txt", "c/d/e.txt", ".hidden", ".git/x"] {
      try work.write("x", to: name)
    }
    let list = PathList([work.path])
    #expect(
      list.files.map { $0.name.dropFirst(work.path.count + 1) } == [
        "a.txt", "a/10.txt", "a/2.txt", "b.txt", "c/d/e.txt",
      ])
    #expect(list.files.allSatisfy { $0.size == 1 })
    #expect(list.failures.isEmpty)
  }

  @Test func linksInACircleEnd() throws {
    let work = try WorkFolder()
    try work.write("x", to: "a/x.txt")
    try FileManager.default.createSymbolicLink(atPath: work.at("a/loop"), withDestinationPath: "..")
    try FileManager.default.createSymbolicLink(atPath: work.at("self"), withDestinationPath: "self")
    try FileManager.default.createSymbolicLink(atPath: work.at("link.txt"), withDestinationPath: "a/x.txt")
    let list = PathList([work.path])
    #expect(list.files.map { $0.name.dropFirst(work.path.count + 1) } == ["a/x.txt", "link.txt"])
    #expect(list.failures.map(\.reason) == ["symbolic links lead in a circle"])
  }

  @Test func devicesAndPipesInAFolderAreNamed() throws {
    let work = try WorkFolder()
    #expect(unsafe mkfifo(work.at("pipe"), 0o600) == 0)
    #expect(PathList([work.path]).failures.map(\.reason) == ["not a file (a device, socket or pipe)"])
    #expect(PathList(["/dev/null"]).failures.map(\.status) == [.noInput])
    // A pipe that a person names, as the shell's <(…) does, is read.
    #expect(PathList([work.at("pipe")]).files.count == 1)
  }

  @Test func aMissingPathDoesNotStopTheOthers() throws {
    let work = try WorkFolder()
    try work.write("x", to: "a.txt")
    let list = PathList([work.at("gone"), work.at("a.txt"), "-", "-"])
    #expect(list.files.map(\.name) == [work.at("a.txt"), "-"])
    #expect(list.failures.map(\.reason) == ["no such file or folder"])
    #expect(list.failures.map(\.status) == [.noInput])
  }

  @Test(
    .disabled(if: WorkFolder.isRoot, "root may read every folder"))
  func anUnreadableFolderIsNamed() throws {
    let work = try WorkFolder()
    try work.write("x", to: "shut/a.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: work.at("shut"))
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: work.at("shut")) }
    #expect(PathList([work.path]).failures.map(\.reason) == ["no permission"])
  }

  @Test func namesInAnotherEncodingAreRead() throws {
    let work = try WorkFolder()
    // 报告 in GB18030, as an archive unpacked on an older system leaves it.
    let run = try work.shell("printf x > \"$(printf '\\261\\250\\270\\346').txt\"")
    #expect(run.status == 0)
    let list = PathList([work.path])
    #expect(list.files.map { $0.name.dropFirst(work.path.count + 1) } == ["\\xB1\\xA8\\xB8\\xE6.txt"])
    #expect(try FileBytes.read(list.files[0].path) == Array("x".utf8))
  }

  @Test(arguments: [
    ("a", "a"), ("./a", "a"), ("a//b/", "a/b"), ("/a/./b", "/a/b"), (".", "."), ("./", "."), ("/", "/"),
    ("../a", "../a"),
  ])
  func oneFileHasOneName(_ typed: String, _ name: String) { #expect(PathList.tidied(typed) == name) }
}
