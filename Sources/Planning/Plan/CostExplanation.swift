internal import Typography

extension Plan {
  /// How a line of the bill came about.
  package func explanation(of line: CostLine.ID, basis: CostBasis) -> Explanation {
    switch basis {
    case .quoted: Explanation(formula: quotedFormula(of: line), inputs: quotedInputs(of: line))
    case .list: Explanation(formula: listFormula(of: line), inputs: listInputs(of: line))
    }
  }

  package func formula(of line: CostLine.ID, basis: CostBasis) -> String {
    switch basis {
    case .quoted: quotedFormula(of: line)
    case .list: listFormula(of: line)
    }
  }

  func price(_ id: Tariff.ID) -> String {
    prices.tariffs[id].map { dollars($0.firstPrice) } ?? "unknown price"
  }

  func dollars(_ price: Price) -> String { "$\(price.decimal)" }

  func dollars(_ money: Money) -> String { "$\(Numbers.grouped(digits: money.shortest))" }

  func dollars(_ range: MoneyRange) -> String {
    range.low == range.high ? dollars(range.low) : "\(dollars(range.low)) | \(dollars(range.high))"
  }
}
