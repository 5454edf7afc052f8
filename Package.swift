// swift-tools-version: 6.2

import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// What `.ci/package` knows of the commit; `Context.gitInformation` may still be that of an older one.
let version =
  Context.environment["HEADROOM_VERSION"].map { [CSetting.define("HEADROOM_VERSION", to: "\"\($0)\"")] } ?? []

let package = Package(
  name: "Headroom",
  products: [.executable(name: "headroom", targets: ["headroom"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // Pure: values in, values out. No clock, file, locale or unseeded randomness.
    .target(name: "Typography", swiftSettings: house),
    .target(
      name: "CPriceTables", exclude: ["Tables"],
      cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror", "-std=c23"])]),
    .target(
      name: "Planning",
      dependencies: ["Typography", "CPriceTables"],
      resources: [
        .embedInCode("Behaviour/behaviour.json"), .embedInCode("Cost/focus.json"),
        .embedInCode("PriceBook/quotas.json"),
      ],
      swiftSettings: house),
    .target(name: "Reports", dependencies: ["Planning", "Typography"], swiftSettings: house),
    .target(name: "Exports", dependencies: ["Planning", "Typography"], swiftSettings: house),
    .target(name: "Canvas", dependencies: ["Typography"], swiftSettings: house),
    .target(
      name: "Dashboard", dependencies: ["Planning", "Exports", "Canvas", "Typography"], swiftSettings: house),

    // The edges: one place for files, one for the terminal.
    .target(name: "CFiles", cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])]),
    .target(
      name: "Files",
      dependencies: ["Planning", "Typography", "CFiles", "CYAML", "CSHA256"],
      resources: [.embedInCode("Profiles/BuiltIn/production-250k.yaml")],
      swiftSettings: house),
    // `-l:` takes the static library even where the shared one is installed, so that the program needs nothing beside it.
    .target(name: "CYAML", linkerSettings: [.linkedLibrary(":libyaml.a")]),
    .target(name: "CSHA256", linkerSettings: [.linkedLibrary(":libmd.a")]),
    .target(
      name: "CNcurses",
      cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])],
      linkerSettings: [.linkedLibrary(":libncursesw.a"), .linkedLibrary(":libtinfo.a")]),
    .target(name: "Terminal", dependencies: ["Canvas", "CNcurses", "Typography"], swiftSettings: house),

    .target(name: "CVersion", cSettings: version),
    .executableTarget(
      name: "headroom",
      dependencies: [
        "CVersion",
        "Planning", "Files", "Reports", "Exports", "Canvas", "Dashboard", "Terminal", "Typography",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house,
      // Nothing links against the program, and the names of all that it could offer are a megabyte.
      linkerSettings: [.unsafeFlags(["-Xlinker", "--no-export-dynamic"])]),

    // Runs programs for the tests: as a process, and in a real terminal.
    .target(
      name: "Harness",
      dependencies: [
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Tests/Harness",
      swiftSettings: house),
    // What the fuzzer of Tests/Fuzzing holds the program to.
    .target(
      name: "Probe", dependencies: ["Files", "Reports", "Planning", "Typography"],
      path: "Tests/Fuzzing/Sources/Probe", swiftSettings: house),
    // Random events for the dashboard: some in every run of the tests, a million by Tests/Fuzzing/storm.
    .target(
      name: "Storm", dependencies: ["Dashboard", "Canvas", "Files", "Planning"],
      path: "Tests/Fuzzing/Sources/Storm", swiftSettings: house),
    .executableTarget(
      name: "Storming", dependencies: ["Storm"], path: "Tests/Fuzzing/Sources/Storming",
      swiftSettings: house),
    .testTarget(name: "TypographyTests", dependencies: ["Typography"], swiftSettings: house),
    .testTarget(
      name: "PlanningTests", dependencies: ["Planning", "Files"],
      exclude: ["PriceBook/collected-digests.csv"], swiftSettings: house),
    .testTarget(
      name: "FilesTests",
      dependencies: ["Files", "CFiles", "Planning"],
      exclude: ["Bad", "Prices/example-prices.yaml"], swiftSettings: house),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Exports", "Files", "Planning", "Probe", "Typography"],
      exclude: ["Snapshots", "Bills/bills.json", "Bills/first-book.json"], swiftSettings: house),
    .testTarget(name: "CanvasTests", dependencies: ["Canvas"], swiftSettings: house),
    .testTarget(
      name: "DashboardTests",
      dependencies: ["Dashboard", "Exports", "Canvas", "Files", "Planning", "Storm", "Typography"],
      exclude: ["Screens"], swiftSettings: house),
    .testTarget(
      name: "CommandTests", dependencies: ["headroom", "Harness"],
      exclude: ["Prices/collected-rows.csv", "Cases"], swiftSettings: house),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["headroom", "Terminal", "Canvas", "Dashboard", "Typography", "Harness"],
      swiftSettings: house),
  ]
)
