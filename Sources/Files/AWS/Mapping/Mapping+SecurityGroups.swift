internal import Planning
internal import Typography

extension Mapping {
  static let securityGroups = SecurityTier.allCases.flatMap { tier in
    [
      Mapping("security_groups.\(tier.rawValue).ports") { parts in
        guard case .product(let ports, _, let place) = parts.access(to: tier) else { return nil }
        return place.mapped(.ports(ports))
      },
      Mapping("security_groups.\(tier.rawValue).from") { parts in
        guard case .product(_, let sources, let place) = parts.access(to: tier) else { return nil }
        return place.mapped(.texts(sources))
      },
    ]
  }

  static func securityGroupNotes(_ parts: FleetParts) -> [FoundNote] {
    SecurityTier.allCases.compactMap { tier in
      let names = parts.groups(of: tier).map(\.title).joined(separator: ", ")
      return switch parts.access(to: tier) {
      case .unknown, .product: nil
      case .ranges: FoundNote("ports_range", names, "it opens a range of ports, which a profile cannot say")
      case .noProduct: FoundNote("not_a_product", names, "its ports are open to different sources")
      case .nothing: FoundNote("no_rules", names, "it lets nothing in")
      }
    }
  }
}

/// A part of the fleet that has security groups.
enum SecurityTier: String, CaseIterable {
  case loadBalancer = "load_balancer"
  case compute, database, cache
}

/// What a tier lets in.
private enum TierAccess {
  /// No file tells of its groups.
  case unknown

  /// Every port to every source.
  case product([Int], [String], Item)
  case ranges, noProduct, nothing
}

/// One rule of a security group.
private struct IngressRule {
  let ports: ClosedRange<Int>
  let sources: [String]
}

extension FleetParts {
  fileprivate func groups(of tier: SecurityTier) -> [Resource] {
    inventory[.securityGroup].named(by: groupLinks(of: tier))
  }

  private func groupLinks(of tier: SecurityTier) -> [String] {
    switch tier {
    case .loadBalancer: return balancer?[Key("SecurityGroups")].links ?? []
    case .compute:
      guard let launch else { return [] }
      if template?.kind == .launchConfiguration { return launch[Key("SecurityGroups")].links }
      let interfaces = launch["NetworkInterfaces"].items.flatMap {
        $0[Key("Groups", terraform: "security_groups")].links
      }
      return launch[Key("SecurityGroupIds", terraform: "vpc_security_group_ids")].links + interfaces
    case .database:
      return database?[
        Key("VpcSecurityGroups", terraform: "vpc_security_group_ids", cloudFormation: "VPCSecurityGroups")
      ].links ?? []
    case .cache:
      let key = Key("SecurityGroups", terraform: "security_group_ids", cloudFormation: "SecurityGroupIds")
      let alone = Key(
        "SecurityGroups", terraform: "security_group_ids", cloudFormation: "VpcSecurityGroupIds")
      return (cache?[cache?.kind == .cacheCluster ? alone : key].links ?? [])
        + cacheMembers.flatMap { $0[key].links }
    }
  }

  fileprivate func access(to tier: SecurityTier) -> TierAccess {
    let groups = groups(of: tier)
    guard let first = groups.first else { return .unknown }
    let rules = groups.flatMap(rules)
    guard !rules.isEmpty else { return .nothing }
    guard rules.allSatisfy({ $0.ports.count == 1 }) else { return .ranges }
    var byPort: [(port: Int, sources: [String])] = []
    for rule in rules {
      let port = rule.ports.lowerBound
      if let index = byPort.firstIndex(where: { $0.port == port }) {
        byPort[index].sources += rule.sources
      } else {
        byPort.append((port, rule.sources))
      }
    }
    let sets = byPort.map { Set($0.sources) }
    guard let set = sets.first, !set.isEmpty, sets.allSatisfy({ $0 == set }) else { return .noProduct }
    var sources: [String] = []
    for source in byPort[0].sources where !sources.contains(source) { sources.append(source) }
    return .product(byPort.map(\.port).sorted(), sources, first.item)
  }

  /// The TCP rules of a group, in it and beside it.
  private func rules(of group: Resource) -> [IngressRule] {
    let own = group[
      Key("IpPermissions", terraform: "ingress", cloudFormation: "SecurityGroupIngress")
    ].items
    let beside = inventory[.securityGroupRule].filter { rule in
      group.isNamed(by: rule[Key("GroupId", terraform: "security_group_id")].links)
        && rule[named: "type"].text?.value ?? "ingress" == "ingress"
    }.map(\.item)
    return (own + beside).compactMap(rule)
  }

  private func rule(_ item: Item) -> IngressRule? {
    let spelled = item[Key("IpProtocol", terraform: "ip_protocol")].text ?? item[named: "protocol"].text
    let isAll = ["-1", "all"].contains(spelled?.value)
    guard isAll || ["tcp", "6"].contains(spelled?.value) else { return nil }
    let from = item["FromPort"].count?.value ?? 0
    let to = item["ToPort"].count?.value ?? 65_535
    return IngressRule(ports: isAll || from > to ? 0...65_535 : from...to, sources: sources(of: item))
  }

  private func sources(of item: Item) -> [String] {
    let groups: [String]
    let networks: [String]
    switch item.file.dialect {
    case .cli:
      groups = item["UserIdGroupPairs"].items.flatMap { $0["GroupId"].links }
      networks =
        item["IpRanges"].items.flatMap { $0["CidrIp"].links }
        + item["Ipv6Ranges"].items.flatMap { $0["CidrIpv6"].links }
        + item["PrefixListIds"].items.flatMap { $0["PrefixListId"].links }
    case .cloudFormation:
      groups = item["SourceSecurityGroupId"].links
      networks = item["CidrIp"].links + item["CidrIpv6"].links + item["SourcePrefixListId"].links
    case .terraform:
      let names = ["referenced_security_group_id", "source_security_group_id", "security_groups"]
      groups = names.flatMap { item[named: $0].links }
      let others = [
        "cidr_ipv4", "cidr_ipv6", "prefix_list_id", "cidr_blocks", "ipv6_cidr_blocks", "prefix_list_ids",
      ]
      // The references of a whole rule say nothing of one of its lists.
      networks = others.flatMap { item[named: $0].words }
    }
    var found: [String] = []
    for source in groups.map(name(ofGroup:)) + networks where !source.isEmpty && !found.contains(source) {
      found.append(source)
    }
    return found
  }

  /// The tier that a group belongs to, else the group as it is called.
  private func name(ofGroup link: String) -> String {
    let tier = SecurityTier.allCases.first { tier in groups(of: tier).contain([link]) }
    return tier?.rawValue ?? link
  }
}
