internal import Typography

extension Wall.ID {
  package static let ec2Quota = Wall.ID(
    "quota_ec2_vcpu", "EC2 vCPU quota", phrase: "the EC2 vCPU quota", breaks: .one)
}

extension WallKind {
  /// Instances that the account's own vCPU limit lets run; absent while nobody knows that limit.
  static let ec2Quota = WallKind(.ec2Quota) { fleet in
    let type = fleet.profile.compute.instanceType
    guard let limit = fleet.facts.quotas.applied(.ec2OnDemandVCPU, in: fleet.profile) else { return nil }
    guard InstanceFamilies.standard.contains(type) else { return .unknown(.otherInstanceFamily(type)) }
    guard let vcpus = fleet.facts.hardware.vcpus(of: type) else {
      return .unknown(.unknownInstanceType(type))
    }
    let instances = (limit / Double(vcpus)).wholeUnitsDown
    let listed = fleet.facts.quotas.applied.values[.ec2OnDemandVCPU]
    var term = Capacity.Term(
      value: PerSize(min: instances, desired: instances, max: instances),
      words: .expression { "floor(\(Numbers.exact(limit)) vCPUs / \(vcpus) an instance)" },
      keys: listed == nil ? .several(["quotas", "compute.instance_type"]) : .one("compute.instance_type"))
    if let listed {
      term.fact = {
        Explanation.Input(
          name: QuotaCode.ec2OnDemandVCPU.text, value: Numbers.readable(listed),
          origin: .policy(reason: "the account's own listing outranks what a profile says"))
      }
    }
    return fleet.planned(term)
  }
}

extension QuotaCode {
  package static let ec2OnDemandVCPU = QuotaCode(service: "ec2", code: "L-1216C47A")
}
