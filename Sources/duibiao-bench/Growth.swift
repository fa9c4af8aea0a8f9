import Archive
import Glibc
import SQLite

/// Ingest of many generated reports in one run: whether it is as quick at the end as at the start, and in how much memory.
struct GrowthMeasurement {
  var count: Int
  var seed: UInt64
  var place: Workplace

  /// How far an ingest was at a time.
  private struct Sample {
    var reports: Int
    var wall: Double
    var cpu: Double

    var text: String { "\(reports) reports after \(Int(wall)) s, \(Int(cpu)) s of processor time" }
  }

  /// Leaves the archive as `growth.sqlite`.
  func run(_ results: inout Results) throws {
    let folder = try place.generate(count, seed: seed)
    place.remove("growth.sqlite")
    let path = place.file("growth.sqlite")
    let start = ContinuousClock.now
    var samples = [Sample(reports: 0, wall: 0, cpu: 0)]
    let ingest = try Child.run([place.binary, "ingest", folder, "--archive", path, "--quiet"], quiet: true) { id in
      let wall = (ContinuousClock.now - start) / .seconds(1)
      guard wall - samples[samples.count - 1].wall > 1, let reports = Self.stored(path) else { return }
      let sample = Sample(reports: reports, wall: wall, cpu: Self.processorSeconds(id))
      if reports / 1000 > samples[samples.count - 1].reports / 1000 { Results.tell(sample.text) }
      samples.append(sample)
    }
    guard ingest.status == 0 else { throw Child.Failure(description: "ingest ended with \(ingest.status)") }
    samples.append(Sample(reports: count, wall: ingest.wall, cpu: ingest.cpu))
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
    let tenth = count / 10
    let first = Self.took(samples, from: tenth / 2, to: tenth / 2 + tenth)
    let last = Self.took(samples, from: count - tenth, to: count)
    results.add("growth/rate at the end against the start", first.wall / last.wall, "×")
    results.add("growth/rate at the end against the start, processor", first.cpu / last.cpu, "×")
    results.addRatio("growth: size against text", Double(place.size("growth.sqlite")) / Double(counts.textBytes))
  }

  private func at(_ reports: Int, _ samples: [Sample], _ results: inout Results) {
    let took = Self.took(samples, from: 0, to: reports)
    results.add("growth/\(reports) reports", took.wall, "s")
    results.add("growth/\(reports) reports, processor", took.cpu, "s")
  }

  /// Time between two counts of reports, read off the samples' line.
  private static func took(_ samples: [Sample], from: Int, to: Int) -> (wall: Double, cpu: Double) {
    func at(_ reports: Int) -> (wall: Double, cpu: Double) {
      let next = samples.firstIndex { $0.reports >= reports } ?? samples.count - 1
      guard next > 0 else { return (samples[0].wall, samples[0].cpu) }
      let (a, b) = (samples[next - 1], samples[next])
      let share = Double(reports - a.reports) / Double(max(1, b.reports - a.reports))
      return (a.wall + (b.wall - a.wall) * share, a.cpu + (b.cpu - a.cpu) * share)
    }
    let (a, b) = (at(from), at(to))
    return (b.wall - a.wall, b.cpu - a.cpu)
  }

  /// How many reports the archive has; nil while there is none.
  private static func stored(_ path: String) -> Int? {
    guard let db = try? Connection(.file(path), access: .read, busyTimeout: 0),
      let rows = try? db.prepare("SELECT max(report_id) FROM report"), (try? rows.step()) == true
    else { return nil }
    return rows.int(0)
  }

  /// Processor time of a running process, from `/proc` (fields 14 and 15 of stat, in ticks).
  private static func processorSeconds(_ id: pid_t) -> Double {
    guard let bytes = try? Workplace.read("/proc/\(id)/stat") else { return 0 }
    let fields = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    guard fields.count > 14, let user = Double(fields[13]), let system = Double(fields[14]) else { return 0 }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }
}
