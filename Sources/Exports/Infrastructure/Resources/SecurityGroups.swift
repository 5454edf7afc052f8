internal import Planning

/// A part of the fleet with a security group of its own, as a profile calls it.
package enum Tier: String, CaseIterable, Sendable {
  case loadBalancer = "load_balancer"
  case compute, database, cache

  /// As it goes on in a sentence.
  var noun: String {
    switch self {
    case .loadBalancer: "load balancer"
    case .compute: "instances"
    case .database: "database"
    case .cache: "cache"
    }
  }
}

extension SecurityGroups {
  subscript(tier: Tier) -> SecurityGroup? {
    switch tier {
    case .loadBalancer: loadBalancer
    case .compute: compute
    case .database: database
    case .cache: cache
    }
  }
}

/// Who may connect, as AWS tells one from another.
enum TrafficSource: Hashable {
  case tier(Tier)
  case ipv4(String)
  case ipv6(String)
  case group(String)
  case list(String)

  /// Nil for what is neither a tier, an address block, a security group nor a prefix list.
  init?(_ text: String) {
    if let tier = Tier(rawValue: text) {
      self = .tier(tier)
    } else if text.hasPrefix("sg-"), text.isIdentifier {
      self = .group(text)
    } else if text.hasPrefix("pl-"), text.isIdentifier {
      self = .list(text)
    } else if text.isBlock(of: "0123456789.") {
      self = .ipv4(text)
    } else if text.contains(":"), text.isBlock(of: "0123456789abcdefABCDEF:.") {
      self = .ipv6(text)
    } else {
      return nil
    }
  }
}

extension String {
  fileprivate var isIdentifier: Bool {
    utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }

  /// Whether the text is an address of these characters and the length of its block.
  fileprivate func isBlock(of characters: String) -> Bool {
    let parts = split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[0].allSatisfy { characters.contains($0) }
      && Int(parts[1]).map { (0...128).contains($0) } == true
  }
}

extension Infrastructure {
  /// A group for each part that the fleet has, with the rules that the profile states.
  var securityGroups: [Resource] {
    let tiers = Tier.allCases.filter { has($0) }
    return tiers.map { group(of: $0) } + tiers.flatMap { ingress(of: $0) + egress(of: $0) }
  }

  private func has(_ tier: Tier) -> Bool {
    switch tier {
    case .loadBalancer: hasBalancer
    case .compute: true
    case .database: profile.database != nil
    case .cache: profile.cache != nil
    }
  }

  private func group(of tier: Tier) -> Resource {
    let description = Setting.text("What reaches the \(tier.noun)")
    return Resource(
      "\(tier.rawValue)_security_group", "AWS::EC2::SecurityGroup",
      ["GroupDescription": description, "VpcId": .parameter(.vpc)],
      terraform: "aws_security_group",
      [
        "name_prefix": .text("\(shortName)-"), "description": description, "vpc_id": .parameter(.vpc),
      ])
  }

  /// Every port with every source, in the order of the profile.
  private func ingress(of tier: Tier) -> [Resource] {
    guard let stated = profile.securityGroups[tier] else { return [] }
    let sources = stated.from.compactMap { TrafficSource($0) }.filter { source in
      if case .tier(let other) = source { has(other) } else { true }
    }
    let rules = stated.ports.flatMap { port in sources.map { (port, $0) } }
    return rules.enumerated().map { index, rule in
      let (port, source) = (Setting.integer(rule.0), rule.1)
      return Resource(
        "\(tier.rawValue)_ingress_\(index + 1)", "AWS::EC2::SecurityGroupIngress",
        [
          "GroupId": .reference(.securityGroup(tier)), "IpProtocol": "tcp", "FromPort": port,
          "ToPort": port, source.property.key: source.property.value,
        ],
        terraform: "aws_vpc_security_group_ingress_rule",
        [
          "security_group_id": .reference(.securityGroup(tier)), "ip_protocol": "tcp", "from_port": port,
          "to_port": port, source.argument.key: source.argument.value,
        ])
    }
  }

  /// CloudFormation lets everything out where no rule says; Terraform takes that away.
  private func egress(of tier: Tier) -> [Resource] {
    guard tier == .loadBalancer || tier == .compute else { return [] }
    return [
      Resource(
        "\(tier.rawValue)_egress", terraform: "aws_vpc_security_group_egress_rule",
        [
          "security_group_id": .reference(.securityGroup(tier)), "ip_protocol": "-1",
          "cidr_ipv4": "0.0.0.0/0",
        ])
    ]
  }
}

extension SecurityGroup? {
  /// The usual port, or the one that is opened where that is another.
  func port(usually usual: Int) -> Int {
    let ports = self?.ports ?? []
    return ports.contains(usual) ? usual : ports.first ?? usual
  }
}

extension TrafficSource {
  fileprivate var property: (key: String, value: Setting) {
    switch self {
    case .tier(let tier): ("SourceSecurityGroupId", .reference(.securityGroup(tier)))
    case .ipv4(let block): ("CidrIp", .text(block))
    case .ipv6(let block): ("CidrIpv6", .text(block))
    case .group(let group): ("SourceSecurityGroupId", .text(group))
    case .list(let list): ("SourcePrefixListId", .text(list))
    }
  }

  fileprivate var argument: (key: String, value: Setting) {
    switch self {
    case .tier(let tier): ("referenced_security_group_id", .reference(.securityGroup(tier)))
    case .ipv4(let block): ("cidr_ipv4", .text(block))
    case .ipv6(let block): ("cidr_ipv6", .text(block))
    case .group(let group): ("referenced_security_group_id", .text(group))
    case .list(let list): ("prefix_list_id", .text(list))
    }
  }
}
