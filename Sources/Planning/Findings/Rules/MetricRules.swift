internal import Typography

/// How soon the policies of a group see what happens.
extension Rule {
  static let metrics = [pointsOfFiveMinutes]

  private static let pointsOfFiveMinutes = Rule(
    "HR212", .warning, "Policies on CPU see points of \(Figure.basicPoint.text) minutes",
    check: "A policy on CPU without detailed monitoring.",
    reason:
      "Target tracking waits for \(Figure.trackingPointsOut.text) points above its target, each as long as the metric's"
      + " period, and for the metric to arrive; a launch is over by then.",
    remedy: "Turn on detailed monitoring, or let target tracking hold the requests of a target.",
    source: .metricDelay
  ) { plan in
    let scaling = plan.profile.scaling
    let onCPU = scaling.targetTracking == .cpu || scaling.scaleOut != nil || scaling.scaleIn != nil
    let monitoring = plan.profile.monitoring ?? Monitoring()
    guard onCPU, !monitoring.detailed else { return [] }
    let delay = Int(unitsReaching: Double(monitoring.metricDelaySeconds) / 60)
    let asked = { (point: Int) in "\(Figure.trackingPointsOut.count * point + delay)" }
    let basic = Figure.basicPoint.count
    let latest = Figure.trackingPointsOut.count * basic + delay + basic
    let price = plan.prices?[.metric]?.steps.first.map { step in
      " for \(Figure.detailedMetrics.count) x \(step.price.inDollars) an instance and month"
    }
    let isStatedShort =
      plan.states("monitoring.detailed") && plan.shortfall(of: .compute, at: .desired) != nil
    return [
      Observation(
        "monitoring.detailed",
        "The group is first asked to grow \(asked(basic))-\(latest) minutes after the load comes, not"
          + " \(asked(1))-\(Figure.trackingPointsOut.count + delay + 1).",
        fix: "Turn on detailed monitoring\(price ?? ""), or track requests.",
        changes: plan.change("monitoring.detailed", .flag(true)),
        severity: isStatedShort ? .warning : .note)
    ]
  }
}
