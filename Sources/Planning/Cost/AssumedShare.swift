extension Plan {
  /// The keys that a charge's quantity rests on and that are guesses nobody replaced by a value.
  package func assumed(_ charge: Charge) -> [String] {
    charge.quantityKeys(profile).withoutRepeats.filter(isGuessed)
  }

  /// The keys that explain a line of the list prices and that nobody measured: guesses, and what is only known as a range.
  package func unmeasuredKeys(of line: CostLine.ID) -> [String] {
    let keys = list.line(line)?.parts.flatMap { $0.charge.quantityKeys(profile) } ?? []
    return keys.withoutRepeats.filter { key in
      switch origin(of: key) {
      case .measured: false
      case let origin: origin.isGuess || Catalog[key].effectiveValue(profile)?.isRange ?? false
      }
    }
  }

  /// Whether any of the keys that explain a line is a guess.
  package func restsOnGuess(_ line: CostLine.ID) -> Bool {
    unmeasuredKeys(of: line).contains(where: isGuessed)
  }

  /// The share of each column's money, in per cent, whose quantity rests on a guess.
  package var assumedPercent: PerColumn<Double> {
    list.total.enumerated { column, _ in assumedPercent(in: column) }
  }

  /// The share of a column's money, in per cent, whose quantity rests on a guess; support is in neither sum. 0 where
  /// nothing has a price.
  package func assumedPercent(in column: CostColumn) -> Double {
    var all = 0.0
    var guessed = 0.0
    for part in list.lines.filter({ $0.id != .support }).flatMap(\.parts) {
      let dollars = part.exact[column]?.dollars ?? 0
      all += dollars
      if part.charge.quantityKeys(profile, in: column).contains(where: isGuessed) { guessed += dollars }
    }
    return all > 0 ? 100 * guessed / all : 0
  }

  /// Whether the value of a key is a guess that nobody replaced by a value.
  package func isGuessed(_ path: String) -> Bool { origin(of: path).isGuess }
}

extension FieldValue {
  /// Whether it is only known to lie between two numbers.
  fileprivate var isRange: Bool {
    if case .estimate(let estimate) = self { !estimate.isCertain } else { false }
  }
}
