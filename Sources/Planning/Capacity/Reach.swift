/// How far an auto scaling group grows when the target's users come.
package struct Reach: Equatable, Sendable {
  /// Max where some policy fires at the target, else desired.
  package let instances: Int
  package let because: Because?

  package enum Because: String, Sendable {
    /// Nothing asks for more instances: the CPU stops below every threshold.
    case noPolicyFires = "no_policy_fires"
  }

  package var grows: Bool { because == nil }

  /// The reach of a fleet whose target users ask so many requests a minute of the balancer.
  init(_ profile: Profile, _ throughput: InstanceThroughput, requestsPerMinute: Double) {
    let sizes = profile.compute.instances
    let fires = profile.scaling.fires(
      top: throughput.cpuPercentWhenFull, target: profile.compute.targetCPUPercent,
      requestsPerMinute: requestsPerMinute, desired: sizes.desired)
    instances = fires ? sizes.max : sizes.desired
    because = fires ? nil : .noPolicyFires
  }
}

extension Scaling {
  /// Whether some policy can ask for more: one on CPU only where a full instance gets above its threshold.
  fileprivate func fires(top: Double, target: Double, requestsPerMinute: Double, desired: Int) -> Bool {
    switch targetTracking {
    case .cpu where top.exceeds(target), .requests: return true
    case .cpu, .none: break
    }
    if let scaleOut, top.exceeds(scaleOut.cpuPercentAbove ?? target) { return true }
    if let emergency, requestsPerMinute.exceeds(emergency.requestsPerMinuteAbove) { return true }
    return scheduled.contains { max($0.min ?? 0, $0.desired ?? 0) > desired }
  }
}
