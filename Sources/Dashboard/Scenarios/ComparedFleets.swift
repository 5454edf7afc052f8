import Planning

/// Two fleets side by side, worked out.
struct ComparedFleets: Sendable {
  let a: Plan
  let b: Plan
  let changes: [KeyChange]
  let findings: FindingsChange
  let counts: (a: String, b: String)
  let launch: (a: Simulation.Totals, b: Simulation.Totals)

  /// The same launch with a zone lost when it has reached the top.
  let launchWithLoss: (a: Simulation.Totals, b: Simulation.Totals)
  let quotas: [(title: String, a: QuotaNeed?, b: QuotaNeed?)]

  static let rampMinutes = 30

  init(_ a: Plan, _ b: Plan, asOf today: Day?) {
    self.a = a
    self.b = b
    let comparison = Comparison(from: a, to: b, asOf: today)
    changes = comparison.changes
    findings = comparison.findings
    quotas = comparison.quotas.compactMap { old, new in
      (new ?? old).map { ($0.title, old, new) }
    }
    counts = (Review(a, asOf: today).counts, Review(b, asOf: today).counts)
    launch = (Self.launch(a, loses: false), Self.launch(b, loses: false))
    launchWithLoss = (Self.launch(a, loses: true), Self.launch(b, loses: true))
  }

  private static func launch(_ plan: Plan, loses: Bool) -> Simulation.Totals {
    var scenario = Scenario.launch(plan.profile.demand, rampMinutes: rampMinutes, minutes: rampMinutes + 120)
    if loses { scenario.events.zoneLostAt = rampMinutes }
    return Simulation(plan, scenario).totals
  }
}
