package import Planning
internal import Typography

/// The cheapest fleet that carries a target, and why each other instance type is not in it.
package struct SizingReport: Report {
  let source: ReportSource
  let sizing: Sizing

  package init(_ source: ReportSource, _ sizing: Sizing) {
    self.source = source
    self.sizing = sizing
  }

  package var title: String { "Sizing: \(plan.profile.name)" }

  var plan: Plan { source.plan }

  /// The target in words: `250,000 users, 20% headroom, one zone lost`.
  var target: String {
    let target = sizing.target
    return "\(Numbers.grouped(target.users)) users"
      + (target.headroomPercent > 0 ? ", \(Numbers.readable(target.headroomPercent))% headroom" : "")
      + (target.survivesZoneLoss ? ", one zone lost" : "")
  }

  /// How the sizes came about, one line each.
  var arithmetic: [String] {
    guard let chosen = sizing.chosen else { return [] }
    var sized = plan.profile.demand
    sized.concurrentUsers = sizing.target.users
    let requests = DemandRates(sized).requestsPerMinute
    let room = 1 + sizing.target.headroomPercent / 100
    let each = chosen.requestsPerInstance
    let trough = max(0, 2 * plan.profile.demand.meanLoadPercent / 100 - 1)
    let zones = plan.profile.compute.availabilityZones > 1 ? plan.profile.compute.availabilityZones : 3
    let spare = sizing.target.survivesZoneLoss ? ", x \(zones)/\(zones - 1) for the zone" : ""
    let line = { (size: FleetSize, rate: Double, rest: String) in
      let shown = Numbers.readable(rate * room, from: 0) {
        ($0 / each).wholeUnitsUp == (rate * room / each).wholeUnitsUp
      }
      return "\(size.rawValue) \(Numbers.grouped(chosen.instances[size])): \(shown) requests/min /"
        + " \(Numbers.exact(each)) an instance\(rest)"
    }
    return [
      line(.min, requests.likely * trough, ", at the trough of the day"),
      line(.desired, requests.likely, spare),
      line(.max, requests.high, ", at the high end of the demand\(spare)"),
    ]
  }

  /// What the comparison takes for granted.
  var assumptions: [String] {
    guard let chosen = sizing.chosen else { return [] }
    var assumptions: [String] = []
    if plan.profile.compute.relativeSpeeds.isEmpty {
      assumptions.append("A vCPU of every type does the same work; compute.relative_speeds says otherwise.")
    }
    if let type = plan.prices.instances[chosen.instanceType], type.isGraviton,
      plan.prices.instances[plan.profile.compute.instanceType]?.isGraviton == false
    {
      assumptions.append("\(chosen.instanceType) runs on Arm, so images have to be built for arm64.")
    }
    return assumptions
  }
}
