internal import Glibc

/// A file for results that appears, or replaces the old one, only when everything is written.
///
/// The bytes go to a file of a passing name beside it. A pipe or a device is written to directly.
final class OutputFile {
  let output: Output
  private let path: String
  /// Where the bytes go until all are written; nil when they go straight to `path`.
  private let passingPath: String?
  private let descriptor: Int32
  private var isFinished = false

  /// - Parameters:
  ///   - path: the file to write.
  ///   - archive: a file that must not be overwritten, however it is named.
  init(path: String, protecting archive: String) throws(Failure) {
    var there = stat()
    var protected = stat()
    // Unsafe because stat fills the structs given; they outlive the calls.
    let exists = unsafe stat(path, &there) == 0
    if exists, unsafe stat(archive, &protected) == 0, there.st_dev == protected.st_dev, there.st_ino == protected.st_ino
    {
      throw Failure(.usage, "\(path): this is the archive itself; give another --output")
    }
    if exists, there.st_mode & S_IFMT == S_IFDIR {
      throw Failure(.cannotCreate, "\(path): is a folder; expected the name of a file")
    }
    let isOrdinary = !exists || there.st_mode & S_IFMT == S_IFREG
    // A link stays a link: what it points at is replaced.
    let target = Self.resolved(path)
    self.path = isOrdinary ? target : path
    passingPath = isOrdinary ? "\(target).\(getpid()).part" : nil
    let flags = O_WRONLY | O_CLOEXEC | (isOrdinary ? O_CREAT | O_EXCL : 0)
    descriptor = unsafe open(passingPath ?? path, flags, 0o666)  // Unsafe because open is variadic C.
    if descriptor < 0 { throw Failure(.cannotCreate, "\(path): cannot write here: \(SystemError.text(errno))") }
    output = Output(descriptor: descriptor, name: path)
  }

  /// Writes what is left and gives the file its name.
  func finish() throws {
    try output.finish()
    isFinished = true
    guard close(descriptor) == 0 else { throw OutputError(code: .failed(errno), name: path) }
    // Unsafe because rename takes C strings, lent by Swift for the call.
    if let passingPath, unsafe rename(passingPath, path) != 0 {
      let code = errno
      unsafe unlink(passingPath)
      throw OutputError(code: .failed(code), name: path)
    }
  }

  deinit {
    if isFinished { return }
    close(descriptor)
    if let passingPath { unsafe unlink(passingPath) }
  }

  /// The path with all links followed; as it is where nothing stands there.
  static func resolved(_ path: String) -> String {
    // Unsafe because realpath returns memory that the caller frees; it is copied first.
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
