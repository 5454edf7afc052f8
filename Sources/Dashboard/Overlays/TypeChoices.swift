import Planning

/// The instance types that a fleet may move to, each sized for its users.
struct TypeChoices: Equatable, Sendable {
  /// Every type with a price, or where the Region has none every type whose hardware is known.
  let rows: [Row]

  struct Row: Equatable, Sendable {
    let type: String
    let hourly: Price?
    let hardware: Hardware?

    /// The fleet that carries the users on it; nil where that cannot be compared.
    let candidate: Candidate?

    /// What the longest Standard reservation and Spot take off, in per cent; nil where nobody recorded that they do.
    let reservedPercent: Double?
    let spotPercent: Double?

    /// Whether any rate of the book saves something.
    let hasRates: Bool
  }

  /// What the rows are sorted by.
  enum Order: String, CaseIterable, Sendable {
    case name, cost, users, spare

    var next: Order {
      Self.allCases[(Self.allCases.firstIndex(of: self).map { $0 + 1 } ?? 0) % Self.allCases.count]
    }
  }

  init(of plan: Plan, types: [String]) {
    let sizing = Sizing(
      plan.profile, for: SizingTarget(users: plan.profile.demand.concurrentUsers), growing: false,
      provenance: plan.provenance, facts: plan.facts)
    let candidates = Dictionary(sizing.candidates.map { ($0.instanceType, $0) }) { first, _ in first }
    rows = types.map { type in
      let rates = plan.prices?.rates(ofInstance: type)
      return Row(
        type: type, hourly: plan.prices?[.instance(type)]?.price, hardware: plan.facts.hardware[type],
        candidate: candidates[type],
        reservedPercent: rates?.reserved.last { $0.offering == "Standard" }?.savingPercent,
        spotPercent: rates?.spot?.savingPercent, hasRates: rates?.offers.isEmpty == false)
    }
  }

  /// The rows that some words let through, in an order; what cannot be compared comes last.
  func rows(_ words: String, by order: Order) -> [Row] {
    let filter = TypeFilter(words: words)
    let found = words.isEmpty ? rows : rows.filter { filter.allows($0.type, $0.hardware) }
    switch order {
    case .name: return found
    case .cost: return found.sorted { ($0.monthly, $0.type) < ($1.monthly, $1.type) }
    case .users: return found.sorted { ($1.users, $0.type) < ($0.users, $1.type) }
    case .spare: return found.sorted { ($0.users, $0.type) < ($1.users, $1.type) }
    }
  }
}

extension TypeChoices.Row {
  fileprivate var monthly: Money { candidate?.monthly?.low ?? Money(picodollars: .max) }
  fileprivate var users: Double { candidate?.users ?? 0 }
}
