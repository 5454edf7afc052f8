internal import Typography

/// How the group grows and shrinks.
extension Rule {
  static let scaling = [
    twoPoliciesOnCPU, scaleInNeverActs, scaleInTooHigh, ignoredCooldowns, emergencyAfterSaturation,
    emergencyInAnOrdinaryPeak, targetTooHighForZoneLoss, slowStart,
  ]

  private static let twoPoliciesOnCPU = Rule(
    "HR201", .warning, "A CPU rule beside target tracking on the same metric",
    check: "A scale-out rule on CPU in a profile, whose CPU target target tracking already holds.",
    reason:
      "Two policies answer one signal: the larger answer wins, each adds to what the other has just begun,"
      + " and the group overshoots.",
    remedy: "Keep target tracking and take out the CPU rule; keep a second policy for another signal only.",
    source: .targetTracking
  ) { plan in
    guard let above = plan.profile.scaling.scaleOutCPUPercentAbove else { return [] }
    return [
      Observation(
        "scaling.scale_out.cpu_percent_above",
        "A rule above \(Numbers.readable(above))% CPU and target tracking at"
          + " \(Numbers.readable(plan.profile.compute.targetCPUPercent))% both grow the group on the same metric.",
        fix: "Take out scaling.scale_out and let target tracking hold the CPU.")
    ]
  }

  private static let scaleInNeverActs = Rule(
    "HR202", .note, "A scale-in rule that target tracking forestalls",
    check: "A stated scale-in rule below \(Figure.trackingScaleIn.text) of the CPU target.",
    reason:
      "Target tracking shrinks the group at about \(Figure.trackingScaleIn.list("to")) of its target, long before"
      + " the rule is reached.",
    remedy: "Take the rule out, or switch off scale-in of target tracking if the group shall shrink later.",
    source: .targetTracking
  ) { plan in
    let below = plan.profile.scaling.scaleInCPUPercentBelow
    let target = plan.profile.compute.targetCPUPercent
    guard plan.states("scaling.scale_in.cpu_percent_below"),
      (target * Figure.trackingScaleIn.value).exceeds(below)
    else { return [] }
    return [
      Observation(
        "scaling.scale_in.cpu_percent_below",
        "Target tracking at \(Numbers.readable(target))% shrinks the group from about"
          + " \(Numbers.readable(target * Figure.trackingScaleIn.value, places: 0))% CPU down, so the rule"
          + " below \(Numbers.readable(below))% finds nothing left to remove until min.",
        fix: "Take out scaling.scale_in, or disable scale-in of the target tracking policy.")
    ]
  }

  private static let scaleInTooHigh = Rule(
    "HR203", .warning, "The group shrinks at a load that makes it grow again",
    check: "The scale-in threshold against the scale-out threshold.",
    reason: "Each removal lifts the CPU of the rest above the other rule, and the group flaps.",
    remedy:
      "Leave a wide gap between the two, such as \(Figure.scaleInShare.text)% of the scale-out threshold.",
    source: .targetTracking
  ) { plan in
    let out = plan.profile.scaling.scaleOutCPUPercentAbove ?? plan.profile.compute.targetCPUPercent
    let below = plan.profile.scaling.scaleInCPUPercentBelow
    guard below.reaches(out) else { return [] }
    let lower = out * Figure.scaleInShare.value / 100
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
    check: "A stated cooldown in a profile with a CPU target.",
    reason:
      "Cooldowns belong to simple scaling; target tracking waits for the warm-up of new instances instead.",
    remedy: "Set the default instance warm-up of the group to the time from launch to service.",
    source: .cooldowns
  ) { plan in
    let stated = ["compute.scale_out_cooldown_seconds", "compute.scale_in_cooldown_seconds"].filter(
      plan.states)
    guard let subject = stated.first else { return [] }
    let compute = plan.profile.compute
    return [
      Observation(
        subject,
        "Cooldowns of \(compute.scaleOutCooldownSeconds) s and \(compute.scaleInCooldownSeconds) s do nothing to"
          + " target tracking, which uses the instance warm-up.",
        fix: "Set the group's instance warm-up to \(plan.profile.secondsToService) s: boot and health checks."
      )
    ]
  }

