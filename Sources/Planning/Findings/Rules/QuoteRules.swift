internal import Typography

/// What somebody quoted against what a price list says for the same lines.
extension Rule {
  static let quotes = [quoteBelowList, quoteAboveList]

  private static let quoteBelowList = Rule(
    "HR801", .warning, "The quote is far below list price",
    check: "List prices of the lines that are quoted against the quotes, both for the fleet as it stands.",
    reason:
      "A budget made from it is short from the first month on, unless somebody holds a contract with that"
      + " discount.",
    remedy: "Ask for the price sheet behind the quote, and plan with list prices until it is there.",
    source: .priceBook, thresholds: [.quoteGap]
  ) { plan in
    guard let gap = QuoteGap(plan), gap.listOverQuote.low.reaches(Threshold.quoteGap.value) else { return [] }
    let (low, high) = (gap.listOverQuote.high, gap.listOverQuote.low)
    let times = low < high ? (low, high) : (high, low)
    return [
      Observation(
        gap.subject,
        "For the lines that are quoted, list prices are \(Numbers.fixed(times.0, places: 1)) to"
          + " \(Numbers.fixed(times.1, places: 1)) times the quotes (\(gap.list.inSentence) against"
          + " \(gap.quote.inSentence) a month at the low end); most of it is \(gap.widest.id.phrase),"
          + " \(gap.widest.list.inSentence) against \(gap.widest.quote.inSentence).",
        fix: "Ask for the price sheet behind the quote, and plan with \(plan.list.total.low.inSentence) to"
          + " \(plan.list.total.high.inSentence) a month until it is there.",
        result: "\(gap.quote.inSentence) a month for all quoted lines")
    ]
  }

  private static let quoteAboveList = Rule(
    "HR802", .note, "The quote is above list price",
    check: "Quotes against list prices of the same lines.",
    reason: "Anybody pays the list price without asking.",
    remedy: "Ask what the quote has that the list price has not.",
    source: .priceBook, thresholds: [.quoteGap]
  ) { plan in
    guard let gap = QuoteGap(plan), gap.listOverQuote.low > 0,
      (1 / gap.listOverQuote.low).reaches(Threshold.quoteGap.value)
    else { return [] }
    return [
      Observation(
        gap.subject,
        "The quotes come to \(gap.quote.inSentence) a month and the list prices of the same lines to"
          + " \(gap.list.inSentence).",
        fix: "Ask what the quote has that the list price has not.",
        result: "\(gap.quote.inSentence) a month for all quoted lines")
    ]
  }
}

/// The lines that are both quoted and priced.
private struct QuoteGap {
  let quote: Money
  let list: Money
  let listOverQuote: (low: Double, high: Double)

  /// The line that is furthest apart in money.
  let widest: (id: CostLine.ID, quote: Money, list: Money)

  var subject: String { "quotes.\(widest.id.rawValue).usd_per_month" }

  init?(_ plan: Plan) {
    guard let quoted = plan.quoted else { return nil }
    let pairs = quoted.lines.compactMap { line in
      plan.list.line(line.id).map { (id: line.id, quote: line.cost, list: $0.cost) }
    }
    let quote = pairs.reduce(CostColumns.zero) { $0 + $1.quote }
    let list = pairs.reduce(CostColumns.zero) { $0 + $1.list }
    let widest = pairs.max { left, right in
      (left.list.low.dollars - left.quote.low.dollars).magnitude
        < (right.list.low.dollars - right.quote.low.dollars).magnitude
    }
    guard let widest, quote.low > .zero, quote.high > .zero else { return nil }
    self.quote = quote.low
    self.list = list.low
    listOverQuote = (list.low.dollars / quote.low.dollars, list.high.dollars / quote.high.dollars)
    self.widest = (widest.id, widest.quote.low, widest.list.low)
  }
}
