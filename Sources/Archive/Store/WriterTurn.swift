internal import Glibc

/// A writer's turn at the archive, so that several take turns.
///
/// One that waits looks every 100 ms whether the lock is free (the delays of `sqlite3_busy_timeout`); a writer that takes it
/// again at once would keep it for as long as it has work. After a turn it leaves the lock alone for a twentieth of the
/// turn's time, 100 ms at most.
struct WriterTurn {
  private var begun = ContinuousClock.now
  private var ended = ContinuousClock.now
  private var pause = Duration.zero

  mutating func begin() { begun = .now }

  mutating func end() {
    ended = .now
    pause = min((ended - begun) / 20, .milliseconds(100))
  }

  /// Waits for what is left of the pause after the last turn.
  func giveWay() {
    let left = pause - (.now - ended)
    if left > .zero { usleep(UInt32(left / .microseconds(1))) }
  }
}
