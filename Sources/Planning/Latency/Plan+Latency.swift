extension WalledFleet {
  /// How long responses take with every ranged input at an end of its range.
  func latency(at end: Estimate.Column = .likely, isCacheCold: Bool = false) -> LatencyModel {
    let compute = profile.compute
    let spread = profile.demand.spread[end]
    let processors = facts.hardware.vcpus(of: compute.instanceType).map {
      InstanceQueue.Processors(count: $0, seconds: compute.cpuSecondsOfRequest(vcpus: $0))
    }
    let queue = InstanceQueue(slots: compute.concurrency?.requests, processors: processors)
    let stated = profile.demand.responseTimeMs[end] / 1000
    let warm = stations(at: end, spread: spread, hitShare: profile.cacheHitShare)
    let service = alone(stated, spread: spread, queue: queue, stations: warm)
    return LatencyModel(
      service: service, spread: spread, queue: queue,
      stations: isCacheCold ? stations(at: end, spread: spread, hitShare: 0) : warm)
  }

  /// A request's own time where the stated mean was measured at a load: the one of which the model makes that mean there,
  /// and never less than its CPU.
  private func alone(_ stated: Double, spread: Double, queue: InstanceQueue, stations: [StationBehind])
    -> Double
  {
    let least = queue.processors?.seconds ?? 0
    guard least < stated else { return least }
    guard let measured = measuredLoad else { return stated }
    let mean = { (service: Double) in
      LatencyModel(service: service, spread: spread, queue: queue, stations: stations)
        .mean(load: measured, instances: Double(self.profile.compute.instances.desired))
    }
    let low = max(least, stated * 1e-6)
    guard mean(low) < stated else { return low }
    return Crossing.last(from: low, to: stated, within: 1e-9) { mean($0) - stated }
  }

  /// Requests a second of the fleet at desired when the response time was measured; nil where it was measured alone.
  var measuredLoad: Double? {
    let (compute, percent) = (profile.compute, profile.demand.responseMeasuredAtPercent)
    guard percent > 0 else { return nil }
    return Double(compute.instances.desired) * percent / 100 * compute.requestsPerInstancePerMinute / 60
  }
}

extension Compute {
  /// CPU of a request by the utilization law, in seconds.
  func cpuSecondsOfRequest(vcpus: Int) -> Double {
    targetCPUPercent / 100 * Double(vcpus) * 60 / requestsPerInstancePerMinute
  }
}

/// How slow a fleet is at its target, before it is full.
package struct FleetLatency: Sendable {
  /// A request alone on an idle fleet, in milliseconds.
  package let serviceMs: Double

  /// Its CPU; nil where nobody knows the vCPUs of an instance.
  package let cpuMs: Double?

  /// Standard deviation of it over its mean.
  package let spread: Double

  /// Whether its spread is so wide that event simulations were missed by as much as the threshold of it says.
  package let isRough: Bool
  package let at: PerSize<Latency>

  init(_ model: LatencyModel, _ plan: Plan) {
    serviceMs = 1000 * model.service
    cpuMs = model.queue.processors.map { 1000 * $0.seconds }
    spread = model.spread
    isRough = spread > Threshold.roughSpread.value
    let load = plan.demand.requestsAtOrigin.likely / 60
    let sizes = plan.profile.compute.instances
    at = PerSize { model.figure(load: load, instances: Double(sizes[$0])) }
  }
}

extension Plan {
  var walledFleet: WalledFleet { WalledFleet(profile: profile, facts: facts, provenance: provenance) }

  /// How slow the fleet is at its target; computed when somebody asks.
  package var latency: FleetLatency { FleetLatency(walledFleet.latency(), self) }

  /// Responses at the target and one size of the fleet.
  package func latency(at size: FleetSize) -> Latency {
    walledFleet.latency().figure(
      load: demand.requestsAtOrigin.likely / 60, instances: Double(profile.compute.instances[size]))
  }

  /// Whether somebody said how long a response takes, or promises it, so that a latency is worth a reader's time.
  package var isLatencyOfInterest: Bool {
    profile.serviceLevel != nil || states("demand.response_time_ms")
  }

  /// What a latency rests on that nobody chose: keys of the profile.
  package var latencyGuesses: [String] {
    ["demand.response_time_ms", profile.demand.spreadKey].filter { !states($0) }
  }
}
