/// What a bill rests on besides prices: allowances, sizes, shares and calendars, each with who says so and since when.
package enum BillingFacts {
  /// A number by the path of its keys, such as `cdn_plan_allowance.pro.gb`; nil where the program does not know it.
  package static func number(_ path: String) -> BillingFact<Double>? {
    fact(path) { Double($0) }
  }

  /// Words or a day by the path of its keys.
  package static func text(_ path: String) -> BillingFact<String>? { fact(path) { $0 } }

  /// The day on which the tables were put together.
  package static let collected: Day = {
    guard let day = text("collected").flatMap({ Day($0.value) }) else {
      preconditionFailure("the tables of prices do not say when they were collected")
    }
    return day
  }()

  /// The share of a vCPU that a burstable type may use without surplus credits, in per cent; nil for any other type.
  package static func burstBaselinePercent(ofType type: String) -> BillingFact<Double>? {
    number("burst_baseline_percent_per_vcpu.\(type)")
  }

  /// When standard support of a version ends: 13.9 is 13, 8.0.36 is 8.0. Nil where no calendar has it.
  package static func extendedSupport(ofEngine engine: String, version: String) -> BillingFact<
    ExtendedSupport
  >? {
    let parts = version.split(separator: ".", omittingEmptySubsequences: false)
    for count in (1...max(1, parts.count)).reversed() {
      let version = parts.prefix(count).joined(separator: ".")
      if let fact = fact("extended_support.\(engine).\(version)", ExtendedSupport.init) { return fact }
    }
    return nil
  }

  /// Whether the program has a calendar of extended support for an engine.
  package static func hasCalendar(ofEngine engine: String) -> Bool {
    PriceTable.facts.contains { $0.text(0).hasPrefix("extended_support.\(engine).") }
  }

  /// The version of an engine that stays in standard support for longest, and until when; nil where no calendar has
  /// one that stays for so many days.
  static func newestSupported(
    ofEngine engine: String, on day: Day, for days: Double
  ) -> (version: String, until: Day)? {
    let prefix = "extended_support.\(engine)."
    let known = PriceTable.facts.compactMap { row -> (version: String, until: Day)? in
      let path = row.text(0)
      guard path.hasPrefix(prefix), let support = ExtendedSupport(row.rest(from: 2)) else { return nil }
      return (String(path.dropFirst(prefix.count)), support.firstYear)
    }
    return known.max { $0.until < $1.until }.flatMap { newest in
      Double(newest.until.days(since: day)) > days ? newest : nil
    }
  }

  private static func fact<Value>(
    _ path: String, _ read: (String) -> Value?
  ) -> BillingFact<Value>? {
    guard let row = PriceTable.facts[path].first, let value = read(row.rest(from: 2)),
      let origin = FactOrigin.table(row, 1)
    else { return nil }
    return BillingFact(value: value, origin: origin)
  }
}

/// A value and who says so.
package struct BillingFact<Value: Sendable>: Sendable {
  package let value: Value
  package let origin: FactOrigin
}

/// The days from which a version costs more to keep.
package struct ExtendedSupport: Equatable, Sendable {
  /// The first day of the first year.
  package let firstYear: Day

  /// The first day of the third year, which costs twice as much; nil where it is not known to come.
  package let thirdYear: Day?

  /// Reads `2026-03-01 2028-03-01`, or `-` for a day that is not known.
  init?(_ text: String) {
    let days = text.split(separator: " ")
    guard days.count == 2, let first = Day(days[0]) else { return nil }
    firstYear = first
    thirdYear = Day(days[1])
  }
}
