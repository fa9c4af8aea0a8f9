internal import Dispatch
internal import SQLite

/// Folds the log into the file beside the writer, who would else wait for the disk after each batch.
///
/// SQLite goes back to the log's beginning only where a batch begins with all of the log folded in. So the writer waits for that
/// now and then, lest the log grow for ever.
struct Checkpointer: ~Copyable {
  private let path: String
  private let mostLogged: Int
  private let queue = DispatchQueue(label: "duibiao.checkpoint")
  /// Bytes of text that were logged since the writer last waited.
  private var logged = 0

  /// - Parameter mostLogged: after so many bytes of text the writer waits: by default some four batches, 200 MB of log.
  init(path: String, mostLogged: Int = 64 << 20) {
    self.path = path
    self.mostLogged = mostLogged
  }

  /// Begins to fold in what was committed.
  /// - Parameter bytes: how much text that is.
  mutating func begin(bytes: Int) {
    logged += bytes
    queue.async { [path] in
      // Where that fails, or readers are in the way, it is done with the next batch, or by the writer itself.
      try? Connection(.file(path), access: .write, busyTimeout: 0).foldLogIn()
    }
  }

  /// Waits for what was begun.
  func wait() { queue.sync {} }

  /// Waits where the log has become long, and sees to it that all of it is folded in.
  mutating func waitWhereLogIsLong(_ connection: borrowing Connection) {
    guard logged >= mostLogged else { return }
    wait()
    logged = 0
    try? connection.foldLogIn()
  }
}

extension Connection {
  /// Folds in as much of the log as can be without waiting for readers.
  fileprivate func foldLogIn() throws(SQLiteError) { try execute("PRAGMA wal_checkpoint(PASSIVE)") }
}
