import Testing

@testable import Archive

/// The examples of FIPS 180-4 as NIST publishes them (Secure Hash Standard, examples with intermediate values), and the
/// lengths around a block's end.
@Test(arguments: [
  ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
  (
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
  ),
  (
    String(repeating: "a", count: 1_000), "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"
  ),
  (String(repeating: "a", count: 55), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
  (String(repeating: "a", count: 56), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
  (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
])
func sha256(message: String, digest: String) {
  #expect(ContentHash(of: Array(message.utf8)).description == digest)
}

@Test(arguments: [1, 7, 63, 64, 65, 200])
func sha256InParts(size: Int) {
  let message = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
  var digest = ContentDigest()
  for start in stride(from: 0, to: message.count, by: size) {
    digest.update(Array(message[start..<min(start + size, message.count)]))
  }
  #expect(digest.hexadecimal == ContentHash(of: message).description)
}

/// By the processor's instructions, where it has them, and without them: the same.
@Test(arguments: [1, 2, 5])
func sha256WithoutTheProcessor(blocks: Int) {
  let message = (0..<blocks * 64).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
  var one = SHA256.initial
  var other = SHA256.initial
  SHA256.take(message.span, &one)
  SHA256.compress(message.span, &other)
  #expect(one.indices.allSatisfy { one[$0] == other[$0] })
}
