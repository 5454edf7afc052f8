/// An exact price of one unit of something, in billionths of a dollar.
package struct Price: Hashable, Comparable, Sendable {
  package static let unitsPerDollar = 1_000_000_000

  package let nanodollars: Int

  package init(nanodollars: Int) {
    self.nanodollars = nanodollars
  }

  /// What `count` units cost.
  package func times(_ count: Int) -> Money {
    Money(picodollars: Int128(nanodollars) * 1000 * Int128(count))
  }

  /// What a measured quantity costs; the quantity counts to a billionth of its unit.
  ///
  /// Quantities such as gigabytes come out of rates and exponentials and are floating point; money starts here. Whole
  /// units and the rest are billed apart, so that no quantity that a profile can ask for overflows.
  package func times(_ quantity: Double) -> Money {
    let whole = quantity.rounded(.towardZero)
    // Few quantities do not fit into 64 bits, from which a conversion is a hundred times as fast.
    let units = Int(exactly: whole).map { Int128($0) } ?? Int128(whole)
    let money = Money(picodollars: Int128(nanodollars) * units * 1000)
    let billionths = Int(((quantity - whole) * 1e9).rounded())
    return billionths == 0
      ? money : money + Money(picodollars: Int128(nanodollars) * Int128(billionths) / 1_000_000)
  }

  /// How many times `other` this price is; nil when the other is free.
  package func ratio(to other: Price) -> Fraction? {
    other.nanodollars > 0 ? Fraction(nanodollars, other.nanodollars) : nil
  }

  package static func < (left: Price, right: Price) -> Bool {
    left.nanodollars < right.nanodollars
  }
}

extension Price {
  /// No price of a month or of an hour is higher.
  package static let largestDollars = 5000

  /// Reads a plain decimal such as `0.34`, at most nine decimal places; nil for anything else.
  package init?(decimal text: some StringProtocol) { self.init(decimal: text.utf8) }

  /// Reads the digits of a plain decimal.
  init?(decimal digits: some Sequence<UInt8>) {
    guard let nanodollars = FixedPoint.parse(digits, places: 9),
      nanodollars <= Self.largestDollars * Self.unitsPerDollar
    else { return nil }
    self.init(nanodollars: nanodollars)
  }

  /// The price with as many decimal places as it has: `0.34`.
  package var decimal: String {
    let text = FixedPoint.text(nanodollars, places: 9).reversed().drop { $0 == "0" }
    return String((text.first == "." ? text.dropFirst() : text).reversed())
  }
}

extension Money {
  /// Reads a plain decimal such as `3600` or `0.05`, at most six decimal places; nil for anything else.
  package init?(decimal text: some StringProtocol) {
    guard let microdollars = FixedPoint.parse(text.utf8, places: 6) else { return nil }
    self.init(picodollars: Int128(microdollars) * Self.picodollarsPerMicrodollar)
  }

  /// The rounded sum as JSON and CSV carry it: `5425.00`, `-3.10`.
  package var decimal: String { FixedPoint.text(cents, places: 2) }

  /// The sum with as many decimal places as it has: `10.585`.
  package var exact: String {
    let text = FixedPoint.text(Int(clamping: picodollars / 1000), places: 9).reversed().drop { $0 == "0" }
    return String((text.first == "." ? text.dropFirst() : text).reversed())
  }

  fileprivate static let picodollarsPerMicrodollar: Int128 = 1_000_000

  /// The sum in millionths of a dollar, as exactly as a profile can state it.
  package var microdollars: Int { Int(clamping: picodollars / Self.picodollarsPerMicrodollar) }
}

/// Decimal text as a whole number of small units.
enum FixedPoint {
  /// 1250 with two places is `12.50`.
  static func text(_ units: Int, places: Int) -> String {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return "\(units < 0 ? "-" : "")\(padded.dropLast(places)).\(padded.suffix(places))"
  }

  /// `12.5` with two places is 1250; nil for signs, exponents, too many places or what does not fit.
  static func parse(_ text: some Sequence<UInt8>, places: Int) -> Int? {
    var (value, digits) = (0, 0)
    var decimals: Int?
    func append(_ digit: Int) -> Bool {
      let (shifted, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = shifted.addingReportingOverflow(digit)
      value = sum
      return !tooLarge && !overflow
    }
    for byte in text {
      if byte == UInt8(ascii: "."), decimals == nil, digits > 0 {
        decimals = 0
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), decimals.map({ $0 < places }) ?? true,
        append(Int(byte - UInt8(ascii: "0")))
      else { return nil }
      digits += 1
      decimals = decimals.map { $0 + 1 }
    }
    guard digits > 0, decimals != 0 else { return nil }
    for _ in (decimals ?? 0)..<places where !append(0) { return nil }
    return value
  }
}
