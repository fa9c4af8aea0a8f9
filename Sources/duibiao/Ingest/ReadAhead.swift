internal import Synchronization

/// Reads files on several cores and hands the results to one consumer in the files' order.
///
/// Before a file is read, the consumer's own thread says what is known of it. Reading happens on any thread, at most
/// `jobs` files at a time, and goes on while the consumer is busy, so that no core waits for another. Only so many results
/// wait for the consumer that memory stays flat: a count and a sum of bytes, whichever comes first. Neither the order nor
/// the results depend on `jobs`.
struct ReadAhead<Known: Sendable, Result: Sendable> {
  var jobs: Int
  var read: @Sendable (InputFile, Known) -> Result

  /// The most files being read or waiting for the consumer: what two cores read while a batch is written out and the disk has it.
  var filesAhead: Int { max(128, jobs * 4) }
  /// Bytes of files being read or waiting. A report in memory takes several times its file.
  private static var byteLimit: Int { 4 << 20 }

  /// - Parameters:
  ///   - files: in the order in which `consume` is to get them.
  ///   - know: what is known of a file before it is read.
  ///   - consume: returns false to stop.
  func run(
    _ files: [InputFile], know: (InputFile) throws -> Known, consume: (InputFile, Result) throws -> Bool
  ) async throws {
    let queue = Queue(lanes: max(1, jobs))
    let (results, delivery) = AsyncStream.makeStream(of: (Int, Result).self)
    try await withThrowingDiscardingTaskGroup { group in
      defer { queue.close() }
      var arrivals = results.makeAsyncIterator()
      var started = 0
      var bytesAhead = 0
      var waiting: [Int: Result] = [:]
      for next in files.indices {
        while started < files.count, started - next < filesAhead,
          started == next || bytesAhead + files[started].size <= Self.byteLimit
        {
          let file = files[started]
          bytesAhead += file.size
          if queue.add(Entry(index: started, file: file, known: try know(file))) {
            group.addTask { [read] in await Self.work(through: queue, read, delivery) }
          }
          started += 1
        }
        while waiting[next] == nil {
          guard let (index, result) = await arrivals.next() else { return }
          waiting[index] = result
        }
        guard let result = waiting.removeValue(forKey: next) else { return }
        bytesAhead -= files[next].size
        if try !consume(files[next], result) { return }
      }
    }
  }

  /// One lane: reads files until none waits.
  private static func work(
    through queue: Queue, _ read: @Sendable (InputFile, Known) -> Result,
    _ delivery: AsyncStream<(Int, Result)>.Continuation
  ) async {
    while let entry = queue.next() {
      delivery.yield((entry.index, read(entry.file, entry.known)))
      // Lets the consumer have the thread, who may be waiting for just this result.
      await Task.yield()
    }
  }

  /// A file that waits to be read.
  private struct Entry: Sendable {
    var index: Int
    var file: InputFile
    var known: Known
  }

  /// The files that wait to be read, first come, first served, and how many lanes are reading.
  private final class Queue: Sendable {
    private struct State {
      var entries: [Entry] = []
      var first = 0
      var lanes = 0
    }

    private let state = Mutex(State())
    private let lanes: Int

    init(lanes: Int) { self.lanes = lanes }

    /// - Returns: whether the caller is to open another lane.
    func add(_ entry: Entry) -> Bool {
      state.withLock { state in
        state.entries.append(entry)
        guard state.lanes < lanes else { return false }
        state.lanes += 1
        return true
      }
    }

    /// The next file; nil where none waits, which ends the lane.
    func next() -> Entry? {
      state.withLock { state in
        guard state.first < state.entries.count else {
          state.lanes -= 1
          return nil
        }
        let entry = state.entries[state.first]
        state.first += 1
        if state.first == state.entries.count || state.first >= 64 {
          state.entries.removeFirst(state.first)
          state.first = 0
        }
        return entry
      }
    }

    /// Forgets the files that wait, so that lanes end with what they are reading.
    func close() {
      state.withLock { state in
        state.entries.removeAll()
        state.first = 0
      }
    }
  }
}
