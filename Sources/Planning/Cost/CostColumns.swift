/// The columns of a bill; neighbours differ in one thing.
package enum CostColumn: String, CaseIterable, Sendable {
  /// The fleet at min, every ranged demand at its low end.
  case floor

  /// The fleet at desired, every ranged demand at its low end.
  case low

  /// The fleet at desired, every ranged demand at its likely value.
  case likely

  /// The fleet at max, every ranged demand at its high end: a bound, no forecast.
  case high

  /// A fleet that follows the day, every ranged demand at its likely value.
  case day

  /// The same with the hours of the event in it.
  case event

  /// The ends that a quote has as well.
  package static let ends: [CostColumn] = [.floor, .low, .high]

  /// The size of the fleet that the column counts; nil where it follows the day.
  package var size: FleetSize? {
    switch self {
    case .floor: .min
    case .low, .likely: .desired
    case .high: .max
    case .day, .event: nil
    }
  }

  /// The value of every ranged demand that the column reads.
  package var end: Estimate.Column {
    switch self {
    case .floor, .low: .low
    case .likely, .day, .event: .likely
    case .high: .high
    }
  }

  /// What the column counts, for a legend.
  package var meaning: String {
    switch self {
    case .floor: "min instances, ranges at their low end"
    case .low: "desired instances, ranges at their low end"
    case .likely: "desired instances, ranges at their likely value"
    case .high: "max instances, ranges at their high end: a bound, no forecast"
    case .day: "instances that follow the day, ranges at their likely value"
    case .event: "as day, with the hours of the event"
    }
  }
}

/// One value for each column of a cost table; a quote has the ends only, and only an event has its column.
package struct PerColumn<Value> {
  package let floor: Value
  package let low: Value
  package let likely: Value?
  package let high: Value
  package let day: Value?
  package let event: Value?

  package init(
    floor: Value, low: Value, likely: Value? = nil, high: Value, day: Value? = nil, event: Value? = nil
  ) {
    self.floor = floor
    self.low = low
    self.likely = likely
    self.high = high
    self.day = day
    self.event = event
  }

  package subscript(column: CostColumn) -> Value? {
    switch column {
    case .floor: floor
    case .low: low
    case .likely: likely
    case .high: high
    case .day: day
    case .event: event
    }
  }

  package func map<Result, Failure>(_ change: (Value) throws(Failure) -> Result) throws(Failure) -> PerColumn<
    Result
  > {
    PerColumn<Result>(
      floor: try change(floor), low: try change(low), likely: try likely.map(change), high: try change(high),
      day: try day.map(change), event: try event.map(change))
  }

  /// The same with the column beside each value.
  package func enumerated<Result>(_ change: (CostColumn, Value) -> Result) -> PerColumn<Result> {
    PerColumn<Result>(
      floor: change(.floor, floor), low: change(.low, low), likely: likely.map { change(.likely, $0) },
      high: change(.high, high), day: day.map { change(.day, $0) }, event: event.map { change(.event, $0) })
  }

  /// Both values in turn, where both have one.
  package func with<Other, Result>(
    _ other: PerColumn<Other>, _ combine: (Value, Other) -> Result
  ) -> PerColumn<Result> {
    PerColumn<Result>(
      floor: combine(floor, other.floor), low: combine(low, other.low),
      likely: likely.flatMap { own in other.likely.map { combine(own, $0) } },
      high: combine(high, other.high),
      day: day.flatMap { own in other.day.map { combine(own, $0) } },
      event: event.flatMap { own in other.event.map { combine(own, $0) } })
  }

  /// The columns that have a value.
  package var stated: [CostColumn] { CostColumn.allCases.filter { self[$0] != nil } }
}

extension PerColumn: Sendable where Value: Sendable {}
extension PerColumn: Equatable where Value: Equatable {}

/// A monthly cost in every column.
package typealias CostColumns = PerColumn<Money>

extension PerColumn<Money> {
  /// Nothing, in every column.
  package static let zero = CostColumns(
    floor: .zero, low: .zero, likely: .zero, high: .zero, day: .zero, event: .zero)

  /// Whether every column that there is comes to nothing.
  package var isNothing: Bool { stated.allSatisfy { self[$0] == .zero } }

  /// The sums to the cent.
  var rounded: CostColumns { map(\.rounded) }

  package static func + (left: CostColumns, right: CostColumns) -> CostColumns {
    left.with(right) { $0 + $1 }
  }
  package static func - (left: CostColumns, right: CostColumns) -> CostColumns {
    left.with(right) { $0 - $1 }
  }
}
