internal import Glibc

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
  private var seenNames: Set<String> = []

  init(_ paths: [String]) {
    for path in paths {
      if path == "-" {
        add(InputFile(path: FilePath("-"), size: 0))
        continue
      }
      let start = files.count
      visit(FilePath(Self.tidied(path)), isGiven: true)
      files[start...].sort { $0.path.bytes.lexicographicallyPrecedes($1.path.bytes) }
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

  private mutating func visit(_ path: FilePath, isGiven: Bool) {
    var status = stat()
    // Unsafe because stat reads a C string and fills the struct given; both outlive the call.
    guard unsafe stat(path.cString, &status) == 0 else { return fail(path, errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      add(InputFile(path: path, size: Int(status.st_size)))
    case S_IFDIR:
      let identity = FileIdentity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
      if seenFolders.insert(identity).inserted { enter(path) }
    case S_IFIFO where isGiven:
      add(InputFile(path: path, size: 0))
    default:
      failures.append((path.text, "not a file (a device, socket or pipe)", .noInput))
    }
  }

  private mutating func add(_ file: InputFile) {
    if seenNames.insert(file.name).inserted { files.append(file) }
  }

  private mutating func fail(_ path: FilePath, _ code: Int32) {
    failures.append(
      (path.text, SystemError.text(code), code == ENOENT || code == EACCES ? .noInput : .inputOutput))
  }

  /// Everything below a folder.
  private mutating func enter(_ folder: FilePath) {
    // Unsafe because a DIR is a C pointer; it is closed here, and names are copied before the next readdir.
    guard let directory = unsafe opendir(folder.cString) else { return fail(folder, errno) }
    defer { unsafe closedir(directory) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    for name in names.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      visit(folder.appending(name), isGiven: false)
    }
  }
}
