import Glibc

/// A program that was run to its end, and what it took.
struct Child {
  /// Seconds.
  var wall: Double
  /// Seconds of all cores, system calls included.
  var cpu: Double
  /// Seconds of the system's calls alone.
  var system: Double
  /// The most memory it had at a time, in bytes.
  var peakMemory: Int
  var status: Int32

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Runs a program, found by `PATH`; its output goes to a file, its messages where ours go.
  /// - Parameter watch: called every tenth of a second with the process's id until it ends.
  static func run(
    _ arguments: [String], output: String = "/dev/null", quiet: Bool = false, watch: ((pid_t) -> Void)? = nil
  ) throws -> Child {
    // Because the C strings and the actions live until the call returns, and are freed here.
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    if quiet { unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) }
    var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    var id: pid_t = 0
    let start = ContinuousClock.now
    guard unsafe posix_spawnp(&id, arguments[0], &actions, nil, &words, environ) == 0 else {
      throw Failure(description: "\(arguments[0]) cannot be run")
    }
    var status: Int32 = 0
    var usage = rusage()
    while true {
      // Because both out parameters live on this frame.
      let ended = unsafe wait4(id, &status, watch == nil ? 0 : WNOHANG, &usage)
      if ended == id { break }
      if ended < 0 && errno != EINTR { throw Failure(description: "\(arguments[0]) was lost") }
      watch?(id)
      usleep(100_000)
    }
    let wall = (ContinuousClock.now - start) / .seconds(1)
    let exit = status & 0x7f == 0 ? status >> 8 & 0xff : 128 + (status & 0x7f)
    return Child(
      wall: wall, cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime), system: seconds(usage.ru_stime),
      peakMemory: usage.ru_maxrss * 1024,
      status: exit)
  }

  /// Runs a program several times and keeps the quickest; fails where it does.
  static func best(of times: Int, _ arguments: [String], output: String = "/dev/null") throws -> Child {
    var best: Child?
    for _ in 0..<times {
      let run = try run(arguments, output: output, quiet: true)
      guard run.status == 0 else {
        throw Failure(description: "\(arguments.joined(separator: " ")) ended with \(run.status)")
      }
      if best.map({ run.wall < $0.wall }) ?? true { best = run }
    }
    guard let best else { throw Failure(description: "nothing was run") }
    return best
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}

/// Processor time of this thread, in seconds: what others do on the machine disturbs it least.
func threadSeconds() -> Double {
  var now = timespec()
  // Because the out parameter lives on this frame.
  unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}
