import Canvas
import Planning
import Typography

/// Numbers as the dashboard writes them.
enum Figures {
  /// Whole dollars: `12,410`; `unknown` where there is no sum.
  static func dollars(_ money: Money?) -> String {
    guard let money else { return "unknown" }
    return Numbers.grouped(wholeDollars(money))
  }

  /// Dollars more or less: `+72`, `-1,200`, `0`.
  static func signedDollars(_ money: Money?) -> String {
    guard let money else { return "unknown" }
    let dollars = wholeDollars(money)
    return dollars > 0 ? "+\(Numbers.grouped(dollars))" : Numbers.grouped(dollars)
  }

  /// Dollars and cents: `12,410.00`.
  static func cents(_ money: Money) -> String { Numbers.grouped(digits: money.decimal) }

  /// A share of the target: `-20.0%`, `+60.0%`, from ten times on `192x`.
  static func headroom(_ headroom: Double?) -> String {
    guard let headroom else { return "-" }
    if headroom < 9 { return Numbers.signedPercent(headroom * 100, places: 1) }
    return headroom < 998.5 ? "\(Numbers.fixed(headroom + 1, places: 0))x" : ">999x"
  }

  /// Users, cut so that a wall never looks higher than it is: `199,988`, from a hundred million on `480M`.
  static func users(_ users: Double?) -> String {
    guard let users else { return "-" }
    return users < 100_000_000 ? Numbers.grouped(Int(users)) : shortUsers(users)
  }

  /// Users in four characters: `199k`.
  static func shortUsers(_ users: Double?) -> String {
    guard let users else { return "-" }
    return Int(exactly: users.rounded(.down)).map { Numbers.short($0) } ?? ">1E"
  }

  /// How many times one sum is the other: `3.4x`.
  static func ratio(_ list: Money?, over quoted: Money?) -> String {
    guard let list, let quoted, quoted > .zero else { return "" }
    return "\(Numbers.fixed(list.dollars / quoted.dollars, places: 1))x"
  }

  /// A count or a measure of a quota: `880`, `1.95`.
  static func quantity(_ number: Double?) -> String {
    guard let number else { return "unknown" }
    return number == number.rounded()
      ? Numbers.grouped(digits: Numbers.plain(number))
      : Numbers.grouped(digits: Numbers.fixed(number, places: 2))
  }

  private static func wholeDollars(_ money: Money) -> Int {
    let cents = money.cents
    return (cents.magnitude % 100 >= 50 ? cents.signum() : 0) + cents / 100
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
