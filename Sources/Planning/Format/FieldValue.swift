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

/// A type whose values are one word, number or range.
private protocol FieldScalar: FieldConvertible {}

extension FieldScalar {
  package init?(_ value: FieldValue) {
    guard let scalar = value.scalar as? Self else { return nil }
    self = scalar
  }
}

extension FieldValue {
  /// What the value holds; nil for lists and mappings.
  fileprivate var scalar: Any? {
    switch self {
    case .text(let text): text
    case .flag(let flag): flag
    case .count(let count): count
    case .number(let number): number
    case .estimate(let estimate): estimate
    case .money(let money): money
    case .moneyRange(let range): range
    case .countRange(let range): range
    case .ports, .texts, .records, .numbers, .reasons: nil
    }
  }
}

extension String: FieldScalar { package var fieldValue: FieldValue { .text(self) } }
extension Bool: FieldScalar { package var fieldValue: FieldValue { .flag(self) } }
extension Int: FieldScalar { package var fieldValue: FieldValue { .count(self) } }
extension Double: FieldScalar { package var fieldValue: FieldValue { .number(self) } }
extension Estimate: FieldScalar { package var fieldValue: FieldValue { .estimate(self) } }
extension Money: FieldScalar { package var fieldValue: FieldValue { .money(self) } }
extension MoneyRange: FieldScalar { package var fieldValue: FieldValue { .moneyRange(self) } }
extension CountRange: FieldScalar { package var fieldValue: FieldValue { .countRange(self) } }

extension FieldConvertible where Self: RawRepresentable, RawValue == String {
  package init?(_ value: FieldValue) {
    guard case .text(let text) = value else { return nil }
    self.init(rawValue: text)
  }
  package var fieldValue: FieldValue { .text(rawValue) }
}

extension RawRepresentable where Self: CaseIterable, RawValue == String {
  /// Every word that a profile may write for it.
  static var words: [String] { allCases.map(\.rawValue) }
}

extension PoolMode: FieldConvertible {}
extension HealthCheckType: FieldConvertible {}
extension TargetTracking: FieldConvertible {}
extension CacheEngine: FieldConvertible {}
extension CostBasis: FieldConvertible {}
extension CostColumn: FieldConvertible {}
extension FleetSize: FieldConvertible {}
extension CPUCredits: FieldConvertible {}
extension Database.StorageType: FieldConvertible {}
extension Database.Insights: FieldConvertible {}
extension PriceClass: FieldConvertible {}
extension ContentDelivery.Plan: FieldConvertible {}
extension Firewall.Attachment: FieldConvertible {}
extension Firewall.BotControl: FieldConvertible {}
extension Support.Plan: FieldConvertible {}

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
