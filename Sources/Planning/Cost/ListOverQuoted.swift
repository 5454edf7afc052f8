/// List prices against quotes, on the lines that both have.
package struct ListOverQuoted: Equatable, Sendable {
  /// In the order of the bill.
  package let lines: [CostLine.ID]
  package let list: CostColumns
  package let quoted: CostColumns

  /// How many times the quote the list price is, at the low and at the high end.
  package var ratio: (low: Double, high: Double) {
    (list.low.dollars / quoted.low.dollars, list.high.dollars / quoted.high.dollars)
  }
}

extension Plan {
  /// Nil where no line is both quoted and priced, or the quote is nothing.
  package var listOverQuoted: ListOverQuoted? {
    guard let quoted else { return nil }
    let pairs = quoted.lines.compactMap { line in list.line(line.id).map { (quote: line, list: $0) } }
    guard !pairs.isEmpty else { return nil }
    let result = ListOverQuoted(
      lines: pairs.map(\.list.id), list: pairs.map(\.list.cost).sum, quoted: pairs.map(\.quote.cost).sum)
    return result.quoted.low > .zero && result.quoted.high > .zero ? result : nil
  }

  /// What such a fleet pays and the bill counts only when the profile says how much.
  package var notCounted: [NotCounted] {
    NotCounted.all(
      NotCounted.Bill(fleet: billed, table: list) { [self] path in
        if case .assumed = origin(of: path) { return false }
        return origin(of: path) != .unstated
      })
  }

  /// What the event adds to a month that follows the day; nil without an event, or where nothing has a price.
  package var costOfEvent: Money? {
    guard let total = list.knownTotal, let event = total.event, let day = total.day else { return nil }
    return event - day
  }
}

extension [CostColumns] {
  /// The sum, column by column; nothing of no columns.
  package var sum: CostColumns { dropFirst().reduce(first ?? .zero) { $0 + $1 } }
}
