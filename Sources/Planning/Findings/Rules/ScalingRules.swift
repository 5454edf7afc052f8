internal import Typography

/// How the group grows and shrinks.
extension Rule {
  static let scaling = [
    twoPoliciesOnCPU, scaleInNeverActs, scaleInTooHigh, ignoredCooldowns, emergencyAfterSaturation,
    emergencyInAnOrdinaryPeak, targetTooHighForZoneLoss, slowStart,
  ]

  private static let twoPoliciesOnCPU = Rule(
    "HR201", .warning, "A CPU rule beside target tracking on the same metric",
    check: "Stated rules on CPU in a profile whose CPU target target tracking already holds.",
    reason:
      "Of two policies that grow, the larger answer wins, so the rule adds nothing; a rule that shrinks the group where"
      + " tracking does not makes one grow what the other shrinks.",
    remedy: "Keep target tracking and take out the CPU rule; keep a second policy for another signal only.",
    source: .targetTracking
  ) { plan in
    let (scaling, target) = (plan.profile.scaling, plan.profile.compute.targetCPUPercent)
    guard scaling.targetTracking == .cpu else { return [] }
    var found: [Observation] = []
    if let above = scaling.scaleOut.map({ $0.cpuPercentAbove ?? target }) {
      found.append(
        Observation(
          "scaling.scale_out.cpu_percent_above",
          "The rule above \(Numbers.readable(above))% CPU adds nothing to target tracking at"
            + " \(Numbers.readable(target))%; the larger answer wins.",
          fix: "Take out scaling.scale_out and let target tracking hold the CPU.", severity: .note))
    }
    if let below = scaling.scaleIn?.cpuPercentBelow, below.exceeds(target * Figure.trackingShrinks) {
      found.append(
        Observation(
          "scaling.scale_in.cpu_percent_below",
          "The rule shrinks the group below \(Numbers.readable(below))% CPU and target tracking at"
            + " \(Numbers.readable(target))% does not: one shrinks, the other grows.",
          fix: "Take out scaling.scale_in."))
    }
    return found
  }

  private static let scaleInNeverActs = Rule(
    "HR202", .note, "A scale-in rule that target tracking forestalls",
    check: "A stated scale-in rule below the share of the CPU target at which target tracking shrinks.",
    reason:
      "Target tracking shrinks the group at about \(Figure.trackingScaleIn.list("to")) of its target, long before"
      + " the rule is reached.",
    remedy: "Take the rule out, or switch off scale-in of target tracking if the group shall shrink later.",
    source: .targetTracking
  ) { plan in
    let target = plan.profile.compute.targetCPUPercent
    guard plan.profile.scaling.targetTracking == .cpu,
      let below = plan.profile.scaling.scaleIn?.cpuPercentBelow,
      (target * Figure.trackingShrinks).exceeds(below)
    else { return [] }
    return [
      Observation(
        "scaling.scale_in.cpu_percent_below",
        "Target tracking at \(Numbers.readable(target))% shrinks the group from about"
          + " \(Numbers.readable(target * Figure.trackingShrinks, places: 0))% CPU down, so the rule"
          + " below \(Numbers.readable(below))% finds nothing left to remove until min.",
        fix: "Take out scaling.scale_in, or disable scale-in of the target tracking policy.")
    ]
  }

  private static let scaleInTooHigh = Rule(
    "HR203", .warning, "The group shrinks at a load that makes it grow again",
    check: "A stated scale-in threshold against the scale-out threshold, or else the CPU target.",
    reason: "Each removal lifts the CPU of the rest above the other rule, and the group flaps.",
    remedy:
      "Leave a wide gap between the two, such as \(Figure.scaleInShare.text)% of the scale-out threshold.",
    source: .targetTracking
  ) { plan in
    let out = plan.profile.scaling.scaleOut?.cpuPercentAbove ?? plan.profile.compute.targetCPUPercent
    guard let below = plan.profile.scaling.scaleIn?.cpuPercentBelow,
      below.exceeds(out * Figure.trackingShrinks)
    else { return [] }
    let lower = out * Figure.scaleInShare.share
    return [
      Observation(
        "scaling.scale_in.cpu_percent_below",
        "The group shrinks below \(Numbers.readable(below))% CPU and grows above \(Numbers.readable(out))%,"
          + " so it is always doing one or the other.",
        fix: "Set it to \(Numbers.readable(lower)).",
        changes: plan.change("scaling.scale_in.cpu_percent_below", .number(lower)))
    ]
  }

  private static let ignoredCooldowns = Rule(
    "HR204", .note, "Cooldowns that target tracking ignores",
    check: "A stated cooldown in a profile with target tracking.",
    reason:
      "Cooldowns hold back stated rules only; target tracking waits for the warm-up of new instances instead.",
    remedy: "Set the warm-up of the group to the time from launch to service.",
    source: .cooldowns
  ) { plan in
    let stated = ["compute.scale_out_cooldown_seconds", "compute.scale_in_cooldown_seconds"].filter(
      plan.states)
    guard let subject = stated.first, plan.profile.scaling.targetTracking != .none else { return [] }
    let compute = plan.profile.compute
    let start = plan.profile.secondsToServiceFromLaunch
    let says = plan.profile.scaling.warmUpSeconds == start
    return [
      Observation(
        subject,
        "Cooldowns of \(compute.scaleOutCooldownSeconds) s and \(compute.scaleInCooldownSeconds) s hold back stated"
          + " rules only; target tracking waits for the warm-up of \(plan.profile.scaling.warmUpSeconds) s.",
        fix: says
          ? "Take the cooldowns out, or keep them for the stated rules."
          : "Set scaling.warm_up_seconds to \(start) s, boot and one check, and take the cooldowns out.")
    ]
  }

