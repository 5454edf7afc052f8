/// A fleet as auto scaling sees it: its size limits, what an instance carries, and when the group acts.
package struct AutoScalingRules: Equatable, Sendable {
  package let min: Int
  package let max: Int

  /// Requests that one instance answers a minute at the CPU target.
  package let requestsPerInstance: Double
  package let targetCPUPercent: Double
  package let scaleOutAbove: Double

  /// The highest CPU that is not above it.
  let scaleOutLimit: Double
  package let scaleOutPeriods: Int
  package let scaleInBelow: Double
  package let scaleInPeriods: Int

  /// Requests a minute; infinite where there is no emergency rule.
  package let emergencyAbove: Double

  /// Minutes from asking for an instance to its first request: boot and health checks.
  package let startMinutes: Int
  package let scaleOutCooldownMinutes: Int
  package let scaleInCooldownMinutes: Int
  package let zones: Int

  package init(_ profile: Profile) {
    let compute = profile.compute
    let scaling = profile.scaling
    min = compute.instances.min
    max = compute.instances.max
    requestsPerInstance = compute.requestsPerInstancePerMinute
    targetCPUPercent = compute.targetCPUPercent
    scaleOutAbove = scaling.scaleOutCPUPercentAbove ?? compute.targetCPUPercent
    scaleOutLimit = Tolerance.largest(within: scaleOutAbove)
    scaleOutPeriods = scaling.scaleOutPeriods
    scaleInBelow = scaling.scaleInCPUPercentBelow
    scaleInPeriods = scaling.scaleInPeriods
    emergencyAbove = scaling.emergencyRequestsPerMinuteAbove ?? .infinity
    startMinutes = Self.wholeMinutes(profile.secondsToService)
    scaleOutCooldownMinutes = Self.wholeMinutes(compute.scaleOutCooldownSeconds)
    scaleInCooldownMinutes = Self.wholeMinutes(compute.scaleInCooldownSeconds)
    zones = compute.availabilityZones
  }

  /// Requests a minute that so many instances answer at the CPU target.
  package func requestsAtTarget(_ instances: Int) -> Double { Double(instances) * requestsPerInstance }

  /// Requests a minute at which so many instances are saturated.
  package func capacity(_ instances: Int) -> Double {
    requestsAtTarget(instances) * 100 / targetCPUPercent
  }

  /// Instances that bring the CPU back to its target: ceil(instances x cpu / target).
  func instances(_ instances: Int, runAtTargetInsteadOf cpuPercent: Double) -> Int {
    Int(unitsReaching: Double(instances) * cpuPercent / targetCPUPercent)
  }

  private static func wholeMinutes(_ seconds: Int) -> Int { (seconds + 59) / 60 }
}
