package import Planning

/// One profile of a portfolio: what its plan comes to, or why it could not be read.
package struct PortfolioRow: Sendable {
  package let path: String
  let name: String
  let told: Told?

  /// Why the file could not be read; empty where it could.
  let reason: String

  /// What the columns show of a plan, worked out once.
  struct Told: Sendable {
    let plan: Plan
    let errors: Int
    let warnings: Int

    /// What is asked through a day in eighths of its peak, and whether any of it is turned away.
    let day: [Int]
    let turnsAway: Bool

    var spare: Double { plan.headroom(at: .desired) ?? -1 }
    var cost: Money { plan.list.knownTotal.map { $0.likely ?? $0.low } ?? .zero }
  }

  package init(_ plan: Plan, path: String, asOf today: Day?) {
    self.path = path
    name = plan.profile.name
    reason = ""
    let review = Review(plan, asOf: today)
    let simulation = Simulation(plan, .day(plan.profile.demand, minutes: Clock.minutesPerDay))
    let totals = simulation.totals
    told = Told(
      plan: plan, errors: review.count(of: .error), warnings: review.count(of: .warning),
      day: PortfolioRow.eighths(of: simulation.trace().map(\.requests)),
      turnsAway: totals.turnedAway + totals.failed > 0)
  }

  package init(unread path: String, reason: String) {
    self.path = path
    name = path
    told = nil
    self.reason = reason
  }

  /// A day in so many columns.
  static let columnsOfDay = 12

  private static func eighths(of requests: [Double]) -> [Int] {
    let highest = requests.max() ?? 1
    guard highest > 0, !requests.isEmpty else { return [] }
    return (0..<columnsOfDay).map { column in
      let part = requests[
        column * requests.count / columnsOfDay..<(column + 1) * requests.count / columnsOfDay]
      return min(8, Int(((part.max() ?? 0) / highest * 8).rounded(.up)))
    }
  }
}

/// What the fleets of one Region come to together: they share the account's limits.
struct RegionTotal: Equatable, Sendable {
  let region: String
  let fleets: Int
  let users: Int
  let list: CostColumns?

  /// Lines that nobody can price, of any of the fleets.
  let unpriced: Int

  /// Quotas whose needs together are above the limit, each with what is needed of what.
  let short: [ShortQuota]

  struct ShortQuota: Equatable, Sendable {
    let title: String
    let needed: Double
    let limit: Double
    let isDefault: Bool
  }

  static func all(of rows: [PortfolioRow]) -> [RegionTotal] {
    SharedQuotas.all(of: rows.compactMap(\.told?.plan)).map { RegionTotal($0) }.sorted {
      $0.region < $1.region
    }
  }

  private init(_ shared: SharedQuotas) {
    let plans = shared.plans
    region = shared.region
    fleets = plans.count
    users = plans.reduce(0) { $0 + $1.profile.demand.concurrentUsers }
    let totals = plans.compactMap(\.list.knownTotal)
    list = totals.isEmpty ? nil : totals.dropFirst().reduce(totals[0], +)
    unpriced = Set(plans.flatMap { $0.list.unpriced.map(\.id) }).count
    short = shared.quotas.compactMap { quota in
      let need = quota.need
      guard need.kind.scope == .account, let needed = need.needed, let limit = need.limit, needed > limit
      else { return nil }
      return ShortQuota(title: need.title, needed: needed, limit: limit, isDefault: need.applied == nil)
    }.sorted { $0.title < $1.title }
  }
}
