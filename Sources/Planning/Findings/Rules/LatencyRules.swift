internal import Typography

/// Whether responses are as fast as is promised, and what makes them slow.
extension Rule {
  static let latency = [
    measuredFasterThanPossible, idleMissesGoal, onTheKnee, scalesIntoTheBreach,
  ]

  private static let measuredFasterThanPossible = Rule(
    "HR115", .warning, "A response is said to be faster than its own CPU and queue",
    check:
      "The response time that was measured at a load, against what the model makes of the CPU of a request alone there.",
    reason: "One of response time, load and requests of an instance was not measured in the same run.",
    remedy: "Measure the three in one run, or leave the load out.",
    source: .responseModel
  ) { plan in
    guard let fastest = plan.fastestMeanWhereMeasured,
      fastest.exceeds(plan.profile.demand.responseTimeMs.likely)
    else { return [] }
    let (demand, compute) = (plan.profile.demand, plan.profile.compute)
    return [
      Observation(
        "demand.response_measured_at_percent",
        "A request is said to answer in \(Figures.milliseconds(demand.responseTimeMs.likely)) at"
          + " \(Numbers.readable(demand.responseMeasuredAtPercent))% of"
          + " \(whole(compute.requestsPerInstancePerMinute)) a minute; its CPU and waiting alone take"
          + " \(Figures.milliseconds(fastest)).",
        fix: "Measure response time, load and requests of an instance in one run.")
    ]
  }

  private static let idleMissesGoal = Rule(
    "HR116", .error, "No number of instances keeps the promised response time",
    check: "The response times of an idle fleet against slo.",
    reason: "Where nobody waits, only a request's own work is left, and more instances do not shorten that.",
    remedy: "Make the request faster, or promise what it can keep.",
    source: .responseModel
  ) { plan in
    guard let level = plan.profile.serviceLevel, let wall = plan.wall(.latency), wall.unknown == nil,
      wall.wholeUsers(at: .max) == 0
    else { return [] }
    let idle = plan.walledFleet.latency().figure(load: 0, instances: 1)
    let missesFirst = !level.p95Ms.reaches(idle.p95Ms)
    let goal = missesFirst ? "p95" : "p99"
    let key = missesFirst ? "slo.p95_ms" : "slo.p99_ms"
    return [
      Observation(
        key,
        "No number of instances helps: \(goal) idle is"
          + " \(Figures.milliseconds(missesFirst ? idle.p95Ms : idle.p99Ms))"
          + (wall.isAssumed ? ", assuming \(plan.latencyGuesses.joined(separator: " and "))." : "."),
        fix: wall.isAssumed
          ? "Measure \(plan.latencyGuesses.joined(separator: " and ")), or promise more time."
          : "Make the request faster, or promise more time.",
        severity: wall.isAssumed ? .warning : .error)
    ]
  }

  private static let onTheKnee = Rule(
    "HR117", .warning, "The fleet stands on the knee of its response times",
    check: "p95 at desired with a tenth more users, where the goal is kept.",
    reason: "Near full, a few users more make everybody wait much longer.",
    remedy: "Raise desired.",
    source: .responseModel, thresholds: [.kneeUsers, .kneeRise, .roughSpread]
  ) { plan in
    guard let level = plan.profile.serviceLevel else { return [] }
    let model = plan.walledFleet.latency()
    let load = plan.demand.requestsAtOrigin.likely / 60
    let instances = Double(plan.profile.compute.instances.desired)
    guard model.keeps(level, load: load, instances: instances) else { return [] }
    let knee = { (count: Int) -> (now: Double, then: (milliseconds: Double, isAtLeast: Bool))? in
      let now = model.percentile(.p95, load: load, instances: Double(count))
      let then = model.percentile(
        .p95, load: load * (1 + Threshold.kneeUsers.value / 100), instances: Double(count))
      let isOnIt =
        then.isAtLeast
        || then.milliseconds.exceeds(now.milliseconds * (1 + Threshold.kneeRise.value / 100))
      return isOnIt ? (now.milliseconds, then) : nil
    }
    guard let found = knee(plan.profile.compute.instances.desired) else { return [] }
    var (enough, tooFew) = (Bound.instances.upperBound, plan.profile.compute.instances.desired)
    let helps = knee(enough) == nil
    while helps, enough - tooFew > 1 {
      let middle = (enough + tooFew) / 2
      if knee(middle) == nil { enough = middle } else { tooFew = middle }
    }
    return [
      Observation(
        "compute.instances.desired",
        "On the knee: \(Threshold.kneeUsers.text)% more users raise p95 from"
          + " \(Figures.milliseconds(found.now)) to \(found.then.isAtLeast ? "at least " : "")"
          + "\(Figures.milliseconds(found.then.milliseconds)).",
        fix: helps ? "Set desired to \(whole(enough))." : "Give the busiest part more room.",
        changes: helps ? plan.raising(desired: enough) : [])
    ]
  }

  private static let scalesIntoTheBreach = Rule(
    "HR118", .warning, "Scaling on CPU steers into missed response times",
    check: "The users up to whom desired keeps the goal, against those at whom its CPU is at the target.",
    reason: "The group grows only above its CPU target, and the promise is broken before.",
    remedy: "Lower the CPU target, and the requests of an instance with it.",
    source: .responseModel
  ) { plan in
    guard let wall = plan.wall(.latency)?.users.desired, wall > 0,
      let compute = plan.wall(.compute)?.users.desired, compute.exceeds(wall)
    else { return [] }
    let now = plan.profile.compute
    let target = max(1, (now.targetCPUPercent * wall / compute).wholeUnitsDown)
    let requests = now.requests(atTarget: target)
    return [
      Observation(
        "compute.target_cpu_percent",
        "Scaling on CPU steers into the breach: desired grows above \(roundedDown(compute)) users, and keeps the goal"
          + " up to \(roundedDown(wall)).",
        fix: "Set target_cpu_percent to \(whole(target)) and requests_per_instance_per_minute to"
          + " \(Numbers.readable(requests)).",
        changes: plan.change("compute.target_cpu_percent", .number(target))
          + plan.change("compute.requests_per_instance_per_minute", .estimate(Estimate(requests))))
    ]
  }
}

extension Plan {
  /// The mean of a response at the load of the measurement where a request is nothing but its CPU, in milliseconds; nil
  /// where it was measured alone or nobody knows its CPU.
  fileprivate var fastestMeanWhereMeasured: Double? {
    let fleet = walledFleet
    let model = fleet.latency()
    guard let load = fleet.measuredLoad, let processors = model.queue.processors else { return nil }
    let fastest = LatencyModel(
      service: processors.seconds, spread: model.spread, queue: model.queue, stations: model.stations)
    return 1000
      * fastest.mean(load: load, instances: Double(profile.compute.instances.desired))
  }
}
