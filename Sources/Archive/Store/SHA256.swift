internal import CDigest

/// The Secure Hash Algorithm of FIPS 180-4 with 256 bits.
enum SHA256 {
  /// The digest of a message.
  /// - Returns: 32 bytes.
  static func digest(_ message: [UInt8]) -> [UInt8] {
    var digest = ContentDigest()
    digest.update(message)
    return digest.bytes
  }

  /// The state between blocks: a to h of FIPS 180-4.
  typealias State = InlineArray<8, UInt32>

  /// Takes whole blocks of 64 bytes into the state: by the processor's own instructions, five times as fast, where it has them.
  static func take(_ blocks: Span<UInt8>, _ state: inout State) {
    var words = state.mutableSpan
    let isDone = unsafe words.withUnsafeMutableBufferPointer { state in
      unsafe blocks.withUnsafeBufferPointer { blocks in
        // Because both buffers are lent for the call, which writes 8 words and reads as many blocks as are told.
        guard let state = state.baseAddress, let start = blocks.baseAddress else { return true }
        return unsafe CDigestSHA256(state, start, blocks.count / 64)
      }
    }
    if !isDone { compress(blocks, &state) }
  }

  /// FIPS 180-4, 6.2.2, for whole blocks of 64 bytes.
  ///
  /// Eight rounds are written out, so that the words a to h change their names and not their places.
  static func compress(_ blocks: Span<UInt8>, _ state: inout State) {
    // Because all places below are within their bounds by the loops' own: 64 constants, 64 words, whole blocks.
    let constants = constants.span
    let blocks = unsafe blocks.bytes
    var w = InlineArray<64, UInt32>(repeating: 0)
    for block in 0..<blocks.byteCount / 64 {
      for t in 0..<16 {
        unsafe w[unchecked: t] = UInt32(
          bigEndian: blocks.unsafeLoadUnaligned(fromUncheckedByteOffset: block &* 64 &+ t &* 4, as: UInt32.self))
      }
      for t in 16..<64 {
        unsafe w[unchecked: t] =
          w[unchecked: t &- 16] &+ small0(w[unchecked: t &- 15]) &+ w[unchecked: t &- 7] &+ small1(w[unchecked: t &- 2])
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      var t = 0
      while t < 64 {
        unsafe round(a, b, c, &d, e, f, g, &h, constants[unchecked: t] &+ w[unchecked: t])
        unsafe round(h, a, b, &c, d, e, f, &g, constants[unchecked: t &+ 1] &+ w[unchecked: t &+ 1])
        unsafe round(g, h, a, &b, c, d, e, &f, constants[unchecked: t &+ 2] &+ w[unchecked: t &+ 2])
        unsafe round(f, g, h, &a, b, c, d, &e, constants[unchecked: t &+ 3] &+ w[unchecked: t &+ 3])
        unsafe round(e, f, g, &h, a, b, c, &d, constants[unchecked: t &+ 4] &+ w[unchecked: t &+ 4])
        unsafe round(d, e, f, &g, h, a, b, &c, constants[unchecked: t &+ 5] &+ w[unchecked: t &+ 5])
        unsafe round(c, d, e, &f, g, h, a, &b, constants[unchecked: t &+ 6] &+ w[unchecked: t &+ 6])
        unsafe round(b, c, d, &e, f, g, h, &a, constants[unchecked: t &+ 7] &+ w[unchecked: t &+ 7])
        t &+= 8
      }
      state[0] &+= a
      state[1] &+= b
      state[2] &+= c
      state[3] &+= d
      state[4] &+= e
      state[5] &+= f
      state[6] &+= g
      state[7] &+= h
    }
  }

  /// One round; what it makes of d and h are the next round's e and a.
  @inline(__always)
  private static func round(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32,
    _ word: UInt32
  ) {
    let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
    let t1 = h &+ s1 &+ (g ^ (e & (f ^ g))) &+ word
    let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
    d = d &+ t1
    h = t1 &+ s0 &+ ((a & b) | (c & (a | b)))
  }

  @inline(__always)
  private static func small0(_ x: UInt32) -> UInt32 { rotated(x, 7) ^ rotated(x, 18) ^ (x >> 3) }

  @inline(__always)
  private static func small1(_ x: UInt32) -> UInt32 { rotated(x, 17) ^ rotated(x, 19) ^ (x >> 10) }

  @inline(__always)
  private static func rotated(_ x: UInt32, _ n: UInt32) -> UInt32 { x &>> n | x &<< (32 &- n) }

  /// FIPS 180-4, 5.3.3.
  static let initial: State = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]

  /// FIPS 180-4, 4.2.2.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
