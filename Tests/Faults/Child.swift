import Glibc

/// A program run beside this one.
struct Child {
  let process: pid_t

  /// How it ended.
  struct End {
    /// Exit code, or the negative number of the signal.
    var status: Int32
    /// Seconds of the processor, its own and the system's for it.
    var seconds: Double
    /// The most memory that it had, in bytes.
    var memory: Int
  }

  /// - Parameter output: a file for standard output and error.
  init(_ program: String, _ arguments: [String], output: String = "/dev/null") throws {
    // Unsafe because posix_spawn takes C structures and strings; all of them live until it returns, which copies them.
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    unsafe posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    var strings = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe strings.indices { unsafe free(strings[index]) } }
    var process: pid_t = 0
    let failure = unsafe posix_spawn(&process, program, &actions, nil, &strings, environ)
    guard failure == 0 else { throw Problem("\(program) cannot be started: error \(failure)") }
    self.process = process
  }

  func send(_ signal: Int32) { kill(process, signal) }

  func wait() -> End {
    var status: Int32 = 0
    var usage = rusage()
    // Because the out parameters live on this frame.
    while unsafe wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return End(
      status: code, seconds: seconds(usage.ru_utime) + seconds(usage.ru_stime), memory: usage.ru_maxrss * 1024)
  }

  /// A program that was built beside this one.
  static func beside(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    // Because readlink writes at most the count given into the buffer.
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return folder + "/" + name
  }
}
