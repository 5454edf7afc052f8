/// What a change of the profile would take off the bill, by the charges of the bill itself.
///
/// A second bill is made only when a rule asks, so that a plan has to make one alone.
extension Plan {
  /// What a month costs less once changes are made, in every column; nil where they make a line unknown, or known.
  func saving(by changes: [ProfileChange]) -> CostColumns? {
    saving { $0 = $0.applying(changes) }
  }

  /// The same for a change that no list of new values can say.
  func saving(by change: (inout Profile) -> Void) -> CostColumns? {
    var changed = profile
    change(&changed)
    let other = CostTable(
      listPricesOf: BilledFleet(changed, DemandRates(changed), facts), lines: model.lines)
    guard Set(other.unpriced.map(\.id)) == Set(list.unpriced.map(\.id)) else { return nil }
    return list.total - other.total
  }
}

extension CostColumns {
  /// From the low to the high column, the smaller one first, as a sentence says it: `$1,897 to $6,374`.
  var inSentence: String {
    let ends = [min(low, high).inSentence, max(low, high).inSentence]
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: " to ")
  }

  /// Whether it is worth the work of a change in the likely column, and a loss in none.
  var isWorthWork: Bool {
    (likely ?? low).dollars.reaches(Threshold.savingWorthWork.value)
      && stated.allSatisfy { (self[$0] ?? .zero) >= .zero }
  }
}
