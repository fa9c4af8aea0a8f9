internal import ReportReading

/// Headings from the top, as the archive has them: most are told by the enclosing section's and are not stored.
enum SectionPaths {
  /// Per section what column `path` of table `section` holds; nil where it is the path of the enclosing section, ` > ` and
  /// the heading, and no section refers to it for its own.
  static func stored(_ sections: [Section]) -> [String?] {
    var paths: [String] = []
    var stored = [String?](repeating: nil, count: sections.count)
    for (ordinal, section) in sections.enumerated() {
      let above = section.parent.map { paths[$0] } ?? ""
      let path = [above, section.heading].filter { !$0.isEmpty }.joined(separator: " > ")
      paths.append(path)
      // The views look one level up only.
      if let parent = section.parent, sections[parent].parent != nil { stored[parent] = paths[parent] }
      if section.heading.isEmpty { stored[ordinal] = path }
    }
    return stored
  }
}
