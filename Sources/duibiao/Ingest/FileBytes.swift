internal import Glibc

/// Reads whole files.
enum FileBytes {
  /// The largest file that is read. A government work report has at most about 300 KB; a file above this is something
  /// else, and reading it would only cost time and memory.
  static let limit = 256 << 20

  /// Why a file could not be read.
  struct ReadFailure: Error {
    var status: ExitReason
    var reason: String
  }

  /// The bytes of a file, or of standard input for `-`.
  static func read(_ path: FilePath) throws(ReadFailure) -> [UInt8] {
    if path == FilePath("-") { return try read(descriptor: STDIN_FILENO) }
    // Unsafe because open takes a C string; Swift lends it for the call.
    let descriptor = unsafe open(path.cString, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ReadFailure(
        status: errno == ENOENT || errno == EACCES ? .noInput : .inputOutput, reason: SystemError.text(errno))
    }
    defer { close(descriptor) }
    return try read(descriptor: descriptor)
  }

  private static func read(descriptor: Int32) throws(ReadFailure) -> [UInt8] {
    var status = stat()
    var expected = 0
    // Unsafe because fstat fills the struct given; it outlives the call.
    if unsafe fstat(descriptor, &status) == 0, status.st_size > 0 { expected = Int(status.st_size) }
    var bytes: [UInt8] = []
    // A file says at once how large it is; a pipe is read until it is too much.
    if expected > limit { throw tooLarge }
    bytes.reserveCapacity(expected + 1)
    while true {
      let count = try append(to: &bytes, from: descriptor, atMost: max(1 << 16, expected - bytes.count + 1))
      if count == 0 { return bytes }
      if bytes.count > limit { throw tooLarge }
    }
  }

  private static var tooLarge: ReadFailure {
    ReadFailure(status: .data, reason: "larger than \(limit >> 20) MB, which no government work report is")
  }

  /// - Returns: how many bytes came; 0 at the end.
  private static func append(
    to bytes: inout [UInt8], from descriptor: Int32, atMost room: Int
  ) throws(ReadFailure) -> Int {
    let room = min(room, limit + 1)
    var failure: Int32 = 0
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
      // Unsafe because read(2) takes a pointer; it writes at most `room` bytes, and `initialized` is what it wrote.
      var count = -1
      repeat { count = unsafe Glibc.read(descriptor, buffer.baseAddress, room) } while count < 0 && errno == EINTR
      failure = count < 0 ? errno : 0
      initialized = max(0, count)
    }
    if failure != 0 { throw ReadFailure(status: .inputOutput, reason: SystemError.text(failure)) }
    if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    return chunk.count
  }
}
