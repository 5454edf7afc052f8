internal import Typography

/// Whether the fleet carries the target, with its parts.
extension Rule {
  static let capacity = [
    maxCarriesTarget, desiredCarriesTarget, zoneLostAtDesired, singleZone, zoneLostAtMax,
    maxCarriesHighDemand,
    partsCarryTarget, blastRadius, roomToGrow, minCoversZones, burstableType, concurrencyBelowTarget,
    deploymentAtTarget, computeLongerThanResponse,
  ]

  private static let maxCarriesTarget = Rule(
    "HR101", .error, "The largest fleet carries fewer users than the target",
    check: "The users that max carries at the CPU target against the target.",
    reason: "Auto scaling stops at max; beyond it instances run hotter, answer slower and then fail.",
    remedy: "Raise max to users x requests per user / requests per instance, at the high end of the demand.",
    source: .profile
  ) { plan in
    guard let users = plan.shortfall(of: .compute, at: .max) else { return [] }
    let needed = plan.profile.instances(carrying: plan.demand.requestsAtOrigin.high)
    return [
      Observation(
        "compute.instances.max",
        "At max the fleet carries \(roundedDown(users)) of \(whole(plan.demand.users)) users at the CPU target.",
        fix: "Set max to \(whole(needed)), which carries the high end of the demand.",
        changes: plan.raising(max: needed))
    ]
  }

  private static let desiredCarriesTarget = Rule(
    "HR102", .warning, "The fleet starts below the target",
    check: "The users that desired carries at the CPU target against the target.",
    reason:
      "Until auto scaling has seen the load and new instances serve, the fleet at desired takes all of it.",
    remedy: "Start at users x requests per user / requests per instance, or raise desired before a launch.",
    source: .profile, thresholds: [.desiredMissing]
  ) { plan in
    guard let users = plan.shortfall(of: .compute, at: .desired) else { return [] }
    let needed = plan.profile.instances(carrying: plan.demand.requestsAtOrigin.likely)
    let target = Double(plan.demand.users)
    let missing = 100 * (target - users.wholeUnitsDown) / target
    return [
      Observation(
        "compute.instances.desired",
        "At desired the fleet carries \(roundedDown(users)) of \(whole(plan.demand.users)) users,"
          + " and every further instance takes \(whole(plan.profile.secondsToService)) s from launch to service.",
        fix: "Set desired to \(whole(needed)).", changes: plan.raising(desired: needed),
        severity: missing.exceeds(Threshold.desiredMissing.value) ? .warning : .note)
    ]
  }

  private static let maxCarriesHighDemand = Rule(
    "HR106", .warning, "The largest fleet does not carry the high end of the demand",
    check: "max against the high end of requests per user, where max carries the likely value.",
    reason: "The range says that a busy hour at its high end is expected to happen.",
    remedy: "Raise max to users x the high end of requests per user / requests per instance.",
    source: .profile
  ) { plan in
    let compute = plan.profile.compute
    let needed = plan.profile.instances(carrying: plan.demand.requestsAtOrigin.high)
    guard plan.shortfall(of: .compute, at: .max) == nil, needed > compute.instances.max else { return [] }
    return [
      Observation(
        "compute.instances.max",
        "The high end of the demand, \(whole(plan.demand.requestsAtOrigin.high)) requests a minute, is above"
          + " the \(whole(plan.requests(at: compute.instances.max))) that max answers at the CPU target.",
        fix: "Set max to \(whole(needed)).", changes: plan.raising(max: needed))
    ]
  }

  private static let partsCarryTarget = Rule(
    "HR107", .error, "A part behind the instances carries fewer users than the target",
    check:
      "Web workers, connections of a shared pool where how long a request holds one is stated, cache operations and"
      + " cache memory, as far as the group grows and at desired.",
    reason: "More instances do not help: they only wait for the part that is full.",
    remedy: "Grow the part by as much as is missing.",
    source: .profile
  ) { plan in
    plan.walls.filter(\.decides).map(\.id).compactMap { id in
      guard id != .databaseConnections || plan.connections?.isShared == true,
        let (users, size) = plan.shortPart(id),
        let growth = plan.growth(of: id, by: Double(plan.demand.users) / users)
      else { return nil }
      return Observation(
        growth.path,
        "\(id.title) carry \(roundedDown(users)) of \(whole(plan.demand.users)) users at \(size.rawValue).",
        fix: "Raise it to \(whole(growth.count)).", changes: plan.change(growth.path, .count(growth.count)),
        severity: size == .desired && plan.reach.grows ? .warning : .error)
    }
  }

