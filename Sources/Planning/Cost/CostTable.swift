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

  /// Whether the fleet has the line, priced or not.
  package func has(_ id: CostLine.ID) -> Bool { line(id) != nil || unpriced.contains { $0.id == id } }

  /// What the total of tables side by side is called: `Total`, or `Total without voice`, so that it never hides what is
  /// not in it. More than two lines are counted.
  package static func totalName(of tables: [CostTable]) -> String {
    totalName(without: Set(tables.flatMap { $0.unpriced.map(\.id) }))
  }

  package static func totalName(without unpriced: Set<CostLine.ID>) -> String {
    let lines = BillLine.all.map(\.id).filter(unpriced.contains).map(\.phrase)
    return lines.isEmpty
      ? "Total"
      : "Total without \(lines.count > 2 ? "\(lines.count) lines" : lines.joined(separator: " and "))"
  }
}

extension Plan {
  /// Lines that either basis has, in the order of the bill.
  package var billedLines: [CostLine.ID] {
    model.lines.map(\.id).filter { quoted?.has($0) == true || list.has($0) }
  }
}

/// What one part of the fleet costs a month.
package struct CostLine: Sendable {
  package let id: ID
  package let cost: CostColumns

  /// What it is charged by; none on the quoted basis.
  package let parts: [Part]

  init(_ id: ID, _ cost: CostColumns, parts: [Part] = []) {
    self.id = id
    self.cost = cost
    self.parts = parts
  }

  /// What programs know a line by, and people.
  package struct ID: Hashable, Sendable {
    package let rawValue: String

    /// As it stands alone in a table.
    package let title: String

    init(_ rawValue: String, _ title: String) {
      self.rawValue = rawValue
      self.title = title
    }

    package static func == (left: ID, right: ID) -> Bool { left.rawValue == right.rawValue }
    package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
  }

  /// A charge with what it comes to.
  package struct Part: Sendable {
    package let charge: Charge

    /// Billed units in each column.
    package let quantity: PerColumn<Double>

    /// Not yet rounded.
    let exact: PerColumn<Money>

    /// The name of the charge as people read it.
    package var title: String { charge.id.split(separator: "_").joined(separator: " ") }

    /// Rounded by itself, so that the parts of a line come to it within a cent each.
    package var cost: CostColumns { CostColumns { exact[$0] } }
  }
}

extension CostLine: Equatable {
  /// Lines are the same that cost the same, whatever their parts.
  package static func == (left: CostLine, right: CostLine) -> Bool {
    left.id == right.id && left.cost == right.cost
  }
}

/// A line without a price, and why.
package struct UnpricedLine: Equatable, Sendable {
  package let id: CostLine.ID
  package let reason: UnpricedReason
}

/// One value for each column of a cost table.
package struct PerColumn<Value> {
  package let floor: Value
  package let low: Value
  package let high: Value

  init(floor: Value, low: Value, high: Value) {
    self.floor = floor
    self.low = low
    self.high = high
  }

  init(_ value: (CostColumn) -> Value) {
    self.init(floor: value(.floor), low: value(.low), high: value(.high))
  }

  package subscript(column: CostColumn) -> Value {
    switch column {
    case .floor: floor
    case .low: low
    case .high: high
    }
  }
}

extension PerColumn: Sendable where Value: Sendable {}

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
