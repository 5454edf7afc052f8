/// A plan held against what happened: each figure that it promised beside the one that came.
package struct Backtest: Sendable {
  package let plan: Plan
  package let measurements: Measurements
  package let rows: [Row]

  /// What is held against no line, with what it costs: services that the plan has none for, and `EC2 - Other`, which mixes
  /// volumes, NAT and traffic that a plan tells apart.
  package let outsidePlan: [OutsidePlan]

  package struct Row: Sendable, Equatable {
    package let id: String
    package let predicted: Estimate
    package let actual: Double

    /// Keys that a row outside of its range is explained by; none where the plan has no such key.
    package let explainedBy: [String]

    package enum Verdict: String, Sendable { case inside, above, below }

    package var verdict: Verdict {
      actual.exceeds(predicted.high) ? .above : predicted.low.exceeds(actual) ? .below : .inside
    }

    /// How far the actual figure lies past the nearer end, in per cent of that end; 0 inside.
    package var missPercent: Double {
      switch verdict {
      case .inside: 0
      case .above: predicted.high > 0 ? 100 * (actual / predicted.high - 1) : .infinity
      case .below: predicted.low > 0 ? 100 * (1 - actual / predicted.low) : .infinity
      }
    }
  }

  package struct OutsidePlan: Sendable, Equatable {
    package let service: String
    package let usd: Double
  }

  package var inside: Int { rows.count { $0.verdict == .inside } }

  /// Whether something was held against the plan, and all of it was as the plan said.
  package var holds: Bool { !rows.isEmpty && inside == rows.count }

  package init(_ plan: Plan, _ measurements: Measurements) {
    var work = BacktestWork(plan, measurements)
    work.run()
    self.plan = plan
    self.measurements = measurements
    rows = work.rows
    outsidePlan = work.outsidePlan
  }
}

/// The work of a backtest.
private struct BacktestWork {
  let plan: Plan
  let fit: CalibrationFit
  let requests: RequestsOverTime?
  var rows: [Backtest.Row] = []
  var outsidePlan: [Backtest.OutsidePlan] = []

  private static let users = "demand.concurrent_users"
  private static let requestsPerUser = "demand.requests_per_user_per_minute"
  private static let meanLoad = "demand.mean_load_percent"
  private static let perInstance = "compute.requests_per_instance_per_minute"

  init(_ plan: Plan, _ measurements: Measurements) {
    self.plan = plan
    fit = CalibrationFit(plan, measurements)
    requests = RequestsOverTime(fit)
  }

  mutating func run() {
    holdPeak()
    holdMean()
    holdCPU()
    holdInstances()
    holdCosts()
  }

  private mutating func hold(_ id: String, _ predicted: Estimate, _ actual: Double, _ keys: [String]) {
    let row = Backtest.Row(id: id, predicted: predicted, actual: actual, explainedBy: keys)
    rows.append(
      row.verdict == .inside
        ? Backtest.Row(id: id, predicted: predicted, actual: actual, explainedBy: []) : row)
  }

  private func row(_ id: String) -> Backtest.Row? { rows.first { $0.id == id } }

  private func misses(_ id: String) -> Bool { row(id).map { $0.verdict != .inside } ?? false }

  // MARK: Requests

  private mutating func holdPeak() {
    guard let hour = requests?.busiestHour else { return }
    let actual = hour.reduce(0) { $0 + $1.requests } / 60
    let rate = plan.demand.requestsToOrigin
    let keys: [String]
    if let users = fit.measurements.users {
      let seen = actual / Double(users)
      keys = seen.exceeds(rate.high) || rate.low.exceeds(seen) ? [Self.requestsPerUser] : [Self.users]
    } else {
      keys = [Self.users, Self.requestsPerUser]
    }
    hold("peak_requests_per_minute", plan.demand.requestsAtOrigin, actual, keys)
  }

