package import Planning

/// A price file with a row for each price that a profile needs and nobody knows, for a person to fill in.
package struct PriceTemplate {
  private let profile: Profile
  private let missing: (prices: [PriceID], tariffs: [Tariff.Key])

  package init(for profile: Profile, under overlays: [PriceOverlay] = []) {
    // A book of the Region is opened even where no price is known, so that everything is asked for.
    let opened = PriceOverlay(
      PriceOverlay.Identity(file: "", sha256: "", source: "", collected: ""), region: profile.region)
    let plan = Plan(profile, facts: Facts(overlays: [opened] + overlays))
    self.profile = profile
    missing = plan.prices?.missing ?? ([], [])
  }

  /// The file; it does not read before its blanks are filled in.
  package var text: String {
    guard !missing.prices.isEmpty || !missing.tariffs.isEmpty else {
      return "# Every price that \(YAMLValue.word(profile.name).flow) needs in \(profile.region) is known.\n"
    }
    let head = [
      "# Prices that are missing for \(YAMLValue.word(profile.name).flow). Fill in the blanks, and plan with --prices and",
      "# this file. A row that stays blank is told as a mistake: take it out, and its line stays unknown.",
      "format: \(PriceFile.format)", "source:       # who says so",
      "collected:    # the day, such as 2026-11-23",
      "region: \(YAMLValue.word(profile.region).flow)",
    ]
    return (head + sections).map { $0 + "\n" }.joined()
  }

  private var sections: [String] {
    section("instances", rows { if case .instance(let type) = $0 { instance(type) } else { nil } })
      + section("databases", databases)
      + section(
        "cache_nodes",
        rows {
          guard case .cacheNode(let type, let engine) = $0 else { return nil }
          return "{node_type: \(word(type)), engines: [\(engine.rawValue)], usd_per_hour: }"
        })
      + section("voice_models", models)
      + section(
        "tariffs",
        missing.tariffs.map { key in
          let area = key.area.map { ", area: \($0.rawValue)" } ?? ""
          let unit = TariffKind(key.id).map { "  # \($0.name), USD per \($0.unit)" } ?? ""
          return "{id: \(key.id.rawValue)\(area), steps: [{usd: }]}\(unit)"
        })
  }

  private func section(_ key: String, _ rows: [String]) -> [String] {
    rows.isEmpty ? [] : ["\(key):"] + rows.map { "  - \($0)" }
  }

  private func rows(_ row: (PriceID) -> String?) -> [String] { missing.prices.compactMap(row) }

  private func instance(_ type: String) -> String {
    let size = HardwareBook.builtIn[type] == nil ? ", vcpu: , memory_gib: " : ""
    return "{type: \(word(type)), usd_per_hour: \(size)}"
  }

  /// A row a class and engine, with both of its prices where its deployments are priced apart.
  private var databases: [String] {
    var seen: Set<String> = []
    return missing.prices.compactMap { id in
      guard case .database(let instanceClass, let engine, let deployment) = id,
        seen.insert("\(instanceClass) \(engine)").inserted
      else { return nil }
      let prices =
        engine.hasPrefix("aurora-")
        ? "single_az: {usd_per_hour: }\(deployment == .ioOptimized ? ", io_optimized: {usd_per_hour: }" : "")"
        : "single_az: {usd_per_hour: }, multi_az: {usd_per_hour: }"
      return "{class: \(word(instanceClass)), engine: \(word(engine)), \(prices)}"
    }
  }

  private var models: [String] {
    var seen: Set<String> = []
    return missing.prices.compactMap { id in
      guard case .speech(let model, _) = id, seen.insert(model).inserted else { return nil }
      return
        "{model: \(word(model)), speech_input: {usd_per_1000_tokens: }, speech_output: {usd_per_1000_tokens: }}"
    }
  }

  private func word(_ text: String) -> String { YAMLValue.word(text).flow }
}