  private static let blastRadius = Rule(
    "HR108", .warning, "One instance is a large share of the fleet",
    check: "One instance at desired as a share of the fleet.",
    reason: "The others take its load at once, long before a replacement serves.",
    remedy: "Take twice as many instances of half the size; the price of a vCPU is the same.",
    source: .blastRadius, thresholds: [.blastNote, .blastWarning]
  ) { plan in
    let desired = plan.profile.compute.instances.desired
    let share = 100 / Double(desired)
    guard share.exceeds(Threshold.blastNote.value) else { return [] }
    return [
      Observation(
        "compute.instances.desired",
        "One of \(desired) instances is \(Numbers.readable(share, places: 1))% of the fleet, which the others"
          + " must take over when it fails.",
        fix:
          "Choose a smaller instance type and at least \(whole(100 / Threshold.blastNote.value)) instances.",
        severity: share.exceeds(Threshold.blastWarning.value) ? .warning : .note)
    ]
  }

  private static let roomToGrow = Rule(
    "HR109", .warning, "The group has no room to grow",
    check: "desired equal to max.",
    reason: "Auto scaling can only shrink such a group; nothing answers a load above the plan.",
    remedy: "Set max to what the high end of the demand needs with a zone lost.",
    source: .targetTracking
  ) { plan in
    let compute = plan.profile.compute
    guard compute.instances.desired == compute.instances.max else { return [] }
    let needed = plan.profile.instances(carrying: plan.demand.requestsAtOrigin.high)
    let roomy = max(compute.instances(leaving: needed) ?? needed, compute.instances.desired + 1)
    return [
      Observation(
        "compute.instances.max",
        compute.instances.min == compute.instances.max
          ? "min, desired and max are all \(whole(compute.instances.max)), so auto scaling never acts."
          : "desired and max are both \(whole(compute.instances.max)), so the group cannot grow.",
        fix: "Set max to \(whole(roomy)).", changes: plan.raising(max: roomy))
    ]
  }

  private static let burstableType = Rule(
    "HR111", .warning, "A burstable type under a steady load",
    check: "Instance type, database class or cache node of a T family.",
    reason:
      "It earns CPU credits below its baseline only; at the CPU target they run out and it is throttled or"
      + " billed for the surplus.",
    remedy: "Use a family with steady performance, such as \(InstanceFamilies.steady.list).",
    source: .burstable
  ) { plan in
    let types = [
      ("compute.instance_type", plan.profile.compute.instanceType),
      ("database.instance_class", plan.profile.database?.instanceClass),
      ("cache.node_type", plan.profile.cache?.nodeType),
    ]
    return types.compactMap { path, type in
      guard let type, InstanceFamilies.burstable.contains(type) else { return nil }
      return Observation(
        path, "\(type) earns its CPU in credits, and a steady load spends them faster than it earns them.",
        fix: "Choose a family with steady performance, such as \(InstanceFamilies.steady.list).")
    }
  }

  private static let concurrencyBelowTarget = Rule(
    "HR112", .error, "An instance cannot answer what the plan counts on",
    check: "Requests at once / response time against the requests of an instance at the CPU target.",
    reason:
      "The slots are full before the CPU is: requests queue, the CPU stands still below its target, and a rule on CPU"
      + " may even shrink the group.",
    remedy: "Let an instance work on more at once, or plan with what it answers.",
    source: .slowBackends
  ) { plan in
    let throughput = plan.throughput
    guard throughput.atTarget.exceeds(throughput.byConcurrency), let atOnce = throughput.requestsAtOnce,
      let path = plan.profile.compute.concurrency?.growthKey,
      case .count(let now) = Catalog[path].value(plan.profile)
    else { return [] }
    let needed = Int(unitsReaching: Double(now) * throughput.atTarget / throughput.byConcurrency)
    let seconds = Numbers.readable(plan.profile.demand.responseTimeMs.likely / 1000)
    return [
      Observation(
        path,
        "\(whole(atOnce)) at once of \(seconds) s are \(whole(throughput.byConcurrency)) a minute, not"
          + " \(whole(throughput.atTarget)); CPU stops at \(whole(throughput.cpuPercentWhenFull))%.",
        fix: "Set it to \(whole(needed)), or measure the response time.",
        changes: plan.change(path, .count(needed)),
        severity: plan.states("demand.response_time_ms") ? .error : .warning)
    ]
  }

