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

  /// The share of a column's money, in per cent, whose quantity rests on a guess; support is in neither sum. Nil where
  /// nothing has a price.
  package var assumedPercent: PerColumn<Double> {
    let parts = list.lines.filter { $0.id != .support }.flatMap(\.parts)
    return list.total.enumerated { column, _ in
      var all = 0.0
      var guessed = 0.0
      for part in parts {
        let dollars = part.exact[column]?.dollars ?? 0
        all += dollars
        if part.charge.quantityKeys(profile, in: column).contains(where: isGuessed) { guessed += dollars }
      }
      return all > 0 ? 100 * guessed / all : 0
    }
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
