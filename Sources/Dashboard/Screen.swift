/// The six views over one state.
package enum Screen: Int, CaseIterable, Sendable {
  case plan, walls, cost, quotas, day, findings

  var title: String {
    switch self {
    case .plan: "Plan"
    case .walls: "Walls"
    case .cost: "Cost"
    case .quotas: "Quotas"
    case .day: "Day"
    case .findings: "Findings"
    }
  }
}