  private static let emergencyAfterSaturation = Rule(
    "HR205", .warning, "The fleet saturates before the emergency rule sees anything",
    check: "The emergency threshold against the load at which the fleet at desired has no CPU left.",
    reason:
      "A saturated fleet answers no more requests than it can, so the count may never reach the threshold.",
    remedy: "Raise desired until it saturates above the threshold.",
    source: .profile
  ) { plan in
    let compute = plan.profile.compute
    guard let threshold = plan.profile.scaling.emergencyRequestsPerMinuteAbove else { return [] }
    let saturation = plan.saturation(at: compute.instances.desired)
    guard threshold.exceeds(saturation) else { return [] }
    let needed = Int(
      unitsReaching:
        threshold * compute.targetCPUPercent / 100 / compute.requestsPerInstancePerMinute)
    return [
      Observation(
        "scaling.emergency.requests_per_minute_above",
        "At desired the fleet has no CPU left at \(whole(saturation)) requests a minute, before the emergency rule"
          + " at \(whole(threshold)) sees anything.",
        fix: "Set desired to \(whole(needed)), which saturates at \(whole(plan.saturation(at: needed))).",
        changes: plan.raising(desired: needed))
    ]
  }

  private static let emergencyInAnOrdinaryPeak = Rule(
    "HR206", .warning, "The emergency rule fires in an ordinary peak",
    check: "The emergency threshold against the high end of the expected demand.",
    reason:
      "Each expected peak then adds \(Figure.emergencyStep.text)% of the fleet at once, for money and for nothing.",
    remedy: "Set the threshold to \(Threshold.emergency.text)% of the high end of the demand.",
    source: .profile, thresholds: [.emergency]
  ) { plan in
    guard let threshold = plan.profile.scaling.emergencyRequestsPerMinuteAbove,
      plan.demand.requestsPerMinute.high.reaches(threshold)
    else { return [] }
    let raised = roundedUp(plan.demand.requestsPerMinute.high * Threshold.emergency.value / 100)
    return [
      Observation(
        "scaling.emergency.requests_per_minute_above",
        "The rule at \(whole(threshold)) requests a minute is not above the expected high of"
          + " \(whole(plan.demand.requestsPerMinute.high)), so an ordinary peak sets it off.",
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
    let fewer = compute.requestsPerInstancePerMinute * target / compute.targetCPUPercent
    let requests = fewer.reaches(1) ? fewer.wholeUnitsDown : fewer
    let after = compute.targetCPUPercent * zones / (zones - 1)
    return [
      Observation(
        "compute.target_cpu_percent",
        "At \(Numbers.readable(compute.targetCPUPercent))% CPU in \(compute.availabilityZones) zones, losing one asks"
          + " \(Numbers.readable(after, places: 0))% of the others.",
        fix: "Hold \(whole(target))% with \(Numbers.exact(requests)) requests a minute an instance.",
        changes: plan.change("compute.target_cpu_percent", .number(target))
          + plan.change("compute.requests_per_instance_per_minute", .number(requests)))
    ]
  }

  private static let slowStart = Rule(
    "HR208", .note, "New instances take long to serve",
    check: "Boot time plus the health checks that a new target has to pass.",
    reason: "Every scale-out is late by that time, and the load does not wait.",
    remedy: "Bake the image, check health more often, or keep a warm pool.",
    source: .healthChecks, thresholds: [.start]
  ) { plan in
    guard Double(plan.profile.secondsToService) > Threshold.start.value else { return [] }
    let balancer = plan.profile.loadBalancer
    return [
      Observation(
        "compute.boot_seconds",
        "An instance serves \(whole(plan.profile.secondsToService)) s after its launch: \(plan.profile.compute.bootSeconds) s"
          + " to boot and \(balancer.healthyThreshold) health checks at \(balancer.healthCheckIntervalSeconds) s.",
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
