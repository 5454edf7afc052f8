internal import Planning
internal import Typography

extension Mapping {
  static let edge = [
    Mapping("cdn.enabled") { parts in
      if let distribution = parts.distribution { return distribution.settings["Enabled"].flag?.mapped }
      guard parts.inventory[.distribution].isEmpty, let answer = parts.inventory.answers[.distribution] else {
        return nil
      }
      return answer.mapped(.flag(false), how: "no distribution")
    },
    Mapping("cdn.caches_api_responses", \.cachesAPIResponses),
    Mapping("cdn.origin_shield") { parts in
      guard let origin = parts.origin else { return nil }
      return origin["OriginShield"]["Enabled"].flag?.mapped
        ?? origin.mapped(.flag(false), how: "no Origin Shield")
    },
    .unusual("cdn.origin_timeout_seconds") {
      $0.origin?["CustomOriginConfig"]["OriginReadTimeout"].positiveCount?.mapped
    },
    .further("cdn.price_class") { parts in
      parts.distribution?.settings["PriceClass"].text.map { source in
        Mapped(source) { .text(String($0.dropFirst("PriceClass_".count)).lowercased()) }
      }
    },
  ]

  static func edgeNotes(_ parts: FleetParts) -> [FoundNote] {
    let others = parts.inventory[.distribution]
    guard parts.distribution == nil, !others.isEmpty else { return [] }
    return [
      FoundNote(
        "cdn_not_linked", others.map(\.title).joined(separator: ", "),
        "no distribution has the balancer as origin")
    ]
  }

  static let network = [
    Mapping.unusual("network.private_subnets", \.privateSubnets),
    .further("network.nat_gateways") { parts in
      let gateways = parts.inventory[.natGateway].filter { gateway in
        gateway["State"].text?.value ?? "available" == "available" && parts.isInNetwork(gateway)
      }
      guard let place = gateways.first?.item ?? parts.inventory.answers[.natGateway] else { return nil }
      return place.mapped(.count(gateways.count), how: "those of the VPC")
    },
    .further("network.endpoints") { parts in
      let endpoints = parts.inventory[.endpoint].filter { endpoint in
        endpoint[Key("VpcEndpointType", terraform: "vpc_endpoint_type")].text?.value == "Interface"
          && parts.isInNetwork(endpoint)
      }
      let services = endpoints.compactMap { endpoint -> String? in
        guard let name = endpoint["ServiceName"].text?.value else { return nil }
        let parts = name.split(separator: ".")
        return name.hasPrefix("com.amazonaws.") && parts.count > 3 ? parts[3...].joined(separator: ".") : name
      }
      guard let first = endpoints.first else { return nil }
      return Mapped(
        .texts(services.sorted()), file: first.item.file.name, path: first.item.path, how: "those of the VPC")
    },
  ]
}

extension FleetParts {
  fileprivate var cachesAPIResponses: Mapped? {
    guard let distribution, let origin else { return nil }
    let settings = distribution.settings
    let name = origin[Key("Id", terraform: "origin_id")].text?.value
    let first = settings[Key("DefaultCacheBehavior", terraform: "default_cache_behavior")]
    let others = settings[Key("CacheBehaviors", terraform: "ordered_cache_behavior")].items.filter {
      $0["PathPattern"].text?.value.hasPrefix("/api") == true
    }
    let own = ([first] + others).filter { $0["TargetOriginId"].text?.value == name }
    if let caching = own.first(where: \.isCached) {
      let policy = caching["CachePolicyId"]
      return (policy.exists ? policy : caching["MaxTTL"]).mapped(.flag(true), how: "a behavior that caches")
    }
    return (own.last ?? first).mapped(.flag(false), how: "no behavior on /api* caches")
  }

  /// Whether the instances are without addresses of their own, by what they are launched with or where.
  fileprivate var privateSubnets: Mapped? {
    let places = (launch?["NetworkInterfaces"].items ?? []) + [launch].compactMap(\.self)
    let stated = places.lazy.compactMap { $0["AssociatePublicIpAddress"].text }.first
    if let stated, ["true", "false"].contains(stated.value.lowercased()) {
      return Mapped(stated, how: "public addresses") { .flag($0.lowercased() == "false") }
    }
    let own = subnets
    let flags = own.map { $0["MapPublicIpOnLaunch"] }.map { flag -> Bool? in
      if case .cloudFormation = flag.file.dialect, !flag.exists { return false }
      return flag.flag?.value
    }
    guard let first = flags.first, let isPublic = first, flags.allSatisfy({ $0 == isPublic }) else {
      return nil
    }
    let names = own.map(\.title).joined(separator: ", ")
    return group?[Self.subnetsKey].mapped(
      .flag(!isPublic), how: "\(names) \(isPublic ? "give" : "give no") public addresses")
  }

  /// Whether something is in the network of the balancer; what says neither may be.
  fileprivate func isInNetwork(_ resource: Resource) -> Bool {
    guard let own = targetGroup?["VpcId"].text?.value, let other = resource["VpcId"].text?.value else {
      return true
    }
    return own == other
  }
}

extension Item {
  /// Whether a behavior keeps responses at the edge.
  fileprivate var isCached: Bool {
    let policy = self["CachePolicyId"].links.filter { !$0.isEmpty }
    if !policy.isEmpty { return !policy.contains(Self.cachingDisabled) }
    return self[Key("MaxTTL", terraform: "max_ttl")].number.map { $0.value > 0 } ?? false
  }

  /// The managed policy CachingDisabled of CloudFront.
  private static let cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
}
