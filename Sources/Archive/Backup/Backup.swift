internal import Glibc
internal import SQLite

extension ArchiveReader {
  /// Writes a copy of the archive, as it is at one moment, to a new file; others may go on reading and writing.
  ///
  /// The copy is made under a passing name beside its place, verified by SQLite's integrity check, brought to the disk and
  /// then given its name, all at once: where anything fails there is no file of that name. It is one plain file that opens
  /// on any medium, and holds what was committed when the copy began.
  /// - Parameter target: a path where nothing stands; it is never overwritten.
  /// - Returns: how much the copy holds.
  /// - Throws: ``ArchiveError``: `cannotCreate` where something stands at the path or nothing can be made there, `busy`,
  ///   `inputOutput`, `corrupt`.
  public func backUp(to target: String) throws(ArchiveError) -> ArchiveCounts {
    if try FilePlace.kind(target) != nil { throw Self.exists(target) }
    let passing = "\(target).\(getpid()).part"
    defer { for end in ["", "-journal", "-wal", "-shm"] { unsafe unlink(passing + end) } }
    try Self.make(passing, for: target)
    let counts = try copy(to: passing, for: target)
    try Self.give(target, to: passing)
    return counts
  }

  /// Makes the empty file that becomes the copy: a link that somebody left under its name is not followed.
  private static func make(_ passing: String, for target: String) throws(ArchiveError) {
    // Because the strings are lent for the calls, and open is variadic C.
    unsafe unlink(passing)
    let file = unsafe open(passing, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw cannotCreate(target) }
    close(file)
  }

  private func copy(to passing: String, for target: String) throws(ArchiveError) -> ArchiveCounts {
    do throws(SQLiteError) {
      let copy = try Connection(.file(passing), access: .write)
      try connection.copy(to: copy)
      // The copy's header asks for a log where the archive has one just now; at rest there is one plain file.
      try copy.execute("PRAGMA journal_mode = DELETE")
      let found = try copy.all("PRAGMA integrity_check", []) { $0.text(0) }
      guard found == ["ok"] else {
        throw SQLiteError(code: 11, message: found.first ?? "", context: "backup")
      }
      return try copy.archiveCounts()
    } catch {
      switch error.primary {
      // What is damaged is the archive; what cannot be made is the copy.
      case .corrupt, .busy, .locked: throw ArchiveError(error, path: path)
      case .cannotOpen, .readOnly: throw Self.cannotCreate(target)
      default: throw ArchiveError(error, path: target)
      }
    }
  }

  /// Gives the finished copy its name where nothing has it yet.
  private static func give(_ target: String, to passing: String) throws(ArchiveError) {
    // Because the strings are lent for the calls. `link` fails where the name is taken; a file system without links (FAT)
    // has only `rename`, which would replace a file made in this very moment.
    if unsafe link(passing, target) != 0 {
      let code = errno
      if code == EEXIST { throw exists(target) }
      guard try FilePlace.kind(target) == nil, unsafe rename(passing, target) == 0 else {
        throw ArchiveError(.cannotCreate, path: target, found: FilePlace.systemMessage(code))
      }
    }
    // The name is on the disk when its folder is.
    let folder = unsafe open(FilePlace.folder(of: target), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  private static func cannotCreate(_ target: String) -> ArchiveError {
    ArchiveError(
      .cannotCreate, path: target, found: "the file cannot be created",
      remedy: "check that its folder exists and may be written to")
  }

  private static func exists(_ target: String) -> ArchiveError {
    ArchiveError(
      .cannotCreate, path: target, found: "there is a file of this name, and a backup overwrites nothing",
      remedy: "give another name, or remove the file first")
  }

}
