import Planning

/// What the edits do to the answer, against the saved profile.
struct Change: Sendable {
  let saved: Plan
  let plan: Plan

  /// Keys of the profile that differ, in the order of the catalog.
  var fields: [FieldChange] {
    Catalog.fields.compactMap { field in
      let (old, new) = (field.value(saved.profile), field.value(plan.profile))
      return old == new ? nil : FieldChange(path: field.path, old: old?.text, new: new?.text)
    }
  }

  struct FieldChange: Equatable, Sendable {
    var path: String

    /// Nil where nothing was said.
    var old: String?
    var new: String?
  }

  /// Dollars a month more or less in one column; nil where either side has no total.
  func cost(_ basis: CostBasis, _ column: CostColumn) -> Money? {
    guard let old = saved.table(basis), let new = plan.table(basis) else { return nil }
    return new.total[column] - old.total[column]
  }

  /// The first wall before and after, at each size where it became another one.
  var firstWalls: [(size: FleetSize, old: Wall.ID?, new: Wall.ID?)] {
    FleetSize.allCases.compactMap { size in
      let (old, new) = (saved.firstWall[size], plan.firstWall[size])
      return old == new ? nil : (size, old, new)
    }
  }

  /// Quotas of which the request or the verdict became another one.
  var quotas: [(old: QuotaNeed?, new: QuotaNeed)] {
    plan.quotas.compactMap { new in
      let old = saved.quotas.first { $0.fact.id == new.fact.id }
      let isSame = old?.request == new.request && old?.verdict == new.verdict
      let matters = new.asksForMore || old?.asksForMore == true
      return isSame || !matters ? nil : (old, new)
    }
  }
}

extension Plan {
  func table(_ basis: CostBasis) -> CostTable? { basis == .list ? list : quoted }

  /// Quotas that have to be requested before the fleet can run at max.
  var quotasToRequest: [QuotaNeed] { quotas.filter(\.asksForMore) }
}

extension QuotaNeed {
  /// Whether the limit does not cover what the plan would ask for.
  var asksForMore: Bool { verdict == .request || verdict == .tight }
}
