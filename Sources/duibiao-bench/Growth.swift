import Archive
import Glibc
import ReportReading
import SQLite

/// Ingest of many generated reports in one run: whether it is as quick at the end as at the start, and in how much memory.
///
/// The start is the tenth that begins behind the first twentieth, the end the last tenth. All reports are read once before, by all cores,
/// and nothing stored: most machines slow down within the first minute of work on all cores, whatever that is.
struct GrowthMeasurement {
  var count: Int
  var seed: UInt64
  var place: Workplace

  /// How far an ingest was at a time.
  private struct Sample {
    var reports: Int
    var wall = 0.0
    /// Processor time, and which part of it are the system's calls.
    var cpu = 0.0
    var system = 0.0

    var text: String { "\(reports) reports after \(Int(wall)) s, \(Int(cpu)) s of processor time" }
  }

  /// Leaves the archive as `growth.sqlite`.
  func run(_ results: inout Results) throws {
    let folder = try place.generate(count, seed: seed)
    place.remove("growth.sqlite")
    let path = place.file("growth.sqlite")
    let reading = try Child.run(
      [place.binary, "ingest", folder, "--dry-run", "--archive", path, "--quiet"], quiet: true)
    guard reading.status == 0 else { throw Child.Failure(description: "reading ended with \(reading.status)") }
    results.add("growth/reading alone", reading.wall, "s")
    let speed = MachineSpeed(seed: seed)
    let speedBefore = speed.measure()
    let start = ContinuousClock.now
    var samples = [Sample(reports: 0)]
    let ingest = try Child.run([place.binary, "ingest", folder, "--archive", path, "--quiet"], quiet: true) { id in
      let wall = (ContinuousClock.now - start) / .seconds(1)
      guard wall - samples[samples.count - 1].wall > 1, let reports = Self.stored(path) else { return }
      let (cpu, system) = Self.processorSeconds(id)
      let sample = Sample(reports: reports, wall: wall, cpu: cpu, system: system)
      if reports / 1000 > samples[samples.count - 1].reports / 1000 { Results.tell(sample.text) }
      samples.append(sample)
    }
    guard ingest.status == 0 else { throw Child.Failure(description: "ingest ended with \(ingest.status)") }
    let speedAfter = speed.measure()
    samples.append(Sample(reports: count, wall: ingest.wall, cpu: ingest.cpu, system: ingest.system))
    let counts = try ArchiveReader(path: path).counts()
    results.add("growth/reports", Double(counts.reports), "")
    results.add("growth/text", Double(counts.textBytes) / 1e6, "MB")
    for reports in [count / 10, count * 2 / 5, count] { at(reports, samples, &results) }
    // At the rate of the last three fifths: 15 GB of text.
    let rest = Self.took(samples, from: count * 2 / 5, to: count)
    let million = 15e9 / (Double(counts.textBytes) * 0.6)
    results.add("growth/a million reports of counties and towns", rest.wall * million / 60, "min")
    results.add("growth/the same in processor time", rest.cpu * million / 60, "min")
    results.add("growth/memory", Double(ingest.peakMemory) / 1e6, "MB")
    ends(samples, machine: speedAfter / speedBefore, &results)
    results.addRatio("growth: size against text", Double(place.size("growth.sqlite")) / Double(counts.textBytes))
  }

  /// - Parameter machine: how fast the machine is after the ingest against before.
  private func ends(_ samples: [Sample], machine: Double, _ results: inout Results) {
    let tenth = count / 10
    let first = Self.took(samples, from: tenth / 2, to: tenth / 2 + tenth)
    let last = Self.took(samples, from: count - tenth, to: count)
    results.add("growth/a tenth at the start", first.wall, "s")
    results.add("growth/a tenth at the start, of it the system's calls", first.system, "s")
    results.add("growth/a tenth at the end", last.wall, "s")
    results.add("growth/a tenth at the end, of it the system's calls", last.system, "s")
    results.add("growth/rate at the end against the start", first.wall / last.wall, "×")
    results.add("growth/rate at the end against the start, processor", first.cpu / last.cpu, "×")
    results.add("growth/the machine's own speed, after against before", machine, "×")
    results.add(
      "growth/rate at the end against the start, to the machine's own speed", first.wall / last.wall / machine, "×")
  }

  private func at(_ reports: Int, _ samples: [Sample], _ results: inout Results) {
    let took = Self.took(samples, from: 0, to: reports)
    results.add("growth/\(reports) reports", took.wall, "s")
    results.add("growth/\(reports) reports, processor", took.cpu, "s")
  }

  /// Time between two counts of reports, read off the samples' line.
  private static func took(_ samples: [Sample], from: Int, to: Int) -> Sample {
    func at(_ reports: Int) -> Sample {
      let next = samples.firstIndex { $0.reports >= reports } ?? samples.count - 1
      guard next > 0 else { return samples[0] }
      let (a, b) = (samples[next - 1], samples[next])
      let share = Double(reports - a.reports) / Double(max(1, b.reports - a.reports))
      return Sample(
        reports: reports, wall: a.wall + (b.wall - a.wall) * share, cpu: a.cpu + (b.cpu - a.cpu) * share,
        system: a.system + (b.system - a.system) * share)
    }
    let (a, b) = (at(from), at(to))
    return Sample(reports: to - from, wall: b.wall - a.wall, cpu: b.cpu - a.cpu, system: b.system - a.system)
  }

  /// How many reports the archive has; nil while there is none.
  private static func stored(_ path: String) -> Int? {
    guard let db = try? Connection(.file(path), access: .read, busyTimeout: 0),
      let rows = try? db.prepare("SELECT max(report_id) FROM report"), (try? rows.step()) == true
    else { return nil }
    return rows.int(0)
  }

  /// Processor time of a running process and of it the system's calls, from `/proc` (fields 14 and 15 of stat, in ticks).
  private static func processorSeconds(_ id: pid_t) -> (all: Double, system: Double) {
    guard let bytes = try? Workplace.read("/proc/\(id)/stat") else { return (0, 0) }
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    guard fields.count > 14, let user = Double(fields[13]), let system = Double(fields[14]) else { return (0, 0) }
    let ticks = Double(sysconf(Int32(_SC_CLK_TCK)))
    return ((user + system) / ticks, system / ticks)
  }
}

/// How fast the machine itself is at a time: a fixed piece of reading on one core, while nothing else runs.
struct MachineSpeed {
  private let files: [[UInt8]]

  init(seed: UInt64) {
    let generator = ReportGenerator(seed: seed)
    files = (0..<100).map { generator.report($0) }
  }

  /// Megabytes read in a second of processor time; the best of five.
  func measure() -> Double {
    // Makes the tables where there are none yet.
    read(files.prefix(1))
    var best = Double.infinity
    for _ in 0..<5 {
      let start = threadSeconds()
      read(files[...])
      best = min(best, threadSeconds() - start)
    }
    return Double(files.reduce(0) { $0 + $1.count }) / 1e6 / best
  }

  private func read(_ files: ArraySlice<[UInt8]>) {
    for bytes in files { _ = try? ReportReader().read(bytes) }
  }
}
