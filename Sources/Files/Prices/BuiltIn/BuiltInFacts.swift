package import Planning

/// The price file inside the program, read like any other one.
private enum BuiltInPrices {
  static let overlay: PriceOverlay = {
    do {
      let layer = Layer(PackageResources.prices_json, of: .prices, name: "prices.json")
      return try PriceReader.read(layer, sha256: "", known: PriceReader.Known())
    } catch {
      preconditionFailure("the prices inside the program are wrong: \(error)")
    }
  }()
}

extension PriceBook {
  /// The book inside the program, of one Region.
  package static let builtIn = {
    let file = BuiltInPrices.overlay
    guard let region = file.region else {
      preconditionFailure("the prices inside the program have no Region")
    }
    return PriceBook(
      region: region, collected: file.identity.collected, prices: file.prices, tariffs: file.tariffs)
  }()
}

extension HardwareBook {
  /// What the program knows of types without being told.
  package static let builtIn = HardwareBook(BuiltInPrices.overlay.hardware)
}

extension Facts {
  /// What the program knows without being told.
  package static let builtIn = Facts(prices: .builtIn, hardware: .builtIn, quotas: .builtIn)
}

extension Plan {
  /// The plan of a profile by what the program knows without being told.
  package init(_ profile: Profile, provenance: Provenance = Provenance()) {
    self.init(profile, provenance: provenance, facts: .builtIn)
  }
}

extension Sizing {
  /// A profile sized by what the program knows without being told.
  package init(_ profile: Profile, for target: SizingTarget) {
    self.init(profile, for: target, facts: .builtIn)
  }
}
