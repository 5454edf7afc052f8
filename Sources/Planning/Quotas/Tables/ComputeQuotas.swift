internal import Typography

extension QuotaKind {
  static let computeQuotas = [
    QuotaKind(
      QuotaFact.ID("ec2_on_demand_vcpu"), "EC2 On-Demand vCPUs", variesByAccount: true,
      need: { $0.virtualCPUs(of: $0.instances) },
      terms: { "\($0.largestFleet) x \($0.vcpusEach)" }, reason: { $0.largestFleetWithVCPUs }),
    QuotaKind(
      QuotaFact.ID("ec2_spot_vcpu"), "EC2 Spot vCPUs", variesByAccount: true,
      need: { fleet in
        fleet.profile.compute.purchase.hasSpot
          ? fleet.virtualCPUs(of: fleet.profile.compute.largestSpotFleet) : .untouched
      },
      terms: { plan in
        let compute = plan.profile.compute
        let onDemand = compute.purchase.onDemand(of: compute.instances.max)
        return "(\(plan.largestFleet) - \(whole(onDemand)) On-Demand) x \(plan.vcpusEach)"
      }, reason: { $0.largestFleetWithVCPUs }),
    QuotaKind(
      QuotaFact.ID("ebs_gp3_tib"), "EBS gp3 storage, TiB",
      need: { fleet in
        .units(Double(fleet.instances * fleet.profile.compute.rootVolumeGB) / Bytes.gigabytesPerTerabyte)
      },
      terms: { "\($0.largestFleet) x \(whole($0.profile.compute.rootVolumeGB)) GB / 1,024" },
      reason: { "\($0.groupGrows) with a root volume of \($0.profile.compute.rootVolumeGB) GB each." }),
    QuotaKind(QuotaFact.ID("auto_scaling_groups"), "Auto Scaling groups", need: { _ in .count(1) }),
    QuotaKind(
      QuotaFact.ID("scaling_policies_per_group"), "Scaling policies a group", scope: .part,
      need: { .anyOf($0.profile.scaling.policies) },
      terms: { _ in "target tracking and the stated rules: out, in and emergency" }),
  ]
}

extension Plan {
  fileprivate var vcpusEach: String {
    instanceHardware?.vcpus.map { "\($0) vCPUs" } ?? "unknown vCPUs"
  }

  fileprivate var largestFleetWithVCPUs: String {
    "\(groupGrows)\(instanceHardware?.vcpus.map { " of \($0) vCPUs" } ?? "")."
  }
}

extension Compute {
  /// Instances of the largest fleet that are bought as Spot.
  var largestSpotFleet: Int { instances.max - purchase.onDemand(of: instances.max) }
}

extension Scaling {
  /// Policies of the group: target tracking and the stated rules.
  fileprivate var policies: Int {
    [targetTracking != .none, scaleOut != nil, scaleIn != nil, emergency != nil].count { $0 }
  }
}
