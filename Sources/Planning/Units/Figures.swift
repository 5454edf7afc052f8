internal import Typography

/// How a figure is written, once for the dashboard and every report.
package enum Figures {
  /// Users to the last one, and from a hundred million on in a few characters: `199,988`, `4.7G`.
  package static func users(_ count: Int) -> String {
    count < 100_000_000 ? Numbers.grouped(count) : Numbers.short(count)
  }

  /// Whole users, cut so that a wall never looks higher than it is.
  package static func users(_ count: Double) -> String { users(Int(saturating: count)) }

  /// Users in three or four characters: `199k`.
  package static func shortUsers(_ count: Double) -> String {
    Int(exactly: count.rounded(.down)).map { Numbers.short($0) } ?? ">1E"
  }

  /// Headroom in at most seven columns: `-20.0%`, `+60.0%`, and from ten times the target on the multiple of it, `12x`;
  /// without decimal places where every column counts.
  package static func headroom(_ share: Double, places: Int = 1) -> String {
    if share < 9 { return Numbers.signedPercent(share * 100, places: places) }
    return share < 998.5 ? "\(Numbers.fixed(share + 1, places: 0))x" : ">999x"
  }

  /// A range of multiples from the smaller one: `3.3-4.2x`, or one of them where they read the same.
  package static func multiples(_ ratios: (low: Double, high: Double)) -> String { "\(range(ratios, "-"))x" }

  /// The same in a sentence: `3.3 to 4.2 times`.
  package static func times(_ ratios: (low: Double, high: Double)) -> String {
    "\(range(ratios, " to ")) times"
  }

  private static func range(_ ratios: (low: Double, high: Double), _ separator: String) -> String {
    let ends = [ratios.low, ratios.high].sorted().map { Numbers.fixed($0, places: 1) }
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: separator)
  }

  /// A count or a measure of a quota: `880`, `1.95`.
  package static func quantity(_ number: Double) -> String { Numbers.readable(number, places: 2) }
}

extension Figures {
  /// A sum to the cent: `12,410.00`.
  package static func cents(_ money: Money) -> String { Numbers.grouped(digits: money.decimal) }

  /// A sum to the dollar: `12,410`.
  package static func dollars(_ money: Money) -> String { Numbers.grouped(digits: money.wholeDollars) }

  /// A sum to the dollar where nothing around it names the currency: `$12,410`, from a million on `$27M` where room is
  /// short.
  package static func usd(_ money: Money, isShort: Bool = false) -> String {
    let isLong = money >= Money(dollars: 1_000_000)
    return "$"
      + (isShort && isLong ? Numbers.short(Int(saturating: money.dollars.rounded())) : dollars(money))
  }

  /// A difference to the cent: `+1,234.50`, `-3.10`, `0.00`.
  package static func signedCents(_ money: Money) -> String {
    money.cents > 0 ? "+\(cents(money))" : cents(money)
  }

  /// A difference to the dollar: `+72`, `-1,200`, `0`.
  package static func signedDollars(_ money: Money) -> String {
    let text = dollars(money)
    return text == "0" || text.hasPrefix("-") ? text : "+\(text)"
  }

  /// A difference of users: `+19,999`, `-3`, `0`.
  package static func signed(_ count: Int) -> String {
    count > 0 ? "+\(Numbers.grouped(count))" : Numbers.grouped(count)
  }
}

extension Money {
  /// The digits of the sum rounded half away from zero, however large it is.
  fileprivate var wholeDollars: String {
    let unit = Money.unitsPerDollar.magnitude
    let digits = String((picodollars.magnitude + unit / 2) / unit)
    return picodollars < 0 && digits != "0" ? "-\(digits)" : digits
  }
}
