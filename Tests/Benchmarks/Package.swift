// swift-tools-version: 6.2

import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// A package of its own, so that building Headroom never builds its benchmarks. The links in Sources lead to the very
// sources that the program is made of: `package` access does not reach from one package into another.
let package = Package(
  name: "HeadroomBenchmarks",
  targets: [
    .target(name: "Typography", swiftSettings: house),
    .target(
      name: "Planning",
      dependencies: ["Typography"],
      resources: [.embedInCode("Behaviour/behaviour.json"), .embedInCode("PriceBook/quotas.json")],
      swiftSettings: house),
    .executableTarget(name: "Benchmarks", dependencies: ["Planning", "Typography"], swiftSettings: house),
  ]
)
