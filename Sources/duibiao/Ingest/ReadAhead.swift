/// Reads files on several cores and hands the results to one consumer in the files' order.
///
/// A file is loaded, admitted and worked: loading and working happen on any thread, at most `jobs` at a time;
/// admission happens on the consumer's own, which may know the result without the work. Only so many results wait for
/// the consumer that memory stays flat: a count and a sum of bytes, whichever comes first. Neither the order nor the
/// results depend on `jobs`.
struct ReadAhead<Loaded: Sendable, Result: Sendable> {
  var jobs: Int
  var load: @Sendable (InputFile) -> Loaded
  var work: @Sendable (InputFile, Loaded) -> Result

  /// Files being worked or waiting for the consumer, for each job.
  private static var filesPerJob: Int { 4 }
  /// Bytes of files being worked or waiting. A report in memory takes several times its file.
  private static var byteLimit: Int { 16 << 20 }

  private enum Step: Sendable {
    case loaded(Loaded)
    case finished(Result)
  }

  /// - Parameters:
  ///   - files: in the order in which `consume` is to get them.
  ///   - admit: the result where it is known without the work, else nil.
  ///   - consume: returns false to stop.
  func run(
    _ files: [InputFile], admit: (InputFile, Loaded) throws -> Result?,
    consume: (InputFile, Result) throws -> Bool
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Step).self) { group in
      var started = 0
      var running = 0
      var bytesAhead = 0
      var waiting: [Int: Result] = [:]
      for next in files.indices {
        while waiting[next] == nil {
          while started < files.count, running < max(1, jobs), started - next < max(1, jobs) * Self.filesPerJob,
            started == next || bytesAhead + files[started].size <= Self.byteLimit
          {
            bytesAhead += files[started].size
            group.addTask { [index = started, file = files[started], load] in (index, .loaded(load(file))) }
            started += 1
            running += 1
          }
          guard let (index, step) = try await group.next() else { return }
          switch step {
          case .finished(let result):
            running -= 1
            waiting[index] = result
          case .loaded(let loaded):
            if let result = try admit(files[index], loaded) {
              running -= 1
              waiting[index] = result
            } else {
              group.addTask { [file = files[index], work] in (index, .finished(work(file, loaded))) }
            }
          }
        }
        guard let result = waiting.removeValue(forKey: next) else { return }
        bytesAhead -= files[next].size
        if try !consume(files[next], result) { return group.cancelAll() }
      }
    }
  }
}
