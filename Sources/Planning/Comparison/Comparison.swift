/// What changed between two plans, and what that does to cost, users, walls, quotas and findings.
package struct Comparison: Sendable {
  package let old: Plan
  package let new: Plan

  /// The day on which findings judge what ages; nil for the day of the price book.
  private let today: Day?

  package init(from old: Plan, to new: Plan, asOf today: Day? = nil) {
    self.old = old
    self.new = new
    self.today = today
  }

  /// Keys that differ, in the order of the catalog.
  package var changes: [KeyChange] { ProfileDifference(from: old.profile, to: new.profile).changes }

  /// The first wall at each size where it is another one.
  package var firstWalls: [(size: FleetSize, old: Wall.ID?, new: Wall.ID?)] {
    FleetSize.allCases.compactMap { size in
      let (before, after) = (old.firstWall[size], new.firstWall[size])
      return before == after ? nil : (size, before, after)
    }
  }

  /// Quotas of which the need, the limit or the verdict is another one; nil on a side that does not touch them.
  package var quotas: [(old: QuotaNeed?, new: QuotaNeed?)] {
    new.facts.quotas.entries.map(\.kind.id).compactMap { id in
      let before = old.quotas.first { $0.fact.id == id }
      let after = new.quotas.first { $0.fact.id == id }
      let isSame =
        before?.request == after?.request && before?.limit == after?.limit
        && before?.verdict == after?.verdict
      return isSame ? nil : (before, after)
    }
  }

  /// Findings that only one side has.
  package var findings: FindingsChange {
    FindingsChange(from: Review(old, asOf: today).findings, to: Review(new, asOf: today).findings)
  }

  /// Whether anything differs that a report would show.
  package var isEmpty: Bool {
    changes.isEmpty && old.oldestPrice == new.oldestPrice && quotas.isEmpty
      && CostBasis.allCases.allSatisfy { old.cost($0)?.total == new.cost($0)?.total }
  }
}

/// Findings that came and went. One that stays counts as the same, even when its numbers moved.
package struct FindingsChange: Equatable, Sendable {
  package let appeared: [Finding]
  package let resolved: [Finding]

  init(from old: [Finding], to new: [Finding]) {
    appeared = Self.surplus(of: new, over: old)
    resolved = Self.surplus(of: old, over: new)
  }

  /// Those of one side that the other side has fewer of, about the same key; of several, those that say something new.
  private static func surplus(of findings: [Finding], over others: [Finding]) -> [Finding] {
    let groups = Dictionary(grouping: findings, by: Subject.init)
    let counterparts = Dictionary(grouping: others, by: Subject.init)
    let surplus = groups.flatMap { subject, group -> [Finding] in
      let messages = Set((counterparts[subject] ?? []).map(\.message))
      let excess = group.count - (counterparts[subject]?.count ?? 0)
      let unmatched = group.filter { !messages.contains($0.message) }
      return Array(unmatched.prefix(max(0, excess)))
    }
    return findings.filter(surplus.contains)
  }

  private struct Subject: Hashable {
    let id: String
    let key: String

    init(_ finding: Finding) {
      id = finding.id
      key = finding.subject
    }
  }
}

extension Plan {
  /// The bill on a basis; nil where nothing is quoted.
  package func cost(_ basis: CostBasis) -> CostTable? { basis == .list ? list : quoted }
}
