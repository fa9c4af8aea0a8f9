internal import Glibc

/// A folder of files that appears, or replaces an earlier one of the same files, only when all are written.
///
/// The files go to a folder of a passing name beside it. A folder that holds anything else is left alone.
final class PackageFolder {
  private let path: String
  private let names: [String]
  private let passingPath: String
  private let exists: Bool
  private var isFinished = false

  /// - Parameters:
  ///   - path: the folder to make.
  ///   - names: of all the files that it will hold.
  init(path: String, names: [String]) throws(Failure) {
    // A link stays a link: what it points at is replaced.
    var target = OutputFile.resolved(path)
    while target.count > 1, target.hasSuffix("/") { target.removeLast() }
    self.path = target
    self.names = names
    passingPath = "\(target).\(getpid()).part"
    var there = stat()
    // Unsafe because stat fills the struct given; it outlives the call.
    exists = unsafe stat(target, &there) == 0
    if exists {
      guard there.st_mode & S_IFMT == S_IFDIR else {
        throw Failure(.cannotCreate, "\(path): is a file; expected a folder of a data package, or nothing")
      }
      if let other = try Self.contents(of: target).first(where: { !names.contains($0) }) {
        throw Failure(.cannotCreate, "\(path): holds other files (\(other)); name a folder of its own for the package")
      }
    }
    // Unsafe because mkdir takes a C string, lent by Swift for the call.
    guard unsafe mkdir(passingPath, 0o777) == 0 else {
      throw Failure(.cannotCreate, "\(path): cannot make a folder here: \(SystemError.text(errno))")
    }
  }

  /// Where a file is to be written.
  func path(of name: String) -> String { passingPath + "/" + name }

  /// Gives the folder its name; the earlier one goes.
  func finish() throws {
    let old = "\(path).\(getpid()).old"
    // Unsafe because rename takes C strings, lent by Swift for the calls.
    if exists, unsafe rename(path, old) != 0 { throw OutputError(code: .failed(errno), name: path) }
    guard unsafe rename(passingPath, path) == 0 else {
      let code = errno
      if exists { _ = unsafe rename(old, path) }
      throw OutputError(code: .failed(code), name: path)
    }
    isFinished = true
    if exists { remove(old) }
  }

  deinit {
    if !isFinished { remove(passingPath) }
  }

  /// Removes a folder of the package's files.
  private func remove(_ folder: String) {
    // Unsafe because unlink and rmdir take C strings, lent by Swift for the calls.
    for name in names { _ = unsafe unlink(folder + "/" + name) }
    _ = unsafe rmdir(folder)
  }

  private static func contents(of folder: String) throws(Failure) -> [String] {
    // Unsafe because a DIR is a C pointer; it is closed here, and names are copied before the next readdir.
    guard let directory = unsafe opendir(folder) else {
      throw Failure(.cannotCreate, "\(folder): \(SystemError.text(errno))")
    }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
      names.append(String(decoding: name, as: UTF8.self))
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }
}
