/// A text and what is put together from its words while its figures are read.
///
/// ``Words`` and ``Tokens`` point into it without counting references, because copying and dropping references took a third
/// of the time of reading figures. Who holds words must hold their memory: they end with it, and those that were put together
/// end with ``reset()``.
@safe
final class WordMemory {
  /// Where the text begins. Never read past ``count``.
  let text: UnsafePointer<UInt8>
  /// Bytes of the text.
  let count: Int
  /// The memory whose text this is, if another's.
  private let owner: WordMemory?
  private let ownsText: Bool
  private var chunks: [UnsafeMutableRawPointer] = unsafe []
  /// What is too large for a chunk.
  private var large: [UnsafeMutableRawPointer] = unsafe []
  private var chunk = 0
  private var used = 0
  private static let bytesOfChunk = 1 << 15

  /// Takes a copy of a text.
  init(_ text: [UInt8]) {
    // Unsafe because the memory is unmanaged: as many elements as the text has, freed in `deinit`.
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(text.count, 1))
    _ = unsafe memory.initialize(fromContentsOf: text)
    unsafe self.text = UnsafePointer(memory.baseAddress!)
    count = text.count
    owner = nil
    ownsText = true
  }

  /// Lends a text, which has to outlive the memory.
  @unsafe
  init(lending text: UnsafeBufferPointer<UInt8>) {
    // Unsafe because nothing keeps the text alive but the caller. An empty one may have no address, and is not read.
    unsafe self.text = text.baseAddress ?? UnsafePointer(bitPattern: 8)!
    count = text.count
    owner = nil
    ownsText = false
  }

  /// Room for what is put together from the words of the same text.
  init(of other: WordMemory) {
    unsafe text = other.text
    count = other.count
    owner = other
    ownsText = false
  }

  deinit {
    // Unsafe because the memory is unmanaged: nobody holds words of it any more.
    for i in 0..<(unsafe chunks.count) { unsafe chunks[i].deallocate() }
    for i in 0..<(unsafe large.count) { unsafe large[i].deallocate() }
    if ownsText { unsafe text.deallocate() }
  }

  /// Lets go of all that was put together.
  func reset() {
    chunk = 0
    used = 0
    if unsafe large.isEmpty { return }
    for i in 0..<(unsafe large.count) { unsafe large[i].deallocate() }
    unsafe large.removeAll()
  }

  /// Tokens that do not stand together in the text, kept as a stretch.
  func keep(_ tokens: [Token]) -> Tokens {
    // Unsafe because the memory is unmanaged: as many elements as the array has.
    let room = unsafe allocate(tokens.count * MemoryLayout<Token>.stride)
      .bindMemory(to: Token.self, capacity: tokens.count)
    for (i, token) in tokens.enumerated() { unsafe (room + i).initialize(to: token) }
    return unsafe Tokens(UnsafePointer(room), count: tokens.count)
  }

  /// Room for bytes or tokens, aligned for both.
  @unsafe
  func allocate(_ count: Int) -> UnsafeMutableRawPointer {
    let size = (count + 7) & ~7
    if size > Self.bytesOfChunk {
      let piece = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8)
      unsafe large.append(piece)
      return unsafe piece
    }
    if unsafe !chunks.isEmpty, used + size > Self.bytesOfChunk {
      chunk += 1
      used = 0
    }
    if unsafe chunk == chunks.count {
      unsafe chunks.append(.allocate(byteCount: Self.bytesOfChunk, alignment: 8))
    }
    defer { used += size }
    return unsafe chunks[chunk] + used
  }
}
