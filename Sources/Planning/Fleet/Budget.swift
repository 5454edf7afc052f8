/// What a month may cost.
package struct Budget: Section {
  package var monthly = Money.zero

  /// The column of the bill that is held to it.
  package var column = CostColumn.likely

  package init() {}

  /// The columns that a budget may be for: those that every bill has, but the smallest fleet's.
  package static let columns: [CostColumn] = [.low, .likely, .high, .day]
}
