internal import Typography

extension Compute {
  /// Fewest instances that answer so many requests a minute at the CPU target.
  package func instances(carrying requestsPerMinute: Double) -> Int {
    Self.wholeInstances(requestsPerMinute / requestsPerInstancePerMinute)
  }

  /// Fewest instances of which `count` still serve when one zone is lost: ceil(count x z / (z - 1)).
  ///
  /// - Returns: nil where the fleet stands in one zone only.
  package func instances(leaving count: Int) -> Int? {
    guard availabilityZones > 1 else { return nil }
    let left = availabilityZones - 1
    return (count * availabilityZones + left - 1) / left
  }

  /// The fewest instances that reach a quotient.
  ///
  /// - Returns: at least one, and at most a thousand million, which no profile accepts.
  static func wholeInstances(_ quotient: Double) -> Int {
    min(max(Int(saturating: quotient.wholeUnitsUp), 1), 1_000_000_000)
  }
}

extension Gunicorn {
  /// Workers on another type: they follow the vCPUs, since the requests of an instance only do when they do.
  package func workers(onVCPUs vcpus: Int, insteadOf own: Int) -> Int { max(1, workers * vcpus / own) }
}

extension Compute {
  /// Speed of a vCPU of a type against this fleet's own: what the profile says of the type, of its family, else 1.
  package func relativeSpeed(of type: String) -> Double {
    relativeSpeeds.isEmpty ? 1 : relativeSpeeds[type] ?? relativeSpeeds[InstanceType.family(of: type)] ?? 1
  }
}
