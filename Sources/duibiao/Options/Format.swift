import ArgumentParser

/// How results are written.
enum Format: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json
}

/// How results are written that are no table of figures.
enum TextFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json
}