  private static let emergencyAfterSaturation = Rule(
    "HR205", .warning, "The fleet is full before the emergency rule sees anything",
    check: "The emergency threshold against the load at which the fleet at desired is full.",
    reason:
      "A full fleet answers no more requests than it can, so the rule acts on what is already turned away.",
    remedy: "Raise desired until it is full above the threshold.",
    source: .profile
  ) { plan in
    let compute = plan.profile.compute
    guard let threshold = plan.profile.scaling.emergency?.requestsPerMinuteAbove else { return [] }
    let full = Double(compute.instances.desired) * plan.throughput.answered
    guard threshold.exceeds(full) else { return [] }
    let needed = Int(unitsReaching: threshold / plan.throughput.answered)
    return [
      Observation(
        "scaling.emergency.requests_per_minute_above",
        "At desired the fleet is full at \(whole(full)) requests a minute, before the emergency rule"
          + " at \(whole(threshold)) sees anything.",
        fix: "Set desired to \(whole(needed)), which is full at"
          + " \(whole(Double(needed) * plan.throughput.answered)).",
        changes: plan.raising(desired: needed))
    ]
  }

  private static let emergencyInAnOrdinaryPeak = Rule(
    "HR206", .warning, "The emergency rule fires in an ordinary peak",
    check: "The emergency threshold against the high end of the expected demand.",
    reason:
      "Each expected peak then adds a share of the fleet at once, for money and for nothing.",
    remedy: "Set the threshold to \(Threshold.emergency.text)% of the high end of the demand.",
    source: .profile, thresholds: [.emergency]
  ) { plan in
    guard let threshold = plan.profile.scaling.emergency?.requestsPerMinuteAbove,
      plan.demand.requestsAtOrigin.high.reaches(threshold)
    else { return [] }
    let raised = roundedUp(plan.demand.requestsAtOrigin.high * Threshold.emergency.value / 100)
    return [
      Observation(
        "scaling.emergency.requests_per_minute_above",
        "The rule at \(whole(threshold)) requests a minute is not above the expected high of"
          + " \(whole(plan.demand.requestsAtOrigin.high)), so an ordinary peak sets it off.",
        fix: "Set it to \(whole(raised)), and desired so that it saturates above that.",
        changes: plan.change("scaling.emergency.requests_per_minute_above", .number(raised)))
    ]
  }

  private static let targetTooHighForZoneLoss = Rule(
    "HR207", .note, "The CPU target leaves no room for the loss of a zone",
    check: "The CPU target x zones / (zones - 1) against 100%.",
    reason:
      "Target tracking keeps the fleet at the target at every hour; a lost zone then pushes the rest beyond"
      + " what they have until new instances serve.",
    remedy: "Hold the CPU at (zones - 1) / zones or less, and measure the requests per instance at that CPU.",
    source: .targetTracking
  ) { plan in
    let compute = plan.profile.compute
    let zones = Double(compute.availabilityZones)
    guard zones > 1, (compute.targetCPUPercent * zones / (zones - 1)).exceeds(100) else { return [] }
    let target = (100 * (zones - 1) / zones).wholeUnitsDown
    let requests = compute.requests(atTarget: target)
    let after = compute.targetCPUPercent * zones / (zones - 1)
    return [
      Observation(
        "compute.target_cpu_percent",
        "At \(Numbers.readable(compute.targetCPUPercent))% CPU in \(compute.availabilityZones) zones, losing one asks"
          + " \(Numbers.readable(after, places: 0))% of the others.",
        fix: "Hold \(whole(target))% with \(Numbers.exact(requests)) requests a minute an instance.",
        changes: plan.change("compute.target_cpu_percent", .number(target))
          + plan.change("compute.requests_per_instance_per_minute", .estimate(Estimate(requests))))
    ]
  }

  private static let slowStart = Rule(
    "HR208", .note, "New instances take long to serve",
    check: "Boot time, or the start of a warm pool, plus the health check that a new target has to pass.",
    reason: "Every scale-out is late by that time, and the load does not wait.",
    remedy: "Bake the image, check health more often, or keep a warm pool.",
    source: .healthChecks, thresholds: [.start]
  ) { plan in
    guard Double(plan.profile.secondsToService) > Threshold.start.value else { return [] }
    let balancer = plan.profile.loadBalancer
    return [
      Observation(
        "compute.boot_seconds",
        "An instance serves \(whole(plan.profile.secondsToService)) s after its launch:"
          + " \(whole(plan.profile.secondsToService - balancer.healthCheckIntervalSeconds)) s to start and a health check"
          + " every \(balancer.healthCheckIntervalSeconds) s.",
        fix: "Bring it below \(whole(Threshold.start.value)) s with a baked image, or keep a warm pool.")
    ]
  }

  /// A threshold that reads well: rounded up to two digits that count.
  static func roundedUp(_ number: Double) -> Double {
    var step = 1.0
    while number / step > 100 { step *= 10 }
    return (number / step).wholeUnitsUp * step
  }
}