  private mutating func holdMean() {
    guard let requests, case let days = requests.wholeDays, !days.isEmpty else { return }
    let counts = days.map { requests.inside($0..<$0 + 86_400).windows.reduce(0) { $0 + $1.requests } }
    let actual = counts.reduce(0, +) / Double(days.count) / 1440
    let peak = plan.demand.requestsAtOrigin
    let load = plan.profile.demand.meanLoad.map { $0 / 100 }
    let predicted = Estimate(
      low: peak.low * load.low, likely: peak.likely * load.likely, high: peak.high * load.high)
    let row = Backtest.Row(
      id: "mean_requests_per_minute", predicted: predicted, actual: actual, explainedBy: [])
    var keys = [Self.meanLoad]
    if let peakRow = self.row("peak_requests_per_minute"), peakRow.verdict == row.verdict, peakRow.actual > 0,
      abs(actual / peakRow.actual - load.likely) <= CalibrationPolicy.sameShape * load.likely
    {
      keys = peakRow.explainedBy
    }
    hold(row.id, predicted, actual, keys)
  }

  // MARK: Instances

  /// What an instance answers at the target; a plain number is taken to be a little off either way.
  private var requestsPerInstance: Estimate {
    let stated = plan.profile.compute.instanceRequests
    let error = CalibrationPolicy.plainNumber * stated.likely
    return stated.isCertain
      ? Estimate(low: stated.likely - error, likely: stated.likely, high: stated.likely + error) : stated
  }

  private mutating func holdCPU() {
    guard let requests, let hour = requests.busiestHour, let first = hour.first?.start,
      let cpu = fit.metrics.value(.cpuUtilization, from: first, seconds: 3600)
    else { return }
    let each: Double
    if let perTarget = fit.metrics.value(.requestCountPerTarget, from: first, seconds: 3600) {
      each = perTarget / 60
    } else if let instances = serving(from: first, seconds: 3600) {
      each = hour.reduce(0) { $0 + $1.requests } / 60 / instances
    } else {
      return
    }
    let target = plan.profile.compute.targetCPUPercent
    let answered = requestsPerInstance
    hold(
      "cpu_percent_at_peak",
      Estimate(
        low: target * each / answered.high, likely: target * each / answered.likely,
        high: target * each / answered.low),
      cpu, [Self.perInstance])
  }

  private func serving(from start: Int, seconds: Int) -> Double? {
    [Metric.groupInServiceInstances, .healthyHostCount].lazy
      .compactMap { fit.metrics.value($0, from: start, seconds: seconds) }.first { $0 > 0 }
      ?? fit.measurements.instances.map(Double.init)
  }

  private mutating func holdInstances() {
    guard let series = fit.metrics[.groupInServiceInstances], let span = series.span, let requests,
      let first = requests.windows.first, let last = requests.windows.last,
      case let common = max(span.lowerBound, first.start)..<min(span.upperBound, last.start + requests.period),
      common.count >= 3600, common.count / 60 <= Scenario.longest
    else { return }
    let points = series.points.filter { common.contains($0.key) }
    guard let start = points.keys.min().flatMap({ points[$0] }), let most = points.values.max() else {
      return
    }
    let hours = points.values.reduce(0, +) * Double(series.period) / 3600
    let played = [requestsPerInstance.low, requestsPerInstance.likely, requestsPerInstance.high].map {
      play(requests.inside(common), requestsPerInstance: $0, start: start)
    }
    let explanation = misses("cpu_percent_at_peak") ? [Self.perInstance] : ["scaling"]
    hold("instance_hours", Estimate(played.map(\.instanceHours)), hours, explanation)
    hold("peak_instances", Estimate(played.map { Double($0.peakInstances) }), most, explanation)
  }

