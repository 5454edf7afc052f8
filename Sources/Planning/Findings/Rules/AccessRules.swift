/// Which traffic each tier lets in.
extension Rule {
  static let access = [tierWithoutGroup, tierOpenToTheWorld, plainHTTPOnly]

  private static let plain = Figure.portHTTP.count
  private static let encrypted = Figure.portHTTPS.count

  private static let tierWithoutGroup = Rule(
    "HR711", .warning, "A tier without a security group",
    check: "Tiers that a profile with security groups leaves out.",
    reason: "The tier falls back to the default group of the network, where everything else may be.",
    remedy: "Let in the one port that the tier serves, from the one tier that asks.",
    source: .securityGroups
  ) { plan in
    guard plan.profile.securityGroups.count > 0 else { return [] }
    return Tier.all(of: plan.profile).filter { $0.group == nil }.map { tier in
      let path = "security_groups.\(tier.name)"
      return Observation(
        "\(path).ports",
        "No security group is planned for the \(tier.title), which then takes the default one.",
        fix: "Let in port \(tier.port) from \(tier.caller) only.",
        changes: plan.change("\(path).ports", .ports([tier.port]))
          + plan.change("\(path).from", .texts([tier.caller])))
    }
  }

  private static let tierOpenToTheWorld = Rule(
    "HR712", .error, "A tier behind the balancer is open to the world",
    check: "0.0.0.0/0 or ::/0 in the group of the compute, database or cache tier.",
    reason: "Anybody reaches it without passing the balancer and its firewall.",
    remedy: "Let in the tier in front of it only.",
    source: .securityGroups
  ) { plan in
    Tier.all(of: plan.profile).compactMap { tier in
      guard let group = tier.group,
        let open = group.from.first(where: { ["0.0.0.0/0", "::/0"].contains($0) })
      else { return nil }
      let path = "security_groups.\(tier.name).from"
      return Observation(
        path, "The \(tier.title) takes connections from \(open), past the balancer and its firewall.",
        fix: "Let in \(tier.caller) only.", changes: plan.change(path, .texts([tier.caller])))
    }
  }

  private static let plainHTTPOnly = Rule(
    "HR713", .warning, "The balancer takes no HTTPS",
    check: "Port \(plain) without port \(encrypted) in the balancer's group.",
    reason: "Passwords and sessions cross every network in between in clear text.",
    remedy: "Open \(encrypted), and let \(plain) only redirect to it.",
    source: .securityGroups
  ) { plan in
    guard let group = plan.profile.securityGroups.loadBalancer, group.ports.contains(plain),
      !group.ports.contains(encrypted)
    else { return [] }
    return [
      Observation(
        "security_groups.load_balancer.ports",
        "The balancer takes port \(plain) and not \(encrypted), so nothing is encrypted.",
        fix: "Open \(encrypted) as well, and let \(plain) redirect to it.",
        changes: plan.change("security_groups.load_balancer.ports", .ports(group.ports + [encrypted])))
    ]
  }
}

/// A tier behind the balancer, the port that it serves and who asks it.
private struct Tier {
  let name: String
  let title: String
  let group: SecurityGroup?
  let port: Int
  let caller: String

  static func all(of profile: Profile) -> [Tier] {
    let groups = profile.securityGroups
    let tiers = [
      Tier(
        name: "compute", title: "instances", group: groups.compute, port: Figure.portApplication.count,
        caller: "load_balancer"),
      Tier(
        name: "database", title: "database", group: groups.database,
        port: profile.usualDatabasePort,
        caller: "compute"),
      Tier(
        name: "cache", title: "cache", group: groups.cache,
        port: profile.usualCachePort,
        caller: "compute"),
    ]
    return tiers.filter { tier in
      switch tier.name {
      case "database": profile.database != nil
      case "cache": profile.cache != nil
      default: true
      }
    }
  }
}
