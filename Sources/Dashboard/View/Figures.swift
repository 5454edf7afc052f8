import Canvas
import Planning

/// What stands in a cell that has no figure.
extension Figures {
  static func dollars(_ money: Money?) -> String { money.map { dollars($0) } ?? "unknown" }
  static func signedDollars(_ money: Money?) -> String { money.map { signedDollars($0) } ?? "unknown" }
  static func headroom(_ share: Double?) -> String { share.map { headroom($0) } ?? "-" }
  static func users(_ count: Double?) -> String { count.map { users($0) } ?? "-" }
  static func shortUsers(_ count: Double?) -> String { count.map { shortUsers($0) } ?? "-" }
  static func quantity(_ number: Double?) -> String { number.map { quantity($0) } ?? "unknown" }

  /// A quote from its low to its high end: `3,600–7,200`.
  static func quote(_ cost: CostColumns?) -> String {
    guard let cost else { return "" }
    let ends = [cost.low, cost.high].map { dollars($0) }
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "–")
  }

  /// How many times one sum is the other: `3.4x`.
  static func multiple(_ list: Money?, over quoted: Money?) -> String {
    guard let list, let quoted, quoted > .zero else { return "" }
    let ratio = list.dollars / quoted.dollars
    return multiples((ratio, ratio))
  }
}

extension Role {
  /// Good news or bad: at or above the target, or below it.
  static func of(headroom: Double?) -> Role {
    guard let headroom else { return .label }
    return headroom.holds ? .good : .bad
  }
}

extension Double {
  /// Whether a headroom carries the target; a wall that stands exactly at it does.
  var holds: Bool { self >= 0 }
}
