internal import Typography

/// A key that the format had once, and what says the same now.
package struct RetiredKey: Sendable {
  package let path: String
  package let kind: Field.Kind

  /// What to write instead, for the value that a file has and the profile around it.
  package let instead: @Sendable (FieldValue, Profile) -> String
}

extension Catalog {
  /// The retired key at a dotted path.
  package static func retired(at path: String) -> RetiredKey? { retired.first { $0.path == path } }

  private static let retired = [
    RetiredKey(path: "compute.purchase.savings_plan_percent", kind: .number(.percent)) { value, profile in
      guard let percent = Double(value), percent > 0 else { return buysNothing(value) }
      let instances = (percent * Double(profile.compute.instances.desired) / 100).rounded()
      return "\(value.text) is a share of whatever runs, which nobody can buy; write"
        + " savings_plan: {instances: \(Numbers.plain(instances))}"
    },
    RetiredKey(path: "compute.purchase.spot_percent", kind: .number(.percent)) { value, _ in
      guard let percent = Double(value), percent > 0 else { return buysNothing(value) }
      return "\(value.text) is a share of whatever runs; write on_demand_base: 0 and"
        + " on_demand_percent_above_base: \(Numbers.plain(100 - percent))"
    },
    RetiredKey(path: "compute.purchase.savings_plan_discount_percent", kind: .number(.percent)) { value, _ in
      "\(value.text) belongs to the plan; write savings_plan: {instances: ..., discount_percent: \(value.text)}"
    },
  ]

  private static func buysNothing(_ value: FieldValue) -> String {
    "\(value.text) buys nothing here; delete it"
  }
}
