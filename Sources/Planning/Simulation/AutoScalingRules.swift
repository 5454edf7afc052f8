/// A fleet as auto scaling sees it: its sizes, what an instance carries, what stands behind, and when the group acts.
package struct AutoScalingRules: Equatable, Sendable {
  package let min: Int
  package let max: Int

  /// Instances that the account lets run; nil where nobody knows.
  package let quotaInstances: Int?
  package let scheduled: [ScheduledSize]

  /// What one instance answers; without slowness.
  package let throughput: InstanceThroughput
  package let targetCPUPercent: Double
  package let tracking: TargetTracking

  package let scaleOut: Stated?
  package let scaleIn: Stated?

  /// Requests a minute above which the emergency rule grows the group; nil where there is none.
  package let emergencyAbove: Double?
  let emergencyShare: Double

  /// A rule on CPU that the profile states.
  package struct Stated: Equatable, Sendable {
    package let cpuPercent: Double
    package let periods: Int

    /// Share of the group that it adds or lets go; nil for what brings the CPU to its target.
    let share: Double?
  }

  /// Minutes of one CPU point.
  package let pointMinutes: Int

  /// Minutes until a policy sees a point.
  package let delayMinutes: Int

  /// Minutes from asking for an instance to its first request: boot, and one check.
  package let startMinutes: Int
  package let pool: Int
  package let poolStartMinutes: Int

  /// Minutes that a new instance is given before the group may shrink.
  package let warmMinutes: Int
  package let scaleOutCooldownMinutes: Int
  package let scaleInCooldownMinutes: Int
  package let zones: Int

  /// Minutes, in part, that the balancer uses a dead target.
  package let removalMinutes: Double
  package let deployment: Deployment

  /// Instances that get connections where a connection stays with one; nil where the rest do too.
  let connectedInstances: Int?

  /// Requests a minute that the parts behind the instances answer.
  let behind: Behind

  struct Behind: Equatable, Sendable {
    var connections = Double.infinity
    var load = Double.infinity
    var loadCold = Double.infinity
    var cache = Double.infinity
  }

  init(_ plan: Plan) {
    let (profile, compute, scaling) = (plan.profile, plan.profile.compute, plan.profile.scaling)
    min = compute.instances.min
    max = compute.instances.max
    quotaInstances = plan.quotaInstances
    scheduled = scaling.scheduled
    throughput = plan.throughput
    targetCPUPercent = compute.targetCPUPercent
    tracking = scaling.targetTracking
    scaleOut = scaling.scaleOut.map {
      Stated(
        cpuPercent: $0.cpuPercentAbove ?? compute.targetCPUPercent, periods: $0.periods,
        share: $0.addPercent.map { $0 / 100 })
    }
    scaleIn = scaling.scaleIn.map {
      Stated(cpuPercent: $0.cpuPercentBelow, periods: $0.periods, share: $0.removePercent.map { $0 / 100 })
    }
    emergencyAbove = scaling.emergency?.requestsPerMinuteAbove
    emergencyShare = (scaling.emergency?.addPercent ?? 0) / 100
    pointMinutes = profile.monitoring?.detailed == true ? 1 : Self.basicPointMinutes
    delayMinutes = Self.wholeMinutes((profile.monitoring ?? Monitoring()).metricDelaySeconds)
    startMinutes = Self.wholeMinutes(profile.secondsToServiceFromLaunch)
    pool = compute.warmPool?.instances ?? 0
    poolStartMinutes = Self.wholeMinutes(profile.secondsToService)
    warmMinutes = Swift.max(startMinutes, Self.wholeMinutes(scaling.warmUpSeconds))
    scaleOutCooldownMinutes = Self.wholeMinutes(compute.scaleOutCooldownSeconds)
    scaleInCooldownMinutes = Self.wholeMinutes(compute.scaleInCooldownSeconds)
    zones = compute.availabilityZones
    removalMinutes =
      Double(profile.loadBalancer.unhealthyThreshold * profile.loadBalancer.healthCheckIntervalSeconds) / 60
    deployment = profile.deployment ?? Deployment()
    connectedInstances = plan.connections?.instances
    behind = plan.requestsBehind
  }

  /// EC2 reports every 5 minutes until detailed monitoring is turned on.
  private static let basicPointMinutes = Figure.basicPoint.count

  /// Requests a minute that so many instances answer at the CPU target.
  package func requestsAtTarget(_ instances: Int) -> Double { Double(instances) * throughput.atTarget }

  /// Requests a minute at which so many instances are full.
  package func capacity(_ instances: Int) -> Double { Double(instances) * throughput.answered }

  /// The largest size of the group that the account lets run.
  package func reachable(_ max: Int) -> Int { quotaInstances.map { Swift.min(max, $0) } ?? max }

  private static func wholeMinutes(_ seconds: Int) -> Int { (seconds + 59) / 60 }
}
