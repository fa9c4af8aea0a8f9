/// A line on a terminal that tells how far a long task is: count, rate and time left.
struct Progress {
  private let total: Int
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var lastDrawn: ContinuousClock.Instant?
  private var done = 0

  /// Drawn ten times a second at most.
  private static let interval = Duration.milliseconds(100)

  /// - Parameter isShown: only where a person watches; a log wants no such line.
  init(total: Int, isShown: Bool) {
    self.total = total
    self.isShown = isShown
  }

  mutating func advance() {
    done += 1
    guard isShown else { return }
    let now = ContinuousClock.now
    if let lastDrawn, now - lastDrawn < Self.interval, done < total { return }
    lastDrawn = now
    Console.raw("\r\u{1B}[K" + Self.text(done: done, total: total, elapsed: now - start))
  }

  /// Takes the line away.
  func clear() {
    if isShown { Console.raw("\r\u{1B}[K") }
  }

  /// `123/430 reports, 45 a second, 0:07 left`.
  static func text(done: Int, total: Int, elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    guard seconds > 0, done > 0 else { return "\(done)/\(total) reports" }
    let rate = Double(done) / seconds
    let left = Int((Double(total - done) / rate).rounded(.up))
    let clock = "\(left / 60):" + (left % 60 < 10 ? "0" : "") + "\(left % 60)"
    let shownRate = rate >= 10 ? "\(Int(rate))" : "\(Double(Int(rate * 10)) / 10)"
    return "\(done)/\(total) reports, \(shownRate) a second, \(clock) left"
  }
}
