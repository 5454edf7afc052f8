internal import Typography

/// The value of one key of a profile, whatever its kind.
package enum FieldValue: Hashable, Sendable {
  case text(String)
  case flag(Bool)
  case count(Int)
  case number(Double)
  case estimate(Estimate)
  case money(Money)
  case moneyRange(MoneyRange)
  case countRange(CountRange)
  case ports([Int])
  case texts([String])
  case records([Record])
  case numbers([String: Double])
  case reasons([String: String])

  /// The value as a profile writes it, without quoting.
  package var text: String {
    switch self {
    case .text(let text): text
    case .flag(let flag): flag ? "true" : "false"
    case .count(let count): String(count)
    case .number(let number): Numbers.plain(number)
    case .estimate(let estimate): estimate.text
    case .money(let money): money.shortest
    case .moneyRange(let range):
      range.low == range.high ? range.low.shortest : "\(range.low.shortest)..\(range.high.shortest)"
    case .countRange(let range): range.low == range.high ? String(range.low) : "\(range.low)..\(range.high)"
    case .ports(let ports): "[\(ports.map(String.init).joined(separator: ", "))]"
    case .texts(let texts): "[\(texts.joined(separator: ", "))]"
    case .records(let records): records.map(\.phrase).joined(separator: ", ")
    case .numbers(let numbers):
      numbers.sorted { $0.key < $1.key }.map { "\($0.key): \(Numbers.plain($0.value))" }.joined(
        separator: ", ")
    case .reasons(let reasons):
      reasons.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    }
  }
}

extension Estimate {
  /// `0.2`, `0.2..0.3` where reading that gives just this estimate, else `0.2..0.22..0.3`.
  package var text: String {
    if isCertain { return Numbers.plain(low) }
    let ends = (Numbers.plain(low), Numbers.plain(high))
    return self == Estimate(low: low, high: high)
      ? "\(ends.0)..\(ends.1)" : "\(ends.0)..\(Numbers.plain(likely))..\(ends.1)"
  }
}

extension Money {
  /// The sum as a profile writes it, with cents or with none, and with more places only where it has them: `3600`,
  /// `0.50`, `25.125`.
  package var shortest: String {
    let exact = FixedPoint.text(microdollars, places: 6)
    let places = exact.reversed().drop { $0 == "0" }.prefix { $0 != "." }.count
    return places == 0
      ? String(exact.dropLast(7)) : places <= 2 ? decimal : String(exact.dropLast(6 - places))
  }
}

/// A type that a key of a profile can hold.
package protocol FieldConvertible: SendableMetatype {
  init?(_ value: FieldValue)
  var fieldValue: FieldValue { get }
}

extension String: FieldConvertible {
  package init?(_ value: FieldValue) {
    guard case .text(let text) = value else { return nil }
    self = text
  }
  package var fieldValue: FieldValue { .text(self) }
}

extension Bool: FieldConvertible {
  package init?(_ value: FieldValue) {
    guard case .flag(let flag) = value else { return nil }
    self = flag
  }
  package var fieldValue: FieldValue { .flag(self) }
}

extension Int: FieldConvertible {
  package init?(_ value: FieldValue) {
    guard case .count(let count) = value else { return nil }
    self = count
  }
  package var fieldValue: FieldValue { .count(self) }
}

extension Double: FieldConvertible {
  package init?(_ value: FieldValue) {
    guard case .number(let number) = value else { return nil }
    self = number
  }
  package var fieldValue: FieldValue { .number(self) }
}

extension Estimate: FieldConvertible {
  package init?(_ value: FieldValue) {
    guard case .estimate(let estimate) = value else { return nil }
    self = estimate
  }
  package var fieldValue: FieldValue { .estimate(self) }
}

extension Money: FieldConvertible {
  package init?(_ value: FieldValue) {
    guard case .money(let money) = value else { return nil }
    self = money
  }
  package var fieldValue: FieldValue { .money(self) }
}

extension MoneyRange: FieldConvertible {
  package init?(_ value: FieldValue) {
    guard case .moneyRange(let range) = value else { return nil }
    self = range
  }
  package var fieldValue: FieldValue { .moneyRange(self) }
}

extension CountRange: FieldConvertible {
  package init?(_ value: FieldValue) {
    guard case .countRange(let range) = value else { return nil }
    self = range
  }
  package var fieldValue: FieldValue { .countRange(self) }
}

extension FieldConvertible where Self: RawRepresentable, RawValue == String {
  package init?(_ value: FieldValue) {
    guard case .text(let text) = value else { return nil }
    self.init(rawValue: text)
  }
  package var fieldValue: FieldValue { .text(rawValue) }
}

extension PoolMode: FieldConvertible {}
extension HealthCheckType: FieldConvertible {}
extension TargetTracking: FieldConvertible {}
extension CacheEngine: FieldConvertible {}
extension CostBasis: FieldConvertible {}
extension FleetSize: FieldConvertible {}

/// An element of a list that a key can hold.
package protocol FieldElement: SendableMetatype {
  static func elements(_ value: FieldValue) -> [Self]?
  static func fieldValue(_ elements: [Self]) -> FieldValue
}

extension Int: FieldElement {
  package static func elements(_ value: FieldValue) -> [Int]? {
    if case .ports(let ports) = value { ports } else { nil }
  }
  package static func fieldValue(_ ports: [Int]) -> FieldValue { .ports(ports) }
}

extension String: FieldElement {
  package static func elements(_ value: FieldValue) -> [String]? {
    if case .texts(let texts) = value { texts } else { nil }
  }
  package static func fieldValue(_ texts: [String]) -> FieldValue { .texts(texts) }
}

extension Array: FieldConvertible where Element: FieldElement {
  package init?(_ value: FieldValue) {
    guard let elements = Element.elements(value) else { return nil }
    self = elements
  }
  package var fieldValue: FieldValue { Element.fieldValue(self) }
}

/// A value of a mapping from free words.
package protocol FieldEntry: SendableMetatype {
  static func entries(_ value: FieldValue) -> [String: Self]?
  static func fieldValue(_ entries: [String: Self]) -> FieldValue
}

extension Double: FieldEntry {
  package static func entries(_ value: FieldValue) -> [String: Double]? {
    if case .numbers(let numbers) = value { numbers } else { nil }
  }
  package static func fieldValue(_ numbers: [String: Double]) -> FieldValue { .numbers(numbers) }
}

extension String: FieldEntry {
  package static func entries(_ value: FieldValue) -> [String: String]? {
    if case .reasons(let reasons) = value { reasons } else { nil }
  }
  package static func fieldValue(_ reasons: [String: String]) -> FieldValue { .reasons(reasons) }
}

extension Dictionary: FieldConvertible where Key == String, Value: FieldEntry {
  package init?(_ value: FieldValue) {
    guard let entries = Value.entries(value) else { return nil }
    self = entries
  }
  package var fieldValue: FieldValue { Value.fieldValue(self) }
}
