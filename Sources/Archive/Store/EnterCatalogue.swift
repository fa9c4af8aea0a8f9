internal import ReportReading
internal import SQLite

extension ArchiveWriter {
  /// Brings the catalogue's table up to date with the program's; writes nothing where they agree.
  static func enterCatalogue(_ connection: borrowing Connection) throws(SQLiteError) {
    let rows = Catalogue.all.map {
      [
        $0.id, $0.chineseName, $0.englishName, $0.dimension.rawValue, $0.direction.rawValue, $0.topic,
        $0.parts.joined(separator: ";"),
      ]
    }
    let columns = "indicator_id, name, english, dimension, direction, topic, parts"
    let stored = try connection.all("SELECT \(columns) FROM indicator ORDER BY ordinal, indicator_id", []) { row in
      (0..<7).map { row.text($0) }
    }
    guard stored != rows else { return }
    try connection.transaction { () throws(SQLiteError) in
      // Ids that the catalogue gave up go, or to its end while figures of older rules still have them.
      try connection.run(
        """
        DELETE FROM indicator
        WHERE NOT EXISTS (SELECT 1 FROM figure_row AS f WHERE f.indicator_no = indicator.indicator_no)
        """)
      try connection.run("UPDATE indicator SET ordinal = ?", [.integer(rows.count)])
      let enter = try connection.prepare(
        "INSERT INTO indicator (\(columns), ordinal) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (indicator_id) DO UPDATE SET "
          + "(\(columns), ordinal) = (excluded.indicator_id, excluded.name, excluded.english, excluded.dimension, "
          + "excluded.direction, excluded.topic, excluded.parts, excluded.ordinal)")
      for (ordinal, row) in rows.enumerated() { try enter.run(row.map { .text($0) } + [.integer(ordinal)]) }
    }
  }
}
