/// What is asked before the balancer: the distribution and the firewall.
extension FleetParts {
  func findDistribution(_ choice: String?) throws(ChoiceProblem) -> (Resource?, Item?) {
    let origins = inventory[.distribution].flatMap { distribution in
      distribution.settings["Origins", "origin"].items.filter(isBalancer).map { (distribution, $0) }
    }
    var linked: [Resource] = []
    for (distribution, _) in origins where linked.last?.title != distribution.title {
      linked.append(distribution)
    }
    if choice != nil, linked.isEmpty { linked = inventory[.distribution] }
    let chosen = try linked.chosen(
      choice, ("distribution in front of the balancer", "distributions in front of the balancer"),
      option: "--distribution")
    guard let chosen else { return (nil, nil) }
    return (chosen, origins.first { $0.0.title == chosen.title }?.1)
  }

  /// Whether an origin is the balancer, by the name that browsers would find it under.
  private func isBalancer(_ origin: Item) -> Bool {
    guard let balancer else { return false }
    let links = origin["DomainName"].links
    if balancer.isNamed(by: links) { return true }
    let names = balancer.names.map { $0.lowercased() }
    return links.contains { link in
      let host = link.lowercased()
      return names.contains(host.hasPrefix("dualstack.") ? String(host.dropFirst("dualstack.".count)) : host)
    }
  }

  func findWebACL(_ choice: String?) throws(ChoiceProblem) -> (Resource?, second: Resource?) {
    let acls = inventory[.webACL]
    if choice != nil {
      return (try acls.chosen(choice, ("web ACL", "web ACLs"), option: "--web-acl"), nil)
    }
    let edge = distribution.flatMap {
      acls.named(by: $0.settings[Key("WebACLId", terraform: "web_acl_id")].links).first
    }
    let associated = inventory[.webACLAssociation].filter { association in
      association["ResourceArn"].links.contains(where: balancerNames.contains)
    }.flatMap { $0[Key("WebACLArn", terraform: "web_acl_arn")].links }
    var own = acls.named(by: associated)
    if let balancer {
      own += acls.filter { $0.subject == balancer.title && !(edge?.isNamed(by: Array($0.names)) ?? false) }
    }
    // An answer that names no subject is about the balancer that it was asked for.
    if edge == nil, own.isEmpty, balancer != nil { own = acls.filter { $0.isAnonymous } }
    let balanced = try own.chosen(nil, ("web ACL", "web ACLs of the balancer"), option: "--web-acl")
    guard let edge else { return (balanced, nil) }
    return (edge, balanced)
  }
}

extension Resource {
  /// What a distribution is set to, which CloudFormation puts one step deeper.
  var settings: Item {
    if case .cloudFormation = item.file.dialect { item["DistributionConfig"] } else { item }
  }

  /// Whether an answer of the CLI says neither whom it is about nor that it is about the edge.
  fileprivate var isAnonymous: Bool {
    guard isAnswered, subject == nil else { return false }
    return !(item["ARN"].text?.value.contains("global/webacl") ?? false)
  }
}
