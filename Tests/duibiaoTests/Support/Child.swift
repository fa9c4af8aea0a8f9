import Foundation
import Glibc

/// A program run as a child, with the descriptors given.
///
/// By posix_spawn rather than Foundation's `Process`, whose wait for the end can miss it when many tests wait at once.
struct Child {
  private let process: pid_t

  /// - Parameter descriptors: standard input, output and error; they are not closed here.
  init(_ program: String, _ arguments: [String], environment: [String: String], folder: String, descriptors: [Int32])
    throws
  {
    // Unsafe because posix_spawn takes C structures and strings; all of them live until it returns, which copies them.
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (end, descriptor) in descriptors.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(end))
    }
    // Swift does not import the call that changes the folder, so the shell does it and becomes the program.
    let shell = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program]
    var strings = unsafe (shell + arguments).map { unsafe strdup($0) } + [nil]
    var variables =
      unsafe environment.merging(Self.ofSanitizers) { $1 }.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    defer {
      for index in unsafe strings.indices { unsafe free(strings[index]) }
      for index in unsafe variables.indices { unsafe free(variables[index]) }
    }
    var process: pid_t = 0
    let failure = unsafe posix_spawn(&process, shell[0], &actions, nil, &strings, &variables)
    guard failure == 0 else { throw SpawnError(code: failure) }
    self.process = process
  }

  /// What a sanitizer was told holds for every program that is started under it.
  private static let ofSanitizers = ProcessInfo.processInfo.environment.filter {
    ["ASAN_OPTIONS", "TSAN_OPTIONS"].contains($0.key)
  }

  struct SpawnError: Error {
    var code: Int32
  }

  /// Waits for the end.
  /// - Returns: the exit code, or the negative number of the signal that ended it.
  func wait() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
  }
}
