internal import Typography

extension Plan {
  /// Instances that the account lets run: floor(applied vCPUs / vCPUs of an instance); nil where nobody knows.
  var quotaInstances: Int? {
    guard let limit = facts.quotas.applied(.ec2OnDemandVCPU, in: profile),
      InstanceFamilies.standard.contains(profile.compute.instanceType),
      let vcpus = facts.hardware.vcpus(of: profile.compute.instanceType)
    else { return nil }
    return Int(saturating: (limit / Double(vcpus)).wholeUnitsDown)
  }

  /// What the parts behind the instances answer, whatever the instances ask.
  var requestsBehind: AutoScalingRules.Behind {
    var behind = AutoScalingRules.Behind()
    if let cache = profile.cache {
      behind.cache =
        Double(cache.shards) * Double(cache.operationsPerSecondPerShard) * 60
        / cache.operationsPerRequest.likely
    }
    guard let database = profile.database else { return behind }
    if let connections, connections.isShared, let usable = connections.usable,
      wall(.databaseConnections)?.decides == true, let held = database.heldMsPerRequest?.likely
    {
      behind.connections = Double(usable) * 60_000 / held
    }
    if let vcpus = facts.hardware.vcpus(of: database.instanceClass) {
      let load = { (hit: Double) -> Double in
        let busy = database.busySessionsPerUser(requests: 1, at: .likely, cacheHit: hit)
        return busy > 0 ? Double(vcpus) / busy : .infinity
      }
      behind.loadCold = load(0)
      behind.load = load(profile.cacheHitShare)
    }
    return behind
  }
}
