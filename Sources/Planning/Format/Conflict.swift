/// Two values of a profile that are each allowed and cannot both hold.
package struct Conflict: Hashable, Sendable {
  /// The key to complain about, and its value as a profile writes it.
  package let key: String
  package let value: String

  /// The key that it disagrees with.
  package let other: String
  package let otherValue: String
  package let rule: Rule

  package enum Rule: Hashable, Sendable {
    /// The value may be at most the other one.
    case above

    /// The value may be at most another one at the same moment.
    case aboveThen

    /// The two say the same in two ways.
    case bothStated

    /// The value has to be after the other one.
    case notAfter

    /// The two cannot be stated together.
    case excludesEachOther

    /// The shares of the value come to so many per cent instead of 100.
    case notWhole(percent: Double)
  }
}

extension Profile {
  /// Every pair of values that contradict each other; empty for a profile that can be planned with.
  package var conflicts: [Conflict] {
    let instances = compute.instances
    var conflicts: [Conflict] = []
    func expect(_ holds: Bool, _ key: String, _ other: String, _ rule: Conflict.Rule) {
      guard !holds else { return }
      conflicts.append(
        Conflict(
          key: key, value: Catalog[key].value(self)?.text ?? "", other: other,
          otherValue: Catalog[other].value(self)?.text ?? "", rule: rule))
    }
    expect(instances.min <= instances.desired, "compute.instances.min", "compute.instances.desired", .above)
    expect(instances.desired <= instances.max, "compute.instances.desired", "compute.instances.max", .above)
    let plan = compute.purchase.savingsPlan
    expect(
      plan.instances == nil || plan.hourly == nil, "compute.purchase.savings_plan.usd_per_hour",
      "compute.purchase.savings_plan.instances", .bothStated)
    expect(
      demand.responseCV == nil || demand.responseP95Ms == nil, "demand.response_p95_ms", "demand.response_cv",
      .bothStated)
    let shares = cdn.viewers.map { $0.values.reduce(0, +) } ?? 100
    expect(abs(shares - 100) <= 1e-6, "cdn.viewers", "cdn.viewers", .notWhole(percent: shares))
    return conflicts + scheduledConflicts + growthConflicts
  }

  /// Points of growth that are not after its start, and seasons beside points.
  private var growthConflicts: [Conflict] {
    guard let growth, !growth.users.isEmpty else { return [] }
    let conflict = { (value: String, other: String, otherValue: String, rule: Conflict.Rule) in
      Conflict(key: "growth.users", value: value, other: other, otherValue: otherValue, rule: rule)
    }
    let early = growth.users.keys.sorted().filter { $0 <= growth.start }.map {
      conflict($0.text, "growth.from", growth.start.text, .notAfter)
    }
    guard let seasons = growth.seasonalPercent.isEmpty ? nil : Catalog["growth.seasonal_percent"].value(self)
    else { return early }
    return early + [conflict("users", "growth.seasonal_percent", seasons.text, .excludesEachOther)]
  }

  /// Scheduled sizes that leave min above desired, or desired above max, as one follows the other through a day.
  private var scheduledConflicts: [Conflict] {
    var sizes = compute.instances
    return scaling.scheduled.sorted { $0.minute < $1.minute }.flatMap { action in
      sizes = sizes.following(action)
      let pairs = [(FleetSize.min, FleetSize.desired), (.desired, .max)]
      return pairs.filter { sizes[$0] > sizes[$1] }.map { lower, upper in
        Conflict(
          key: "scaling.scheduled",
          value: "\(lower.rawValue) \(sizes[lower]) at \(Clock.time(action.minute))",
          other: "compute.instances.\(upper.rawValue)", otherValue: "\(upper.rawValue) \(sizes[upper])",
          rule: .aboveThen)
      }
    }
  }
}

extension InstanceCounts {
  /// The sizes after a scheduled action.
  func following(_ action: ScheduledSize) -> InstanceCounts {
    InstanceCounts(
      min: action.min ?? min, desired: action.desired ?? desired, max: action.max ?? max)
  }
}
