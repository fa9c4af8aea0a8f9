import ArgumentParser
import Glibc

/// Files that no report is, in growing sizes: time must grow with the size, memory stay a small multiple of it.
struct Hostile: ParsableCommand {
  @Option(parsing: .upToNextOption, help: "Sizes in MB.")
  var megabytes: [Double] = [1, 16, 200]

  @Option(parsing: .upToNextOption, help: "Which shapes; all without it.")
  var shapes: [String] = []

  @Option(help: "How much more time for each MB a larger file may take.")
  var growth = 1.3

  @Flag(help: "Tell times without judging them, as on a machine that does other work too.")
  var tellOnly = false

  func run() throws {
    let folder = try TemporaryFolder()
    var isLinear = true
    print("seconds for each MB, and the most memory for each byte, of `duibiao ingest`:")
    for shape in HostileShape.all where shapes.isEmpty || shapes.contains(shape.name) {
      var line = shape.name
      var before: Double?
      for size in megabytes {
        let bytes = Int(size * 1_048_576)
        try shape.write(bytes, to: folder.path + "/in.txt")
        Files.remove(folder.path + "/archive")
        // What takes far more time than any of its size should is taken to hang.
        let child = try Child(
          "/bin/sh",
          [
            "-c", "ulimit -t \(60 + Int(size) * 20) && exec \"$0\" \"$@\"", Child.beside("duibiao"), "ingest",
            folder.path + "/in.txt", "--archive", folder.path + "/archive",
          ])
        let end = child.wait()
        guard [0, 65].contains(end.status) else { throw Problem("\(shape.name), \(size) MB: ends with \(end.status)") }
        let perMB = end.seconds / size
        line += "  \(rounded(size)): \(rounded(perMB)) s \(end.memory / bytes)x \(end.status == 0 ? "read" : "refused")"
        if let before, perMB > before * growth {
          line += " (\(rounded(perMB / before)) times)"
          isLinear = false
        }
        before = perMB
      }
      print(line)
      fflush(nil)
    }
    if !isLinear, !tellOnly { throw ExitCode(1) }
  }

  private func rounded(_ number: Double) -> String { "\((number * 1000).rounded() / 1000)" }
}

/// A shape that a file can be blown up in.
struct HostileShape: Sendable {
  var name: String
  /// Stands at the start, so that the genre is believed.
  private var head = "2020年嘉善县人民政府工作报告\n各位代表：现在作政府工作报告，请予审议。\n一、2019年工作回顾\n"
  /// What is repeated; the number of the repetition goes in.
  private var unit: @Sendable (Int) -> [UInt8]

  private init(_ name: String, _ unit: String) { self.init(name) { _ in Array(unit.utf8) } }

  private init(_ name: String, _ unit: @escaping @Sendable (Int) -> [UInt8]) {
    self.name = name
    self.unit = unit
  }

  /// Writes a file of about so many bytes, a megabyte at a time: the system counts to a child's most memory what its parent
  /// holds when it is started.
  func write(_ count: Int, to path: String) throws {
    var bytes = Array(head.utf8)
    var written = 0
    var number = 0
    while written < count {
      while bytes.count < min(1 << 20, count - written) {
        bytes += unit(number)
        number += 1
      }
      // Cut at a character, where it is text.
      var end = min(bytes.count, count - written)
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      try Files.write(Array(bytes[..<end]), to: path, appending: written > 0)
      written += end
      bytes.removeSubrange(..<end)
    }
  }

  static let all: [HostileShape] = [
    HostileShape("genre") { Array(Material.text($0).utf8) },
    HostileShape("one line") { Array(Material.text($0).filter { $0 != "\n" }.utf8) },
    HostileShape("one sentence", "推进产业发展和城市建设工作"),
    HostileShape("commas", "经济，"),
    HostileShape("no number", "比上年增长"),
    HostileShape("list of numbers", "1.5%、"),
    HostileShape("list of names", "工业、农业、"),
    HostileShape("respectively", "工业、农业分别增长5%、6%，"),
    HostileShape("of which", "其中，工业投资增长5%"),
    HostileShape("one number", "7"),
    HostileShape("Chinese number", "一百二十万"),
    HostileShape("decimal points", "1."),
    HostileShape("thousands", ",123"),
    HostileShape("ranges", "6%-"),
    HostileShape("years", "2016-"),
    HostileShape("masked years", "20*年"),
    HostileShape("nested headings", "一、发展\n（一）发展\n1、发展\n（1）发展\n①发展\n"),
    HostileShape("numbered headings") { Array("\($0)、发展\n".utf8) },
    HostileShape("outline numbers", "1."),
    HostileShape("hashes", "# 一\n"),
    HostileShape("short lines", "县\n"),
    HostileShape("line ends", "\n"),
    HostileShape("spaces", " "),
    HostileShape("wide spaces", "\u{3000}"),
    HostileShape("open brackets", "（"),
    HostileShape("closed brackets", "）"),
    HostileShape("pairs of brackets", "（)[】《“"),
    HostileShape("quotes", "“"),
    HostileShape("places", "上海市金山区嘉善县南汇区"),
    HostileShape("titles", "2020年金山区人民政府工作报告\n"),
    HostileShape("sessions", "在嘉善县第十六届人民代表大会第四次会议上"),
    HostileShape("dated", "“十三五”时期党的十九大北京奥运会"),
    HostileShape("traditional", "著力發展經濟乾隆"),
    HostileShape("pinyin", "鎮(zhèn)"),
    HostileShape("notes", "6.7%1(注解1:数)"),
    HostileShape("front matter", "---\ntitle: 报告\n"),
    HostileShape("table", "| 1 | 2 |\n"),
    HostileShape("menus", "上一页 下一页 登录\n"),
    HostileShape("glossaries", "名词解释\n1、发展：指2016年嘉善县发展\n一、2020年工作安排\n地区生产总值增长5%。\n"),
    HostileShape("problems", "我们清醒地看到存在的问题：差距。\n二、2020年计划\n"),
    HostileShape("contents", "目录\n一、发展......1\n"),
    HostileShape("bold", "**一、发展**\n"),
    HostileShape("items", "一是发展；二是发展；"),
    HostileShape("links", "[链接](http://a.b/c) "),
    HostileShape("tags", "<br>&nbsp;"),
    HostileShape("comments", "<!--"),
    HostileShape("Latin", "GDP growth "),
    HostileShape("zero width", "发\u{200B}展\u{FEFF}\u{200D}"),
    HostileShape("directions", "\u{202E}发展\u{2066}\u{200F}"),
    HostileShape("decomposed", "e\u{301}"),
    HostileShape("marks on one letter", "\u{301}"),
    HostileShape("astral", "\u{20000}\u{1F1E8}"),
    HostileShape("NULs") { _ in [0xE5, 0x8F, 0x91, 0] },
    HostileShape("only NULs") { _ in [0] },
    HostileShape("broken UTF-8") { _ in [0xE5, 0x8F, 0xE5, 0x8F, 0x91] },
    HostileShape("continuation bytes") { _ in [0x80] },
    HostileShape("GB18030 in UTF-8") { _ in [0xB7, 0xA2, 0xD5, 0xB9] },
    HostileShape("four byte GB18030") { _ in [0x81, 0x30, 0x81, 0x30] },
    HostileShape("any bytes") { number in [UInt8(truncatingIfNeeded: number &* 2_654_435_761 >> 13)] },
  ]
}
