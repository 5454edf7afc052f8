extension QuotaKind {
  static let networkQuotas = [
    QuotaKind(
      QuotaFact.ID("security_groups"), "Security groups",
      need: { .anyOf($0.profile.securityGroups.count) }),
    QuotaKind(
      QuotaFact.ID("security_group_rules"), "Rules a security group", scope: .part,
      need: { .anyOf($0.profile.securityGroups.mostRules) },
      terms: { _ in "the ports x the sources of the largest group" }),
    QuotaKind(
      QuotaFact.ID("security_groups_per_interface"), "Security groups an interface", scope: .part,
      need: { $0.profile.securityGroups.count > 0 ? .count(1) : .untouched }),
    QuotaKind(
      QuotaFact.ID("network_interfaces"), "Network interfaces",
      need: { fleet in
        .count(
          fleet.instances + (fleet.profile.database?.nodes ?? 0) + (fleet.profile.cache?.nodes ?? 0)
            + fleet.profile.compute.availabilityZones)
      },
      terms: { plan in
        let profile = plan.profile
        let parts = [
          plan.largestFleet, profile.database.map { "\(whole($0.nodes)) database nodes" },
          profile.cache.map { "\(whole($0.nodes)) cache nodes" },
          "\(profile.compute.availabilityZones) of the balancer",
        ]
        return parts.compactMap(\.self).joined(separator: " + ")
      }, reason: { "\($0.groupGrows)." }),
    QuotaKind(QuotaFact.ID("vpcs"), "VPCs", need: { _ in .count(1) }),
  ]
}

extension SecurityGroups {
  private var all: [SecurityGroup] { [loadBalancer, compute, database, cache].compactMap(\.self) }

  package var count: Int { all.count }

  /// Inbound rules of the group that has most of them: one for each port and source.
  fileprivate var mostRules: Int { all.map { $0.ports.count * $0.from.count }.max() ?? 0 }
}