  /// The fleet's own scaling on the requests that really came.
  private func play(_ requests: RequestsOverTime, requestsPerInstance: Double, start: Double)
    -> Simulation.Totals
  {
    var profile = plan.profile
    profile.compute.requestsPerInstancePerMinute = requestsPerInstance
    let sizes = profile.compute.instances
    profile.compute.instances.desired = min(max(Int(start.rounded()), sizes.min), sizes.max)
    let plan = Plan(profile, provenance: plan.provenance, facts: plan.facts, model: plan.model)
    let users = requests.byMinute.map { $0 / plan.demand.requestsToOrigin.likely }
    let start = ((requests.windows.first?.start ?? 0) % 86_400) / 60
    let scenario = Scenario(
      .points, Traffic(users: users, ending: .holds), minutes: users.count, startMinute: start)
    return Simulation(plan, scenario).totals
  }

  // MARK: Costs

  /// The lines of the bill that a service of Cost Explorer stands for; the first names the row.
  private static let services: [(service: String, lines: [CostLine.ID])] = [
    ("Amazon Elastic Compute Cloud - Compute", [.compute]),
    (
      "Amazon Relational Database Service",
      [.database, .databaseIO, .databaseProxy, .databaseInsights, .extendedSupport, .backup]
    ),
    ("Amazon ElastiCache", [.cache]), ("Amazon Elastic Load Balancing", [.loadBalancer]),
    ("Amazon Virtual Private Cloud", [.publicAddresses, .endpoints]),
    ("Amazon CloudFront", [.transfer, .originShield]), ("AWS WAF", [.firewall]),
    ("AWS Shield", [.shieldAdvanced]), ("AmazonCloudWatch", [.monitoring]),
    ("Amazon Bedrock", [.voice]), ("AWS Support (Business)", [.support]),
  ]

  private mutating func holdCosts() {
    let costs = fit.measurements.files.flatMap { file -> [ServiceCost] in
      if case .costs(let costs) = file.content { costs } else { [] }
    }
    let days = Set(costs.map { [$0.start, $0.end] }).reduce(0) { $0 + $1[1].days(since: $1[0]) }
    guard days > 0 else { return }
    let share = Double(days * 24) / Double(Month.hours)
    var sums: [String: Double] = [:]
    for cost in costs { sums[cost.service, default: 0] += cost.usd }
    var scored = (predicted: Estimate(0), actual: 0.0)
    for (service, ids) in Self.services {
      let lines = plan.list.lines.filter { ids.contains($0.id) }
      guard let actual = sums[service], let first = lines.first else { continue }
      sums[service] = nil
      let predicted = Self.range(lines.map(\.cost), share)
      let unmeasured = lines.flatMap { plan.unmeasuredKeys(of: $0.id) }.withoutRepeats
      hold("cost_\(first.id.rawValue)", predicted, actual, unmeasured)
      scored.predicted = Estimate(
        low: scored.predicted.low + predicted.low, likely: scored.predicted.likely + predicted.likely,
        high: scored.predicted.high + predicted.high)
      scored.actual += actual
    }
    let missed = rows.filter { $0.id.hasPrefix("cost_") }.flatMap(\.explainedBy).withoutRepeats
    if scored.actual > 0 { hold("cost_total", scored.predicted, scored.actual, missed) }
    outsidePlan = sums.filter { $0.value != 0 }.map { Backtest.OutsidePlan(service: $0.key, usd: $0.value) }
      .sorted { ($0.usd, $1.service) > ($1.usd, $0.service) }
  }

  /// List low to high for a part of a month, and a little off the middle either way at least.
  private static func range(_ columns: [CostColumns], _ share: Double) -> Estimate {
    let low = columns.reduce(0) { $0 + $1.low.dollars } * share
    let high = columns.reduce(0) { $0 + $1.high.dollars } * share
    let middle = (low + high) / 2
    let error = CalibrationPolicy.plainCost * middle
    return Estimate(low: min(low, middle - error), likely: middle, high: max(high, middle + error))
  }
}

extension Estimate {
  /// The least, the middle and the greatest of three.
  fileprivate init(_ three: [Double]) {
    let sorted = three.sorted()
    self.init(low: sorted[0], likely: sorted[1], high: sorted[2])
  }
}
