extension Compute {

  /// Fewest instances of which `count` still serve when one zone is lost: ceil(count x z / (z - 1)).
  ///
  /// - Returns: nil where the fleet stands in one zone only.
  package func instances(leaving count: Int) -> Int? {
    guard availabilityZones > 1 else { return nil }
    let left = availabilityZones - 1
    return (count * availabilityZones + left - 1) / left
  }

  /// Instances that still serve when one zone of an evenly spread fleet is lost.
  package func instancesLeft(of count: Int) -> Int {
    count * (availabilityZones - 1) / availabilityZones
  }
}

extension Profile {
  /// Seconds from the launch of an instance until the balancer sends it requests: boot, and one passed check.
  package var secondsToService: Int {
    (compute.warmPool?.startSeconds ?? compute.bootSeconds) + loadBalancer.healthCheckIntervalSeconds
  }

  /// The same for an instance that does not stand by.
  package var secondsToServiceFromLaunch: Int {
    compute.bootSeconds + loadBalancer.healthCheckIntervalSeconds
  }

  /// Fewest instances that answer so many requests a minute as a plan counts on: at the CPU target, or where that is less
  /// by what their concurrency lets through.
  package func instances(carrying requestsPerMinute: Double) -> Int {
    Int(unitsReaching: requestsPerMinute / throughput.planned)
  }
}

extension Demand {
  /// The quietest minute of the day curve as a share of its peak: 2 m - 1, never below zero.
  package var troughShare: Double { max(0, 2 * meanLoadPercent / 100 - 1) }

  /// Users at the quietest minute of the day curve.
  package var troughUsers: Double { Double(concurrentUsers) * troughShare }
}

extension Gunicorn {
  /// Workers on another type: they follow the vCPUs, since the requests of an instance only do when they do.
  package func workers(onVCPUs vcpus: Int, insteadOf own: Int) -> Int { max(1, workers * vcpus / own) }
}

extension Compute {
  /// Moves what an instance works on at once to another type, by its vCPUs.
  package mutating func followVCPUs(_ vcpus: Int, insteadOf own: Int) {
    if let workers = gunicorn?.workers(onVCPUs: vcpus, insteadOf: own) { gunicorn?.workers = workers }
    concurrentRequestsPerInstance = concurrentRequestsPerInstance.map { max(1, $0 * vcpus / own) }
  }

  /// Speed of a vCPU of a type against this fleet's own: what the profile says of the type, of its family, else 1.
  package func relativeSpeed(of type: String) -> Double {
    relativeSpeeds.isEmpty ? 1 : relativeSpeeds[type] ?? relativeSpeeds[InstanceType.family(of: type)] ?? 1
  }
}
