import Archive
import Glibc
import ReportReading

/// The archive under fuzzing.
enum ArchiveTarget {
  /// A folder in memory where there is one; gone when the program ends, as far as it ends by itself.
  private static let folder: String = {
    let path = (unsafe access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp") + "/duibiao-fuzz-\(getpid())"
    unsafe mkdir(path, 0o700)
    atexit { ArchiveTarget.clear() }
    return path
  }()

  private static func clear() {
    for name in ["base", "damaged", "store", "copy"] {
      for end in ["", "-wal", "-shm", "-journal"] { unsafe unlink(folder + "/" + name + end) }
    }
    unsafe rmdir(folder)
  }

  private static let sample = """
    2020年嘉善县人民政府工作报告
    ——2020年1月10日在嘉善县第十六届人民代表大会第四次会议上
    各位代表：现在，我代表县人民政府向大会作工作报告，请予审议。
    一、2019年工作回顾
    过去一年，全县经济平稳增长。地区生产总值增长7.3%，新增养老床位340张，盘活低效用地2130亩。
    二、2020年主要任务
    今年全县经济社会发展的主要目标是：地区生产总值增长6.5%左右，新增就业岗位1.6万个以上。
    (一)办好民生实事
    新增养老床位400张，改造老旧小区15个。
    """

  private static let base: [UInt8] = {
    let path = folder + "/base"
    do {
      var writer = try ArchiveWriter(path: path)
      for (name, text) in [("a.txt", sample), ("b.txt", sample.replacing("2020", with: "2021"))] {
        let data = Array(text.utf8)
        _ = try writer.store(ReportRecord(try ReportReader().read(data), data: data, source: name))
      }
      try writer.commit()
    } catch {
      fatalError("the sample cannot be stored: \(error)")
    }
    return read(path)
  }()

  // MARK: Targets

  /// A sound archive asked with any words.
  static func ask(_ words: String) {
    _ = base
    do throws(ArchiveError) {
      let reader = try ArchiveReader(path: folder + "/base")
      _ = try reader.search(words, limit: 3)
      _ = try reader.resolve(district: words)
      _ = try reader.report(words)
      var cursor = try reader.export(.figures, Filter(indicators: [words]))
      _ = try cursor.next()
    } catch {
      fatalError("promise broken: words are no error: \(error)")
    }
  }

  /// A sound archive takes every report that the reader makes, and holds what it promises.
  static func store(_ data: [UInt8]) {
    guard let report = try? ReportReader().read(data) else { return }
    do throws(ArchiveError) {
      let path = folder + "/store"
      do {
        var writer = try ArchiveWriter(path: path)
        _ = try writer.store(ReportRecord(report, data: data, source: "a.txt"))
        try writer.commit()
      }
      let problems = try ArchiveReader(path: path).check().problems
      Promises.require(problems.isEmpty, "\(problems)")
    } catch {
      fatalError("promise broken: a report can be stored: \(error)")
    }
  }

  /// A damaged archive: whatever its pages hold is answered or told, and never taken for a mistake of the program.
  static func open(edits: [UInt8]) {
    renew()
    write(edited(edits), to: damaged)
    askAll()
  }

  /// An archive that somebody else wrote: whatever its rows hold, within the checks of the schema or not.
  static func hold(edits: [UInt8]) {
    renew()
    write(base, to: damaged)
    ForeignRows.enter(edits, into: damaged)
    askAll()
  }

  private static let damaged = folder + "/damaged"

  private static func renew() {
    for end in ["", "-wal", "-shm", "-journal"] { unsafe unlink(damaged + end) }
  }

  private static func askAll() {
    for question in Question.allCases {
      told { () throws(ArchiveError) in try ask(question, try ArchiveReader(path: damaged)) }
    }
    told { () throws(ArchiveError) in
      _ = try ArchiveReader(path: damaged).backUp(to: folder + "/copy")
    }
    unsafe unlink(folder + "/copy")
    told { () throws(ArchiveError) in
      var writer = try ArchiveWriter(path: damaged)
      for year in ["2019", "2020"] {
        let data = Array(sample.replacing("2020", with: year).utf8)
        guard let report = try? ReportReader().read(data) else { return }
        _ = try writer.store(ReportRecord(report, data: data, source: "a.txt"))
        try writer.commit()
      }
    }
  }

  private static func told(_ body: () throws(ArchiveError) -> Void) {
    do throws(ArchiveError) { try body() } catch {
      Promises.require(error.code != .internal, "a damaged archive is told as such: \(error)")
    }
  }

  private enum Question: CaseIterable {
    case reports, report, export, wide, search, outcomes, history, compare, indicators, check
  }

  private static func ask(_ question: Question, _ reader: borrowing ArchiveReader) throws(ArchiveError) {
    switch question {
    case .reports: _ = try reader.reports()
    case .report: _ = try reader.report("a.txt")
    case .export:
      for table in ExportTable.allCases {
        var cursor = try reader.export(table)
        var bytes: [UInt8] = []
        while try cursor.next() {
          for column in cursor.columns.indices { cursor.append(column, to: &bytes) }
        }
      }
    case .wide:
      for district in try reader.wideFrame(Filter()).districts { _ = try reader.wideRows(of: district, Filter()) }
    case .search: for words in ["养老 床位", "增长"] { _ = try reader.search(words) }
    case .outcomes:
      _ = try reader.outcomes()
      if case .found(let district) = try reader.resolve(district: "嘉善县") { _ = try reader.track(district) }
    case .history:
      var options = TableOptions()
      options.includesFlagged = true
      options.includesSingle = true
      if case .found(let district) = try reader.resolve(district: "嘉善县") {
        _ = try reader.history(of: district, options: options)
      }
    case .compare:
      if case .found(let district) = try reader.resolve(district: "嘉善县") {
        _ = try reader.compare(districts: [district], years: [2019, 2020, 2021])
      }
    case .indicators: _ = try reader.indicators()
    case .check: _ = try reader.check()
    }
  }

  // MARK: Damage

  /// The sample's archive with edits, four bytes each: where and what. So inputs stay short, and one edit hits one place.
  private static func edited(_ edits: [UInt8]) -> [UInt8] {
    var bytes = base
    let special: [UInt32] = [0, 1, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 0xFFFF_FFFE, 2, 0x0100_0000]
    for at in stride(from: 0, to: edits.count - 3, by: 4) {
      if bytes.count < 8 { break }
      let (kind, value) = (edits[at] & 3, edits[at + 3])
      let wide = Int(edits[at] >> 2) << 16 | Int(edits[at + 1]) << 8 | Int(edits[at + 2])
      let place = wide % (bytes.count - 4)
      switch kind {
      case 0: bytes[place] = value
      case 1: bytes[(Int(edits[at + 1]) * 4096 + Int(edits[at + 2])) % bytes.count] = value
      case 2:
        let word = special[Int(value) % special.count]
        for i in 0..<4 { bytes[place + i] = UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32(i))) }
      default:
        if value == 0xFF { bytes.removeSubrange(place...) } else { bytes[place] ^= 1 << (value & 7) }
      }
    }
    return bytes
  }

  private static func read(_ path: String) -> [UInt8] {
    guard let file = unsafe fopen(path, "r") else { return [] }
    defer { unsafe fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 16 << 20)
    // Because the buffer is valid during the call.
    let count = unsafe bytes.withUnsafeMutableBytes { unsafe fread($0.baseAddress, 1, $0.count, file) }
    return Array(bytes[..<count])
  }

  private static func write(_ bytes: [UInt8], to path: String) {
    guard let file = unsafe fopen(path, "w") else { return }
    // Because the buffer is valid during the call.
    _ = unsafe bytes.withUnsafeBytes { unsafe fwrite($0.baseAddress, 1, $0.count, file) }
    unsafe fclose(file)
  }
}
