import Glibc
import Synchronization
import Testing

@testable import duibiao

@Suite struct ReadAheadTests {
  private func files(_ count: Int, size: Int = 1000) -> [InputFile] {
    (0..<count).map { InputFile(path: FilePath(String($0)), size: size) }
  }

  /// How many files are between loading and consumption, and the most that ever were.
  private final class Gauge: Sendable {
    let now = Atomic<Int>(0)
    let most = Atomic<Int>(0)
    func up() {
      let value = now.add(1, ordering: .relaxed).newValue
      most.max(value, ordering: .relaxed)
    }
    func down() { now.subtract(1, ordering: .relaxed) }
  }

  @Test(arguments: [1, 2, 3, 16], [0, 1, 7, 200])
  func resultsComeInOrderWhateverTheJobs(_ jobs: Int, _ count: Int) async throws {
    let (ahead, atOnce) = (Gauge(), Gauge())
    let reading = ReadAhead<Int, Int>(jobs: jobs) { file, known in
      atOnce.up()
      ahead.up()
      defer { atOnce.down() }
      return known < 0 ? known : Int(file.name) ?? 0
    }
    var results: [Int] = []
    try await reading.run(files(count)) { file in
      Int(file.name).map { $0 % 5 == 0 ? -$0 : 0 } ?? 0
    } consume: { _, result in
      ahead.down()
      results.append(result)
      return true
    }
    #expect(results == (0..<count).map { $0 % 5 == 0 ? -$0 : $0 })
    #expect(ahead.most.load(ordering: .relaxed) <= reading.filesAhead)
    #expect(atOnce.most.load(ordering: .relaxed) <= jobs)
  }

  @Test func largeFilesAreReadOneAtATime() async throws {
    let gauge = Gauge()
    let reading = ReadAhead<Int, Int>(jobs: 8) { _, _ in
      gauge.up()
      return 0
    }
    try await reading.run(files(20, size: 60 << 20)) { _ in
      0
    } consume: { _, _ in
      gauge.down()
      return true
    }
    #expect(gauge.most.load(ordering: .relaxed) == 1)
  }

  @Test func readersGoOnWhileTheConsumerIsBusy() async throws {
    let read = Atomic<Int>(0)
    let reading = ReadAhead<Int, Int>(jobs: 1) { _, _ in read.add(1, ordering: .relaxed).newValue }
    var ahead = 0
    try await reading.run(files(20)) { _ in
      0
    } consume: { file, _ in
      // All the others are read while this one is being consumed.
      for _ in 0..<1000 where file.name == "0" && ahead < 20 {
        usleep(10_000)
        ahead = read.load(ordering: .relaxed)
      }
      return true
    }
    #expect(ahead == 20)
  }

  @Test func stopsWhenTheConsumerSaysSo() async throws {
    var consumed = 0
    let reading = ReadAhead<Int, Int>(jobs: 4) { _, _ in 0 }
    try await reading.run(files(100)) { _ in
      0
    } consume: { _, _ in
      consumed += 1
      return consumed < 10
    }
    #expect(consumed == 10)
  }

  @Test func anErrorOfTheConsumerEndsIt() async {
    let reading = ReadAhead<Int, Int>(jobs: 4) { _, _ in 0 }
    await #expect(throws: Failure.self) {
      try await reading.run(files(100)) { _ in
        0
      } consume: { _, _ in
        throw Failure(.temporary, "busy")
      }
    }
  }

  @Test func anErrorBeforeReadingEndsIt() async {
    let reading = ReadAhead<Int, Int>(jobs: 4) { _, _ in 0 }
    await #expect(throws: Failure.self) {
      try await reading.run(files(100)) { file in
        if file.name == "70" { throw Failure(.temporary, "busy") }
        return 0
      } consume: { _, _ in
        true
      }
    }
  }
}

@Suite struct ProgressTests {
  @Test(arguments: [
    (0, 430, 0.0, "0/430 reports"), (100, 430, 2.0, "100/430 reports, 50 a second, 0:07 left"),
    (5, 430, 10.0, "5/430 reports, 0.5 a second, 14:10 left"),
    (430, 430, 4.0, "430/430 reports, 107 a second, 0:00 left"),
  ])
  func tellsCountRateAndTimeLeft(_ done: Int, _ total: Int, _ seconds: Double, _ text: String) {
    #expect(Progress.text(done: done, total: total, elapsed: .seconds(seconds)) == text)
  }
}
