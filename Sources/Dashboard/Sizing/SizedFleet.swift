import Planning

/// The fleet that carries a target, and the plan of the profile once it is taken.
struct SizedFleet: Sendable {
  let sizing: Sizing

  /// Nil where no type carries the target.
  let plan: Plan?

  var target: SizingTarget { sizing.target }

  init(_ plan: Plan, for target: SizingTarget) {
    let sizing = Sizing(plan.profile, for: target, provenance: plan.provenance, facts: plan.facts)
    self.sizing = sizing
    self.plan = sizing.chosen.map { _ in Plan(plan.profile.applying(sizing.changes), facts: plan.facts) }
  }
}
