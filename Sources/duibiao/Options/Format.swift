import ArgumentParser

/// How results are written.
enum Format: String, ExpressibleByArgument, CaseIterable {
  case table, csv, json
}
