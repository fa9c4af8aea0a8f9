// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "duibiao",
  products: [
    .executable(name: "duibiao", targets: ["duibiao"]),
    .library(name: "ReportReading", targets: ["ReportReading"]),
    .library(name: "Archive", targets: ["Archive"]),
  ],
  dependencies: [
    // The command line: parsing, help pages, shell completions, "did you mean".
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // Data flows from top to bottom.
    .target(name: "CTables"),
    .target(name: "ReportReading", dependencies: ["CTables"]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "SQLite", dependencies: ["CSQLite"]),
    .target(name: "Schema", path: "Schema", resources: [.embedInCode("v1-archive.sql")]),
    .target(name: "CDigest"),
    .target(name: "Archive", dependencies: ["ReportReading", "SQLite", "Schema", "CDigest"]),
    .executableTarget(
      name: "duibiao",
      dependencies: ["Archive", "ReportReading", .product(name: "ArgumentParser", package: "swift-argument-parser")]),

    // Measures; no part of the program.
    .executableTarget(
      name: "duibiao-bench",
      dependencies: [
        "Archive", "ReportReading", "SQLite", "Schema",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // For the tests only.
    .target(name: "CFaults", dependencies: ["CSQLite"], path: "Tests/CFaults"),
    .executableTarget(
      name: "duibiao-faults",
      dependencies: [
        "Archive", "ReportReading", "CFaults", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Tests/Faults"),
    .executableTarget(
      name: "duibiao-fuzz", dependencies: ["Archive", "ReportReading", "SQLite"], path: "Tests/Fuzz",
      exclude: ["dictionary.txt", "Findings"]),

    .testTarget(name: "ReportReadingTests", dependencies: ["ReportReading"]),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"]),
    .testTarget(name: "ArchiveTests", dependencies: ["Archive", "ReportReading", "SQLite"]),
    .testTarget(
      name: "duibiaoTests", dependencies: ["duibiao", "duibiao-faults", "duibiao-fuzz", "Archive", "ReportReading"],
      exclude: ["Golden", "Releases"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)

// One set of settings for every Swift target: what one module may not do, none may.
for target in package.targets where target.type != .system && !["CTables", "CDigest", "CFaults"].contains(target.name) {
  target.swiftSettings = [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