  private static let deploymentAtTarget = Rule(
    "HR113", .error, "A deployment at desired takes out what the target needs",
    check:
      "What desired answers without the first instances that a deployment takes out, against the target; at the high"
      + " end of the demand it is a warning.",
    reason: "While instances are replaced the rest takes the load, and new ones serve minutes later.",
    remedy: "Raise desired, or let the deployment run more instances for a while.",
    source: .deployments
  ) { plan in
    guard let deployment = plan.profile.deployment else { return [] }
    let desired = plan.profile.compute.instances.desired
    let high = InstanceThroughput(
      plan.profile.compute, responseSeconds: plan.profile.demand.responseTimeMs.high / 1000)
    let isShort = { (count: Int, requests: Double, answered: Double) in
      requests.exceeds(Double(count - deployment.firstOut(of: count)) * answered)
    }
    let requests = plan.demand.requestsAtOrigin
    let atLikely = isShort(desired, requests.likely, plan.throughput.answered)
    guard atLikely || isShort(desired, requests.high, high.answered) else { return [] }
    let (wanted, answered) =
      atLikely ? (requests.likely, plan.throughput.answered) : (requests.high, high.answered)
    let least = Int(unitsReaching: wanted / answered)
    let needed =
      (least...max(least, Bound.instances.upperBound)).first {
        !isShort($0, requests.likely, plan.throughput.answered) && !isShort($0, requests.high, high.answered)
      } ?? least
    let left = desired - deployment.firstOut(of: desired)
    return [
      Observation(
        "compute.instances.desired",
        "A deployment leaves \(whole(left)) of \(whole(desired)) instances at first, which answer"
          + " \(whole(Double(left) * answered)) of \(whole(wanted)) requests a minute"
          + (atLikely ? "." : " at the high end of the demand."),
        fix: "Set desired to \(whole(needed)), or deploy in a quiet hour.",
        changes: plan.raising(desired: needed),
        severity: atLikely ? .error : .warning)
    ]
  }

  private static let computeLongerThanResponse = Rule(
    "HR114", .error, "A request takes more CPU than its response takes time",
    check:
      "CPU target x vCPUs / requests of an instance, which is the CPU time of a request, against the response time.",
    reason: "One of the two is not measured: a request on one CPU cannot be answered before it is computed.",
    remedy:
      "Measure the requests of an instance and the response time in one run; accept it where a request computes on"
      + " several CPUs at once.",
    source: .utilizationLaw
  ) { plan in
    guard let vcpus = plan.facts.hardware.vcpus(of: plan.profile.compute.instanceType) else { return [] }
    let compute = plan.profile.compute
    let seconds =
      compute.targetCPUPercent / 100 * Double(vcpus) * 60 / compute.requestsPerInstancePerMinute
    let response = plan.profile.demand.responseTimeMs.map { $0 / 1000 }
    guard seconds.exceeds(response.likely) else { return [] }
    return [
      Observation(
        "demand.response_time_ms",
        "A request takes \(Numbers.readable(seconds, places: 3)) s of CPU and is said to answer in"
          + " \(Numbers.readable(response.likely)) s: measure one of them.",
        fix: "Measure the response time, or the requests of an instance.",
        severity: !plan.states("demand.response_time_ms")
          ? .note : seconds.exceeds(response.high) ? .error : .warning)
    ]
  }
}

extension Deployment {
  /// Instances that it takes out first; one at least where none may come on top.
  func firstOut(of count: Int) -> Int {
    let out = Int((Double(count) * (100 - minHealthyPercent) / 100).wholeUnitsDown)
    return maxHealthyPercent > 100 ? out : max(1, out)
  }
}

extension Plan {
  /// Where a part is short of the target: as far as the group grows, or at desired where compute carries more there.
  fileprivate func shortPart(_ id: Wall.ID) -> (users: Double, size: FleetSize)? {
    let reached = reached(.max)
    if let users = shortfall(of: id, at: reached) { return (users, reached) }
    guard let users = shortfall(of: id, at: .desired), let compute = wall(.compute)?.users.desired,
      compute.exceeds(users)
    else { return nil }
    return (users, .desired)
  }

  /// The key that raises a wall, and its value grown by a factor.
  fileprivate func growth(of wall: Wall.ID, by factor: Double) -> (path: String, count: Int)? {
    guard let path = model.walls.first(where: { $0.id == wall })?.growthKey(profile),
      case .count(let now) = Catalog[path].value(profile) ?? growthDefault(path), factor.isFinite
    else { return nil }
    return (path, Int(unitsReaching: Double(now) * factor))
  }

  /// What a key counts on where nobody states it.
  private func growthDefault(_ path: String) -> FieldValue? {
    path == "database.connection_limit" ? connections?.limit.map { .count($0) } : nil
  }
}
