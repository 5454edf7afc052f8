import Planning

/// All that two plans differ in, worked out.
struct Differences: Sendable {
  let old: Plan
  let new: Plan
  let values: [KeyChange]
  let costs: [CostChange]

  /// The first wall at each size where it is another one.
  let firstWalls: [(size: FleetSize, old: Wall.ID?, new: Wall.ID?)]

  /// Requests that became others, as figures; nil where nothing is asked for.
  let requests: [(title: String, old: String?, new: String?)]

  /// Findings that came or went; nil where nobody asked for the whole.
  let findings: FindingsChange?

  init(_ comparison: Comparison, isWhole: Bool = false) {
    old = comparison.old
    new = comparison.new
    values = comparison.changes
    costs = CostBasis.allCases.map(comparison.costs)
    firstWalls = comparison.firstWalls
    requests = comparison.requests
    findings = isWhole ? comparison.findings : nil
  }
}

extension Comparison {
  fileprivate var requests: [(title: String, old: String?, new: String?)] {
    quotas.compactMap { old, new in
      guard let title = (new ?? old)?.title else { return nil }
      let asked = [old, new].map { need in
        need.flatMap { $0.asksForMore ? Figures.quantity($0.request) : nil }
      }
      return asked[0] == asked[1] ? nil : (title, asked[0], asked[1])
    }
  }
}
