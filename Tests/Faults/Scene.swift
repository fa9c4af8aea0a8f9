import Archive
import ArgumentParser
import Glibc
import ReportReading

/// One ingest that faults strike: an archive with two reports; one of them is replaced, two more come, in two batches.
struct Scene {
  /// What the ingest finds.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case new, existing
    /// An archive with so many batches that the search index's segments are merged: a part with the first batch, the rest with the
    /// second.
    case merging
  }

  let folder: TemporaryFolder
  /// The archive before the ingest; empty for none.
  let before: [UInt8]
  private let contentBefore: Content
  private let contentAfter: Content
  private let batches: [[ReportRecord]]

  init(_ kind: Kind) throws {
    folder = try TemporaryFolder()
    let path = folder.path + "/before"
    if kind == .new {
      contentBefore = Content()
      before = []
    } else {
      do {
        var writer = try ArchiveWriter(path: path)
        for number in [0, 1] { _ = try writer.store(try Material.record(number)) }
        try writer.commit()
        for number in 100..<(kind == .merging ? 131 : 100) {
          _ = try writer.store(try Material.record(number, paragraphs: 60))
          try writer.commit()
        }
      }
      contentBefore = try Content(of: path)
      before = try Files.read(path)
    }
    batches = try Self.records()
    let after = folder.path + "/after"
    try Files.write(before, to: after)
    try Self.ingest(batches, into: after)
    contentAfter = try Content(of: after)
  }

  var archive: String { folder.path + "/archive" }

  /// Puts the archive as it was before.
  func reset() throws {
    for end in ["", "-wal", "-shm", "-journal"] { unsafe unlink(archive + end) }
    if !before.isEmpty { try Files.write(before, to: archive) }
  }

  func ingest() throws(ArchiveError) { try Self.ingest(batches, into: archive) }

  /// What is ingested, a list for each batch.
  static func records() throws -> [[ReportRecord]] {
    [
      [try Material.record(0, edition: 1), try Material.record(2)],
      [try Material.record(13), try Material.record(1, source: "copy.txt")],
    ]
  }

  static func ingest(_ batches: [[ReportRecord]], into path: String) throws(ArchiveError) {
    var writer = try ArchiveWriter(path: path, patience: .seconds(5))
    for batch in batches {
      for record in batch { _ = try writer.store(record) }
      try writer.commit()
    }
  }

  // MARK: Verdict

  /// What is wrong with the archive after a fault; nil for nothing.
  ///
  /// The check finds nothing; every report is there as it was before, or as it is after, or, if it is new, not at all;
  /// those of one batch are of one time; and ingesting again makes it what it would have been.
  func verdict() -> String? {
    do throws(ArchiveError) {
      if let wrong = try state() { return wrong }
      try ingest()
      let again = try Content(of: archive)
      if again != contentAfter { return "ingested again, the archive holds something else" }
      let problems = try ArchiveReader(path: archive).check().problems
      if let problem = problems.first { return "after ingesting again: \(problem)" }
      return nil
    } catch {
      return "after the fault: \(error)"
    }
  }

  private func state() throws(ArchiveError) -> String? {
    let now: Content
    do throws(ArchiveError) {
      let problems = try ArchiveReader(path: archive).check().problems
      if let problem = problems.first { return "check: \(problem)" }
      now = try Content(of: archive)
    } catch {
      // An archive that was to be made may not be there, or be the empty file that it begins as.
      if before.isEmpty, error.code == .notFound || error.found == "an empty file" { return nil }
      throw error
    }
    for (source, digest) in now.reports
    where ![contentBefore.reports[source], contentAfter.reports[source]].contains(digest) {
      return "\(source) is neither the old report nor the new"
    }
    for source in contentBefore.reports.keys where now.reports[source] == nil { return "\(source) is lost" }
    for batch in batches {
      let done = batch.map { now.reports[$0.source] == contentAfter.reports[$0.source] }
      if Set(done).count > 1 { return "half of a batch is there" }
    }
    return nil
  }
}

/// A folder that is gone with the value.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/duibiao-faults-XXXXXX".utf8CString)
    // Because mkdtemp writes the name into the buffer given.
    guard unsafe mkdtemp(&template) != nil else { throw Problem("no temporary folder can be made") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Files.remove(path) }
}

struct Problem: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

enum Files {
  static func read(_ path: String) throws -> [UInt8] {
    guard let file = unsafe fopen(path, "r") else { throw Problem("\(path) cannot be read") }
    defer { unsafe fclose(file) }
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      // Because the buffer is valid during the call.
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, $0.count, file) }
      if count == 0 { return all }
      all += buffer[..<count]
    }
  }

  static func write(_ bytes: [UInt8], to path: String, appending: Bool = false) throws {
    guard let file = unsafe fopen(path, appending ? "a" : "w") else { throw Problem("\(path) cannot be written") }
    defer { unsafe fclose(file) }
    // Because the buffer is valid during the call.
    let count = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
    if count != bytes.count { throw Problem("\(path) cannot be written") }
  }

  static func makeFolder(_ path: String) { _ = unsafe mkdir(path, 0o755) }

  /// A file, or a folder with all in it.
  static func remove(_ path: String) {
    if let folder = unsafe opendir(path) {
      while let entry = unsafe readdir(folder) {
        // Because the entry lives until the next call, and its name is copied.
        let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
          unsafe String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self))
        }
        if name != ".", name != ".." { remove(path + "/" + name) }
      }
      unsafe closedir(folder)
      unsafe rmdir(path)
    } else {
      unsafe unlink(path)
    }
  }
}
