internal import Planning

extension Mapping {
  static let loadBalancer = [
    Mapping("load_balancer.health_check_path") { parts in
      parts.check("HealthCheckPath", "path", .text("/")) { $0.text?.mapped }
    },
    Mapping("load_balancer.health_check_interval_seconds") { parts in
      parts.check("HealthCheckIntervalSeconds", "interval", .count(30)) { $0.positiveCount?.mapped }
    },
    Mapping("load_balancer.healthy_threshold") { parts in
      parts.check("HealthyThresholdCount", "healthy_threshold", .count(5)) { $0.positiveCount?.mapped }
    },
    Mapping("load_balancer.unhealthy_threshold") { parts in
      parts.check("UnhealthyThresholdCount", "unhealthy_threshold", .count(2)) { $0.positiveCount?.mapped }
    },
    Mapping("load_balancer.idle_timeout_seconds") { parts in
      parts.balancer.flatMap { parts.idleTimeout(of: $0) }
    },
    .unusual("load_balancer.count", \.balancerCount),
    .further("load_balancer.rules") { $0.listenerRules },
    .further("load_balancer.reserved_lcu") { parts in
      guard let balancer = parts.balancer else { return nil }
      let told = parts.inventory[.capacityReservation].first {
        $0.subject == nil || $0.subject == balancer.title
      }
      let units =
        told?["CapacityUnits"].count ?? balancer["MinimumLoadBalancerCapacity"]["CapacityUnits"].count
      return units?.mapped
    },
  ]
}

extension FleetParts {
  /// A setting of the health check, or what a template that leaves it out gets.
  fileprivate func check(
    _ cli: String, _ terraform: String, _ otherwise: FieldValue, _ read: (Item) -> Mapped?
  ) -> Mapped? {
    guard let targetGroup else { return nil }
    switch targetGroup.item.file.dialect {
    case .cli: return read(targetGroup[Key(cli)])
    case .terraform: return read(targetGroup[named: "health_check"][named: terraform])
    case .cloudFormation:
      let item = targetGroup[Key(cli)]
      return read(item) ?? (item.exists ? nil : targetGroup.item.mapped(otherwise, how: "AWS default"))
    }
  }

  /// The application load balancers before the group, over all target groups that its instances are in.
  ///
  /// Of a template and a plan only what is not one: an export writes one of several.
  fileprivate var balancerCount: Mapped? {
    guard let group else { return nil }
    let isAccount = group.isAnswered
    let others = inventory[.balancer].filter { !$0.isApplication }
    var names: Set<String> = []
    for target in linkedTargetGroups {
      let links = isAccount ? target["LoadBalancerArns"].links : balancers(of: target).map(\.title)
      names.formUnion(links.filter { !others.contain([$0]) })
    }
    if let first = linkedTargetGroups.first, !names.isEmpty {
      guard isAccount || names.count > 1 else { return nil }
      let place = isAccount ? first["LoadBalancerArns"] : first.item
      return place.mapped(.count(names.count), how: "load balancers before the group")
    }
    let told = inventory.answers[.balancer] ?? group.item
    guard !isFed, inventory.given.contains(.balancer), inventory[.balancer].isEmpty || othersAreFed else {
      return nil
    }
    return told.mapped(.count(0), how: "nothing sends requests to the group")
  }

  /// Whether anything says that requests come to the group, also what no file tells more of.
  private var isFed: Bool {
    guard let group else { return false }
    let keys = [
      Key("TargetGroupARNs", terraform: "target_group_arns"),
      Key("TrafficSources", terraform: "traffic_source"),
      Key("LoadBalancerNames", terraform: "load_balancers"),
    ]
    return !linkedTargetGroups.isEmpty || keys.contains { !group[$0].links.isEmpty }
  }

  /// Whether another group has a target group, so that one without has none on purpose.
  private var othersAreFed: Bool { inventory[.group].contains { !targetGroups(of: $0).isEmpty } }

  fileprivate func idleTimeout(of balancer: Resource) -> Mapped? {
    let name = "idle_timeout.timeout_seconds"
    switch balancer.item.file.dialect {
    case .terraform: return balancer[Key("", terraform: "idle_timeout")].positiveCount?.mapped
    case .cloudFormation:
      let attribute = balancer["LoadBalancerAttributes"].items.first { $0["Key"].text?.value == name }
      return attribute.map { $0["Value"].positiveCount?.mapped }
        ?? balancer.item.mapped(.count(60), how: "AWS default")
    case .cli:
      let answers = inventory[.balancerAttributes]
      let own =
        answers.first { $0.subject.map(balancer.names.contains) == true }
        ?? (answers.count == 1 && answers[0].subject == nil ? answers[0] : nil)
      return own?.item.items.first { $0["Key"].text?.value == name }?["Value"].positiveCount?.mapped
    }
  }

  /// The rules of the listener that has most of them, the default rule with them.
  fileprivate var listenerRules: Mapped? {
    guard let balancer else { return nil }
    let listeners = inventory[.listener].filter { balancer.isNamed(by: $0["LoadBalancerArn"].links) }
    let isAccount = balancer.isAnswered
    let counted = listeners.map { listener in
      let rules = inventory[.listenerRule].filter { rule in
        isAccount
          ? Self.isRule(rule, of: listener) : listener.isNamed(by: rule["ListenerArn"].links)
      }
      return (listener, rules.count + (isAccount ? 0 : 1))
    }
    guard let (listener, count) = counted.max(by: { $0.1 < $1.1 }), count > 0 else { return nil }
    return listener.item.mapped(.count(count), how: "its rules, the default rule with them")
  }

  /// Rules do not name their listener; their ARN is its ARN with one more part.
  private static func isRule(_ rule: Resource, of listener: Resource) -> Bool {
    guard let listener = listener["ListenerArn"].text?.value, let rule = rule["RuleArn"].text?.value else {
      return false
    }
    return rule.replacing("listener-rule/", with: "listener/").hasPrefix(listener + "/")
  }
}
extension Resource {
  subscript(named name: String) -> Item { item[named: name] }

  /// Whether a balancer is an application load balancer; who does not say it is one.
  fileprivate var isApplication: Bool {
    let type = self[Key("Type", terraform: "load_balancer_type")].text?.value
    return type ?? "application" == "application"
  }
}
