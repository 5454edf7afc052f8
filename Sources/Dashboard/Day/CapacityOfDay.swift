import Planning

/// What a fleet could answer in each minute of a day.
struct CapacityOfDay: Sendable {
  private let plan: Plan
  private let scenario: Scenario

  /// Requests a minute.
  let requests: [Double]

  init(of plan: Plan, _ scenario: Scenario) {
    self.plan = plan
    self.scenario = scenario
    requests = Simulation(plan, scenario).trace().map(\.capacity)
  }

  func isThat(of plan: Plan, _ scenario: Scenario) -> Bool { self.plan === plan && self.scenario == scenario }
}
