extension PriceBook {
  /// The book for the overlay's Region with the overlay's prices in it.
  package func applying(_ overlay: PriceOverlay) -> PriceBook {
    applying([overlay], in: overlay.region ?? region)
  }

  /// The book for a fleet in a Region, with the prices of the overlays that are for that Region.
  ///
  /// A later overlay wins over an earlier one. A discount lowers the prices that were there before its overlay, by the
  /// last discount agreed for their service, and never the prices that its own overlay states: those are what is paid.
  /// Overlays for a Region that the book does not cover make a book of their own. Of this one it keeps only what is the
  /// same everywhere, the sizes of nodes and the prices of CloudFront; everything else has no price until one is stated.
  package func applying(_ overlays: [PriceOverlay], in region: String) -> PriceBook {
    let overlays = overlays.filter { $0.region == nil || $0.region == region }
    guard !overlays.isEmpty else { return self }
    var book = overlays.contains { $0.region == region } ? moved(to: region) : self
    for (index, overlay) in overlays.enumerated() {
      let agreedLater = Set(overlays[(index + 1)...].flatMap(\.discounts.keys))
      book.discount(overlay.discounts.filter { !agreedLater.contains($0.key) })
      book.state(overlay)
      book.overlays.append(overlay.identity)
    }
    book.collected = book.oldestDay ?? collected
    return book
  }

  private func moved(to region: String) -> PriceBook {
    guard region != self.region else { return self }
    var book = self
    book.region = region
    book.instances = [:]
    book.databases = [:]
    book.cacheNodes = [:]
    book.voiceModels = [:]
    book.tariffs = tariffs.filter { $0.key.isGlobal }
    return book
  }

  /// An instance type whose size nobody knows has no use for a price; the reader of price files refuses it.
  private mutating func state(_ overlay: PriceOverlay) {
    sizes.merge(overlay.sizes) { $1 }
    for (type, price) in overlay.instances {
      guard let size = sizes[type], let vcpus = size.vcpus else { continue }
      instances[type] = InstanceFacts(
        type: type, hourly: price.hourly, vcpus: vcpus, memoryGiB: size.memoryGiB, origin: price.origin)
    }
    for (type, size) in overlay.sizes {
      if let vcpus = size.vcpus { instances[type]?.vcpus = vcpus }
      instances[type]?.memoryGiB = size.memoryGiB
    }
    databases.merge(overlay.databases) { $1 }
    cacheNodes.merge(overlay.cacheNodes) { $1 }
    voiceModels.merge(overlay.voiceModels) { $1 }
    tariffs.merge(overlay.tariffs) { $1 }
  }

  private mutating func discount(_ discounts: [PricedService: Discount]) {
    if let discount = discounts[.ec2] { instances = instances.mapValues { $0.discounted(by: discount) } }
    if let discount = discounts[.rds] { databases = databases.mapValues { $0.discounted(by: discount) } }
    if let discount = discounts[.elasticache] {
      cacheNodes = cacheNodes.mapValues { $0.discounted(by: discount) }
    }
    if let discount = discounts[.bedrock] {
      voiceModels = voiceModels.mapValues { $0.discounted(by: discount) }
    }
    for (id, tariff) in tariffs {
      if let discount = discounts[id.service] { tariffs[id] = tariff.discounted(by: discount) }
    }
  }

  private var oldestDay: String? {
    let origins =
      instances.values.map(\.origin) + databases.values.map(\.origin) + cacheNodes.values.map(\.origin)
      + voiceModels.values.map(\.origin) + tariffs.values.map(\.origin)
    return origins.map(\.oldestDay).min()
  }
}

extension InstanceFacts {
  fileprivate func discounted(by discount: Discount) -> InstanceFacts {
    var facts = self
    facts.hourly = hourly.discounted(by: discount)
    facts.origin = origin.discounted(by: discount)
    return facts
  }
}

extension DatabaseFacts {
  fileprivate func discounted(by discount: Discount) -> DatabaseFacts {
    DatabaseFacts(
      singleAZ: singleAZ.discounted(by: discount), multiAZ: multiAZ.discounted(by: discount),
      origin: origin.discounted(by: discount))
  }
}

extension CacheNodeFacts {
  fileprivate func discounted(by discount: Discount) -> CacheNodeFacts {
    CacheNodeFacts(hourly: hourly.discounted(by: discount), origin: origin.discounted(by: discount))
  }
}

extension VoiceModelFacts {
  fileprivate func discounted(by discount: Discount) -> VoiceModelFacts {
    VoiceModelFacts(
      speechInput: speechInput.discounted(by: discount), speechOutput: speechOutput.discounted(by: discount),
      origin: origin.discounted(by: discount))
  }
}

extension Tariff {
  fileprivate func discounted(by discount: Discount) -> Tariff {
    let steps = steps.map { Step(upTo: $0.upTo, price: $0.price.discounted(by: discount)) }
    return Tariff(id: id, unit: unit, free: free, steps: steps, origin: origin.discounted(by: discount))
  }
}
