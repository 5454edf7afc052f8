extension QuotaKind {
  static let loadBalancerQuotas = [
    QuotaKind(QuotaFact.ID("load_balancers"), "Load balancers", need: { _ in .count(1) }),
    QuotaKind(
      QuotaFact.ID("listeners_per_load_balancer"), "Listeners a balancer", scope: .part,
      need: { fleet in
        fleet.profile.securityGroups.loadBalancer.map { .count($0.ports.count) } ?? .untouched
      }),
    QuotaKind(
      QuotaFact.ID("target_groups_per_load_balancer"), "Target groups a balancer", scope: .part,
      need: { _ in .count(1) }),
    QuotaKind(
      QuotaFact.ID("targets_per_load_balancer"), "Targets a balancer", scope: .part,
      need: { .count($0.instances) },
      reason: { "\($0.groupGrows)." }),
    QuotaKind(
      QuotaFact.ID("targets_per_group"), "Targets a group", scope: .part, need: { .count($0.instances) },
      reason: { "\($0.groupGrows)." }),
  ]
}
