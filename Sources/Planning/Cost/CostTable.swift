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
    total = lines.map(\.cost).sum
  }

  // By its place, since `first` would copy each line that it looks at.
  package func line(_ id: CostLine.ID) -> CostLine? { lines.firstIndex { $0.id == id }.map { lines[$0] } }

  /// Whether the fleet has the line, priced or not.
  package func has(_ id: CostLine.ID) -> Bool { line(id) != nil || unpriced.contains { $0.id == id } }

  /// What the total of tables side by side is called: `Total`, or `Total without voice`, so that it never hides what is
  /// not in it. More than three lines are counted.
  package static func totalName(of tables: [CostTable]) -> String {
    totalName(without: Set(tables.flatMap { $0.unpriced.map(\.id) }))
  }

  package static func totalName(without unpriced: Set<CostLine.ID>) -> String {
    let lines = BillLine.all.map(\.id).filter(unpriced.contains).map(\.words)
    guard !lines.isEmpty else { return "Total" }
    let named = lines.prefix(3).joined(separator: ", ")
    return "Total without \(named)\(lines.count > 3 ? " and \(lines.count - 3) more" : "")"
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
    package var title: String { charge.title }

    /// Rounded by itself, so that the parts of a line come to it within a cent each.
    package var cost: CostColumns { exact.rounded }
  }
}

extension Charge {
  /// Its name as people read it: `logs`, `gigabytes, North America`.
  package var title: String {
    id.split(separator: ":").map { $0.split(separator: "_").joined(separator: " ") }.joined(separator: ", ")
  }
}

extension CostLine.ID {
  /// As the name of a total lists it: `block storage`.
  var words: String { rawValue.split(separator: "_").joined(separator: " ") }
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

  /// What it roughly comes to; nil where the program cannot tell.
  package let about: RoughCost?
}
