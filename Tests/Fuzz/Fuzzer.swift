import Glibc

#if FUZZING

  /// The target of this run, by `$DUIBIAO_FUZZ_TARGET`.
  private let target: Target = {
    // Because the environment's text is copied at once.
    let name = unsafe getenv("DUIBIAO_FUZZ_TARGET").map { unsafe String(cString: $0) } ?? "whole"
    guard let target = Target(name) else {
      fatalError("no target \(name); there are \(Target.names.joined(separator: ", "))")
    }
    return target
  }()

  /// What libFuzzer calls with each input (https://llvm.org/docs/LibFuzzer.html).
  @_cdecl("LLVMFuzzerTestOneInput")
  public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Because libFuzzer lends the bytes for the call, and they are copied here.
    target.run(unsafe Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  }

#else

  /// Without the fuzzer: runs inputs from files, such as the findings that are kept.
  @main enum Replay {
    static func main() {
      let arguments = CommandLine.arguments.dropFirst()
      guard let name = arguments.first, let target = Target(name) else {
        print("duibiao-fuzz TARGET FILE…: runs inputs; targets: \(Target.names.joined(separator: " "))")
        exit(64)
      }
      for path in arguments.dropFirst() {
        guard let bytes = bytes(of: path) else {
          print("\(path): cannot be read")
          exit(66)
        }
        target.run(bytes)
      }
    }

    private static func bytes(of path: String) -> [UInt8]? {
      guard let file = unsafe fopen(path, "r") else { return nil }
      defer { unsafe fclose(file) }
      var all: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        // Because the buffer is valid during the call.
        let count = unsafe buffer.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, $0.count, file) }
        if count == 0 { return all }
        all += buffer[..<count]
      }
    }
  }

#endif
