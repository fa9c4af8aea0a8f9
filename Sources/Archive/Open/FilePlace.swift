internal import Glibc

/// What the file system says of an archive's path.
enum FilePlace {
  enum Kind { case file, folder, other }

  /// What stands at the path; nil for nothing.
  static func kind(_ path: String) throws(ArchiveError) -> Kind? {
    var info = stat()
    // Because the out parameter lives on this frame.
    guard unsafe stat(path, &info) == 0 else {
      let code = errno
      if code == ENOENT || code == ENOTDIR { return nil }
      throw ArchiveError(.inputOutput, path: path, found: systemMessage(code))
    }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  static func requireFile(_ path: String) throws(ArchiveError) {
    switch try kind(path) {
    case .file:
      // Because the string is lent for the call.
      guard unsafe access(path, R_OK) == 0 else {
        throw ArchiveError(.inputOutput, path: path, found: systemMessage(errno), remedy: "check its permissions")
      }
    case .folder: throw notAnArchive(path, "a folder")
    case .other: throw notAnArchive(path, "a device, pipe or socket")
    case nil:
      throw ArchiveError(
        .notFound, path: path, found: "no such file",
        remedy: "make an archive with `duibiao ingest`, or name one with --archive")
    }
  }

  /// Whether the file or its folder refuses to be written to.
  static func isUnwritable(_ path: String) -> Bool {
    // Because the strings are lent for the calls.
    unsafe access(path, W_OK) != 0 || access(folder(of: path), W_OK) != 0
  }

  /// Whether a log or journal with something in it stands beside the file.
  static func hasLog(_ path: String) -> Bool {
    ["-wal", "-journal"].contains { end in
      var info = stat()
      // Because the out parameter lives on this frame.
      return unsafe stat(path + end, &info) == 0 && info.st_size > 0
    }
  }

  /// The folder that the path stands in.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func pause(milliseconds: UInt32) { usleep(milliseconds * 1000) }

  static func systemMessage(_ code: Int32) -> String {
    // Because strerror gives a text that lives until the next call, and it is copied at once.
    unsafe String(cString: strerror(code))
  }

  static func notAnArchive(_ path: String, _ found: String) -> ArchiveError {
    ArchiveError(
      .notADatabase, path: path, found: found, expected: "an archive of duibiao",
      remedy: "name another file with --archive")
  }
}
