// swift-tools-version: 6.2

import PackageDescription

let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// What the fuzzer watches, so that it learns which bytes lead to new places.
let watched = house + [.unsafeFlags(["-sanitize=fuzzer"])]

// A package of its own, since only here the sources are built with the fuzzer's eyes. The links in Sources lead to the
// very sources that the program is made of.
let package = Package(
  name: "HeadroomFuzzing",
  targets: [
    .target(name: "Typography", swiftSettings: watched),
    .target(
      name: "Planning", dependencies: ["Typography", "CPriceTables"],
      resources: [
        .embedInCode("Behaviour/behaviour.json"), .embedInCode("Cost/focus.json"),
        .embedInCode("PriceBook/quotas.json"),
      ],
      swiftSettings: watched),
    .target(name: "Reports", dependencies: ["Planning", "Typography"], swiftSettings: watched),
    .target(
      name: "Files", dependencies: ["Planning", "Typography", "CFiles", "CYAML", "CSHA256"],
      resources: [.embedInCode("Profiles/BuiltIn/production-250k.yaml")], swiftSettings: watched),
    .target(
      name: "Probe", dependencies: ["Files", "Reports", "Planning", "Typography"],
      swiftSettings: watched),
    .target(
      name: "CPriceTables", exclude: ["Tables"], cSettings: [.unsafeFlags(["-std=c23"])]),
    .target(name: "CFiles"),
    .target(name: "CYAML", linkerSettings: [.linkedLibrary(":libyaml.a")]),
    .target(name: "CSHA256", linkerSettings: [.linkedLibrary(":libmd.a")]),
    // libFuzzer is C++.
    .target(name: "CFuzzer", linkerSettings: [.linkedLibrary("stdc++")]),
    .executableTarget(name: "Fuzzing", dependencies: ["CFuzzer", "Probe"], swiftSettings: house),
  ]
)
