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
      dependencies: ["Typography", "CPriceTables"],
      resources: [
        .embedInCode("Behaviour/behaviour.json"), .embedInCode("Cost/focus.json"),
        .embedInCode("PriceBook/quotas.json"),
      ],
      swiftSettings: house),
    .target(
      name: "Files", dependencies: ["Planning", "Typography", "CFiles", "CYAML", "CSHA256"],
      resources: [.embedInCode("Profiles/BuiltIn/production-250k.yaml")],
      swiftSettings: house),
    .target(
      name: "CPriceTables", exclude: ["Tables"], cSettings: [.unsafeFlags(["-std=c23"])]),
    .target(name: "CFiles"),
    .target(name: "CYAML", linkerSettings: [.linkedLibrary(":libyaml.a")]),
    .target(name: "CSHA256", linkerSettings: [.linkedLibrary(":libmd.a")]),
    .executableTarget(
      name: "Benchmarks", dependencies: ["Files", "Planning", "Typography"], swiftSettings: house),
  ]
)
