internal import Glibc

/// One thing to ingest.
struct InputFile: Sendable, Equatable {
  /// `-` for standard input.
  var path: String
  /// What the file system says about its size in bytes; 0 for a pipe.
  var size: Int
}

/// The files behind the paths that a person gives.
///
/// A folder is read with everything below it, sorted by path, so that the same folder always gives the same order.
/// Hidden entries (`.git`, `.DS_Store`) are left out. Symbolic links are followed; a folder is entered once, so links
/// that lead in a circle end. Devices, sockets and, inside folders, pipes are not reports and are named as skipped.
struct PathList {
  private(set) var files: [InputFile] = []
  /// What could not be read, with the reason and its exit status.
  private(set) var failures: [(path: String, reason: String, status: ExitReason)] = []
  private var seenFolders: Set<FileIdentity> = []
  private var seenPaths: Set<String> = []

  init(_ paths: [String]) {
    for path in paths {
      if path == "-" {
        add(InputFile(path: "-", size: 0))
      } else {
        visit(Self.tidied(path), isGiven: true)
      }
    }
  }

  private struct FileIdentity: Hashable {
    var device: UInt
    var inode: UInt
  }

  /// The path without `./`, doubled and trailing slashes, so that one file has one name however it was typed.
  static func tidied(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    let rest = parts.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + rest }
    return rest.isEmpty ? "." : rest
  }

  private mutating func visit(_ path: String, isGiven: Bool) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {  // Unsafe because stat fills the struct given; it outlives the call.
      return fail(path, errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      add(InputFile(path: path, size: Int(status.st_size)))
    case S_IFDIR:
      let identity = FileIdentity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
      if seenFolders.insert(identity).inserted { enter(path) }
    case S_IFIFO where isGiven:
      add(InputFile(path: path, size: 0))
    default:
      failures.append((path, "not a file (a device, socket or pipe)", .noInput))
    }
  }

  private mutating func add(_ file: InputFile) {
    if seenPaths.insert(file.path).inserted { files.append(file) }
  }

  private mutating func fail(_ path: String, _ code: Int32) {
    failures.append((path, SystemError.text(code), code == ENOENT || code == EACCES ? .noInput : .inputOutput))
  }

  /// Everything below a folder. Entries are sorted as if all paths below were: `a.txt` before `a/b.txt`.
  private mutating func enter(_ folder: String) {
    // Unsafe because a DIR is a C pointer; it is closed here, and names are copied before the next readdir.
    guard let directory = unsafe opendir(folder) else { return fail(folder, errno) }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    let prefix = folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      visit(prefix + name, isGiven: false)
    }
  }
}
