/// The monthly cost of a fleet on one basis, line by line.
package struct CostTable: Sendable {
  package let basis: CostBasis
  package let lines: [CostLine]

  /// Lines that the fleet has but that nobody can price; they are in no total.
  package let unpriced: [UnpricedLine]

  /// The sum of the rounded lines, so that a report adds up.
  package let total: CostColumns

  /// The total where at least one line has a price; what nobody can price at all is unknown, not free.
  package var knownTotal: CostColumns? { lines.isEmpty ? nil : total }

  /// Whether every line of the fleet is in the total.
  package var isComplete: Bool { unpriced.isEmpty }

  init(basis: CostBasis, lines: [CostLine], unpriced: [UnpricedLine]) {
    self.basis = basis
    self.lines = lines
    self.unpriced = unpriced
    total = lines.reduce(CostColumns.zero) { $0 + $1.cost }
  }

  package func line(_ id: CostLine.ID) -> CostLine? { lines.first { $0.id == id } }

  /// What the total of tables side by side is called: `Total`, or `Total without voice`, so that it never hides what is
  /// not in it. More than two lines are counted.
  package static func totalName(of tables: [CostTable]) -> String {
    totalName(without: Set(tables.flatMap { $0.unpriced.map(\.id) }))
  }

  package static func totalName(without unpriced: Set<CostLine.ID>) -> String {
    let lines = CostLine.ID.allCases.filter(unpriced.contains).map(\.phrase)
    return lines.isEmpty
      ? "Total"
      : "Total without \(lines.count > 2 ? "\(lines.count) lines" : lines.joined(separator: " and "))"
  }
}

/// What one part of the fleet costs a month.
package struct CostLine: Equatable, Sendable {
  package let id: ID
  package let cost: CostColumns

  package enum ID: String, CaseIterable, Sendable {
    case compute
    case blockStorage = "block_storage"
    case database
    case cache
    case loadBalancer = "load_balancer"
    case transfer
    case monitoring
    case firewall
    case voice
  }
}

/// A line without a price, and why.
package struct UnpricedLine: Equatable, Sendable {
  package let id: CostLine.ID
  package let reason: Reason

  package enum Reason: Hashable, Error {
    case region(String, book: String)
    case instanceType(String)
    case instanceClass(String)
    case databaseEngine(String)
    case nodeType(String, engine: String)
    case voiceModel(String)
    case voiceModelNotStated
    case voiceTokensNotStated
    case tariff(Tariff.ID, region: String)
  }
}

/// A monthly cost at the three ends that the model counts.
package struct CostColumns: Equatable, Sendable {
  package static let zero = CostColumns(floor: .zero, low: .zero, high: .zero)

  /// The fleet at min, every ranged demand at its low end.
  package var floor: Money

  /// The fleet at desired, every ranged demand at its low end.
  package var low: Money

  /// The fleet at max, every ranged demand at its high end.
  package var high: Money

  package init(floor: Money, low: Money, high: Money) {
    self.floor = floor
    self.low = low
    self.high = high
  }

  /// Three sums, each rounded to the cent.
  init<Failure>(_ cost: (CostColumn) throws(Failure) -> Money) throws(Failure) {
    self.init(floor: try cost(.floor).rounded, low: try cost(.low).rounded, high: try cost(.high).rounded)
  }

  package subscript(column: CostColumn) -> Money {
    switch column {
    case .floor: floor
    case .low: low
    case .high: high
    }
  }

  package static func + (left: CostColumns, right: CostColumns) -> CostColumns {
    CostColumns(floor: left.floor + right.floor, low: left.low + right.low, high: left.high + right.high)
  }

  package static func - (left: CostColumns, right: CostColumns) -> CostColumns {
    CostColumns(floor: left.floor - right.floor, low: left.low - right.low, high: left.high - right.high)
  }
}

package enum CostColumn: String, CaseIterable, Sendable {
  case floor, low, high

  /// The size of the fleet that the column counts.
  package var size: FleetSize {
    switch self {
    case .floor: .min
    case .low: .desired
    case .high: .max
    }
  }

  /// The end of every ranged demand that the column reads.
  package var end: Estimate.Column {
    switch self {
    case .floor, .low: .low
    case .high: .high
    }
  }
}
