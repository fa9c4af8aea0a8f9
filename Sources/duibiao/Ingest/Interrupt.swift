internal import Glibc
internal import Synchronization

/// Ctrl-C asks for an end between two reports; a second one ends at once.
enum Interrupt {
  private static let isRequested = Atomic<Bool>(false)

  /// Whether the person has asked to stop.
  static var wasRequested: Bool { isRequested.load(ordering: .relaxed) }

  /// From here on SIGINT and SIGTERM are noted instead of obeyed, once. What the caller ignores stays ignored (`nohup`).
  static func watch() {
    for number in [SIGINT, SIGTERM] {
      var old = sigaction()
      // Unsafe because sigaction reads and fills the structs given; they outlive the calls.
      unsafe sigaction(number, nil, &old)
      if unsafe unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == ignored { continue }
      var action = sigaction()
      // The handler only stores to a lock-free atomic, which a signal handler may do.
      unsafe action.__sigaction_handler.sa_handler = { _ in Interrupt.isRequested.store(true, ordering: .relaxed) }
      // SA_RESETHAND: the second signal finds the default action again.
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_RESTART
      unsafe sigaction(number, &action, nil)
    }
  }

  /// `SIG_IGN` of <signal.h>, which Swift does not import as a value that can be compared.
  private static let ignored = 1
}
