/// A value that nobody measured, and what measuring it would settle.
package struct NextMeasurement: Sendable, Equatable {
  package let key: String

  /// The range that it may lie in.
  package let low: Double
  package let high: Double

  /// Cost of the month at its two ends, in dollars.
  package let costs: Ends

  /// Users of the first wall at desired at its two ends; nil where no wall is known.
  package let users: Ends?

  /// How far the cost moves over the range, as a share of the cost at likely values.
  package let costSwing: Double

  /// How far the first wall at desired moves, as a share of the target.
  package let wallSwing: Double

  /// Whether the first wall at max stands on both sides of the target.
  package let flips: Bool

  /// How it is measured.
  package let how: String

  /// What comes of the low end of the range, and of the high one.
  package struct Ends: Sendable, Equatable {
    package let low: Double
    package let high: Double
  }

  /// Every ranged input and what is assumed besides, those that decide whether the fleet holds first, then by how much
  /// they move.
  /// Keys that were measured need none of the ranges of what is assumed.
  package static func all(for plan: Plan, measured: Set<String> = []) -> [NextMeasurement] {
    let measured = measured.union(plan.provenance.measured.keys)
    let likely = DrawnCost(plan.profile, plan)
    return ranges(of: plan, measured: measured)
      .map { NextMeasurement($0.key, low: $0.low, high: $0.high, plan, likely: likely.dollars) }
      .filter { $0.costSwing > 0 || $0.wallSwing > 0 || $0.flips }
      .sorted { left, right in
        if left.flips != right.flips { return left.flips }
        let (one, other) = (max(left.costSwing, left.wallSwing), max(right.costSwing, right.wallSwing))
        return one != other ? one > other : left.key < right.key
      }
  }

  private static func ranges(of plan: Plan, measured: Set<String>) -> [(
    key: String, low: Double, high: Double
  )] {
    let profile = plan.profile
    var ranges = UncertainInput.allCases.compactMap { input -> (key: String, low: Double, high: Double)? in
      guard let estimate = input.estimate(in: profile), !estimate.isCertain else { return nil }
      return (input.key, estimate.low, estimate.high)
    }
    let requests = profile.compute.requestsPerInstancePerMinute
    let guesses: [(key: String, figure: Figure, unit: Double, isThere: Bool)] = [
      ("compute.requests_per_instance_per_minute", .guessRequestsPerInstance, requests / 100, true),
      ("demand.mean_load_percent", .guessMeanLoad, 1, true),
      ("cache.hit_percent", .guessCacheHits, 1, profile.cache != nil),
      ("database.read_percent", .guessReads, 1, profile.database != nil),
      ("monitoring.log_kb_per_request", .guessLogSize, 1, profile.monitoring != nil),
    ]
    for guess in guesses
    where guess.isThere && !measured.contains(guess.key) && !ranges.contains(where: { $0.key == guess.key }) {
      let ends = guess.figure.values.map { $0 * guess.unit }
      ranges.append((guess.key, ends[0], ends[1]))
    }
    return ranges
  }

  private init(_ key: String, low: Double, high: Double, _ plan: Plan, likely: Double) {
    let ends = [low, high].map { plan.profile.saying($0, of: key) }
    let costs = ends.map { DrawnCost($0, plan).dollars }
    let plans = ends.map { Plan($0, provenance: plan.provenance, facts: plan.facts, model: plan.model) }
    let target = Double(plan.profile.demand.concurrentUsers)
    self.key = key
    self.low = low
    self.high = high
    self.costs = Ends(low: costs[0], high: costs[1])
    costSwing = likely > 0 ? abs(costs[1] - costs[0]) / likely : 0
    let desired = plans.map { $0.usersCarried(at: .desired) }
    if let first = desired[0], let second = desired[1] {
      users = Ends(low: first, high: second)
      let swing = abs(second - first) / target
      wallSwing = swing.isFinite ? swing : 0
    } else {
      users = nil
      wallSwing = 0
    }
    let holds = plans.map { $0.usersCarried(at: .max).map { $0.reaches(target) } }
    flips = holds[0] != nil && holds[1] != nil && holds[0] != holds[1]
    how = Self.way(of: key)
  }

  /// How the value of a key is measured.
  private static func way(of key: String) -> String {
    switch key {
    case "compute.requests_per_instance_per_minute":
      "headroom ramp writes the test; calibrate reads it beside the CPUUtilization of the group"
    case "demand.requests_per_user_per_minute":
      "RequestCount of the busiest hour, with --users N for the users then"
    case "demand.mean_load_percent": "RequestCount of \(CalibrationPolicy.fewestDays) whole days"
    case "demand.response_time_ms":
      "TargetResponseTime beside RequestCount, or the access log of the balancer"
    case "demand.response_kb", "demand.request_kb": "the access log of the balancer"
    case "cache.hit_percent": "CacheHits and CacheMisses of the nodes"
    case "database.query_ms": "DBLoad of the nodes beside RequestCount"
    case "database.queries_per_request", "database.read_percent":
      "count statements by kind in pg_stat_statements over an hour of known requests"
    case "database.held_ms_per_request": "the time between checkout and checkin of the pool"
    case "cache.operations_per_request", "cache.kb_per_user", "cache.kb_per_operation":
      "INFO commandstats and MEMORY USAGE on a node, over an hour of known requests"
    case "monitoring.log_kb_per_request":
      "IncomingBytes of the log groups over the requests of the same hours"
    default: "measure it on the running fleet for an hour of known users"
    }
  }
}

extension Profile {
  /// The profile with one value certain.
  fileprivate func saying(_ value: Double, of key: String) -> Profile {
    let field = Catalog[key]
    let fieldValue: FieldValue =
      switch field.kind {
      case .estimate: .estimate(Estimate(value))
      default: .number(value)
      }
    return applying([ProfileChange(key, fieldValue)])
  }
}

/// The list-price cost of a month at likely values, as the draws count it.
private struct DrawnCost {
  let dollars: Double

  init(_ profile: Profile, _ plan: Plan) {
    dollars =
      UncertaintyModel(Plan(profile, provenance: plan.provenance, facts: plan.facts, model: plan.model))
      .likelyCost
  }
}
