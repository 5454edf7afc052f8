/// What a month costs before and after on one basis, as far as both sides are priced.
///
/// The total changes by a known sum only where every line does: what one side cannot price is not known to have become
/// cheaper or dearer, and is never counted as nothing. A line that neither side can price stands in the way too, unless
/// all that its cost follows from is the same on both.
package struct CostChange: Sendable {
  package let basis: CostBasis

  /// Totals of what each side prices; nil where it prices nothing.
  package let old: CostColumns?
  package let new: CostColumns?

  /// Every line that one of the sides has, in the order of the bill.
  package let lines: [Line]

  /// One line before and after.
  package struct Line: Sendable {
    package let id: CostLine.ID
    package let old: Side
    package let new: Side

    /// Nil where one of the sides has no price for it.
    package let change: CostColumns?

    /// What it is charged by at list prices; none where a side has no price for the line.
    package let charges: [Charge]
  }

  /// One charge of a line before and after; nothing on a side that does not have it.
  package struct Charge: Sendable {
    package let id: String

    /// The name of the charge as people read it.
    package let title: String
    package let old: CostColumns
    package let new: CostColumns

    package var change: CostColumns { new - old }
  }

  /// What is known of a line on one side.
  package enum Side: Equatable, Sendable {
    /// The fleet has no such part, which costs nothing.
    case absent
    case priced(CostColumns)
    case unpriced(UnpricedReason)

    /// The fleet has the part, and nobody quoted it.
    case notQuoted

    /// Nil where it is not known.
    package var cost: CostColumns? {
      switch self {
      case .absent: .zero
      case .priced(let cost): cost
      case .unpriced, .notQuoted: nil
      }
    }
  }

  /// The columns that either side has.
  package var columns: [CostColumn] {
    CostColumn.allCases.filter { column in
      old?[column] != nil || new?[column] != nil
        || (old == nil && new == nil && CostColumn.ends.contains(column))
    }
  }

  /// The lines that leave the change of the total unknown.
  package var unknown: [Line] { lines.filter { $0.change == nil } }

  package var isIncomplete: Bool { !unknown.isEmpty }

  /// What the total changes by; nil where a line's change is unknown, or where one side prices nothing at all.
  package var change: CostColumns? {
    guard !isIncomplete, let old, let new else { return nil }
    return new - old
  }

  /// The lines whose change is known, summed up: like compared with like.
  package var comparable: (old: CostColumns, new: CostColumns) {
    lines.filter { $0.change != nil }.reduce((.zero, .zero)) { sum, line in
      (sum.0 + (line.old.cost ?? .zero), sum.1 + (line.new.cost ?? .zero))
    }
  }
}

extension Comparison {
  package func costs(_ basis: CostBasis) -> CostChange { CostChange(basis, from: old, to: new) }

  /// What the list total changes by in its likely column; nil where a line's change is unknown.
  package var likelyListChange: Money? { costs(.list).change.map { $0.likely ?? $0.low } }
}

extension CostChange {
  init(_ basis: CostBasis, from old: Plan, to new: Plan) {
    self.init(
      basis: basis, old: old.cost(basis)?.knownTotal, new: new.cost(basis)?.knownTotal,
      lines: new.model.lines.map(\.id).compactMap { Line($0, basis, from: old, to: new) })
  }
}

extension CostChange.Line {
  /// Nil where neither side counts the line.
  fileprivate init?(_ id: CostLine.ID, _ basis: CostBasis, from old: Plan, to new: Plan) {
    let (before, after) = (old.side(of: id, basis), new.side(of: id, basis))
    let change = Self.change(before, after) { old.follows(new, inCostOf: id, basis) }
    self.init(
      id: id, old: before, new: after, change: change,
      charges: change == nil
        ? [] : CostChange.charges(from: old.cost(basis)?.line(id), to: new.cost(basis)?.line(id)))
    if change == nil ? before == .notQuoted && after == .notQuoted : (before, after) == (.absent, .absent) {
      return nil
    }
  }

  private static func change(
    _ old: CostChange.Side, _ new: CostChange.Side, isSame: () -> Bool
  ) -> CostColumns? {
    if let old = old.cost, let new = new.cost { return new - old }
    guard case (.unpriced, .unpriced) = (old, new), isSame() else { return nil }
    return .zero
  }
}

extension CostChange {
  /// In the order of the bill as it is now; what is charged no more comes last.
  fileprivate static func charges(from old: CostLine?, to new: CostLine?) -> [Charge] {
    let (old, new) = (old?.parts ?? [], new?.parts ?? [])
    let gone = old.filter { part in !new.contains { $0.charge.id == part.charge.id } }
    return (new + gone).map { part in
      let side = { (parts: [CostLine.Part]) in
        parts.first { $0.charge.id == part.charge.id }?.cost ?? .zero
      }
      return Charge(id: part.charge.id, title: part.title, old: side(old), new: side(new))
    }
  }
}

extension Plan {
  fileprivate func side(of id: CostLine.ID, _ basis: CostBasis) -> CostChange.Side {
    if let table = cost(basis) {
      if let line = table.line(id) { return .priced(line.cost) }
      if let line = table.unpriced.first(where: { $0.id == id }) { return .unpriced(line.reason) }
    }
    return basis == .quoted && hasLine(id) ? .notQuoted : .absent
  }

  /// Whether all that the cost of a line follows from is the same in both plans, whatever its price is.
  fileprivate func follows(_ other: Plan, inCostOf id: CostLine.ID, _ basis: CostBasis) -> Bool {
    let keys = [self, other].flatMap { plan in
      basis == .list ? plan.listKeys(of: id) : plan.quotedKeys(of: id) + plan.listKeys(of: id)
    }
    return overlays == other.overlays
      && (keys + ["region"]).allSatisfy { key in
        Catalog[key].value(profile) == Catalog[key].value(other.profile)
      }
  }
}
