import Archive
internal import Glibc

/// Why writing results stopped.
struct OutputError: Error, Equatable {
  enum Code: Equatable {
    /// The reader of our pipe has gone (`… | head`): nothing is wrong, there is only nobody to write for.
    case closedPipe
    /// The system refused the bytes; the associated value is `errno`.
    case failed(Int32)
  }
  var code: Code
  /// The file written to, for the message.
  var name: String
}

/// A buffered writer of UTF-8 bytes to a file descriptor.
///
/// Nothing is lost silently: every failed write throws, and ``finish()`` must be called for the last bytes.
final class Output {
  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []

  /// Bytes gathered before a write: large enough that system calls vanish, small enough to stay in the cache.
  private static let capacity = 1 << 16

  /// Bytes that have reached the system.
  private(set) var byteCount = 0
  /// The digest of those bytes, where one is wanted.
  var digest: ContentDigest?

  /// Whether the bytes go straight to a person's terminal.
  let isTerminal: Bool

  /// - Parameters:
  ///   - descriptor: an open descriptor; it is not closed.
  ///   - name: what messages call it.
  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    self.isTerminal = isatty(descriptor) == 1
    buffer.reserveCapacity(Self.capacity + 4096)
  }

  /// Standard output.
  static func standard() -> Output { Output(descriptor: STDOUT_FILENO, name: "standard output") }

  func write(_ text: some StringProtocol) throws(OutputError) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.capacity { try flush() }
  }

  func write(bytes: some Sequence<UInt8>) throws(OutputError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.capacity { try flush() }
  }

  func line(_ text: some StringProtocol = "") throws(OutputError) {
    try write(text)
    try write("\n")
  }

  /// Writes what is left; after it, everything has reached the system.
  func finish() throws(OutputError) { try flush() }

  private func flush() throws(OutputError) {
    let failure = Self.writeAll(buffer, to: descriptor)
    byteCount += buffer.count
    digest?.update(buffer)
    buffer.removeAll(keepingCapacity: true)
    guard let failure else { return }
    throw OutputError(code: failure == EPIPE ? .closedPipe : .failed(failure), name: name)
  }

  /// Writes every byte, however often the system takes only a part.
  /// - Returns: `errno` of the write that failed, nil when all are written.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var start = 0
    while start < bytes.count {
      // Unsafe because write(2) takes a pointer; it reads only the `count` bytes given, within the buffer's lifetime.
      let written = unsafe bytes.withUnsafeBytes { all in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: all[start...])
        return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      }
      if written >= 0 {
        start += written
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
