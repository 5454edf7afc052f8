internal import Planning
internal import Typography

/// A mistake that only a traffic file can have.
package enum TrafficMistake: Hashable, Sendable {
  case noPoint
  case columns(found: String)
  case minute(found: String)
  case notLater(minute: Int, previous: Int)
  case users(found: String)

  /// What was found and what was expected.
  var text: String {
    switch self {
    case .noPoint: "no point; expected lines of minute,users such as 0,50000"
    case .columns(let found): "found \(quoted(found)); expected two numbers, minute,users"
    case .minute(let found):
      "found \(quoted(found)); expected a whole number from 0 to \(Numbers.grouped(Scenario.longest - 1))"
    case .notLater(let minute, let previous): "\(minute) is not after \(previous); expected minutes that rise"
    case .users(let found):
      "found \(quoted(found)); expected a number from 0 to \(Numbers.grouped(Bound.users.upperBound))"
    }
  }

  private func quoted(_ found: String) -> String {
    found.isEmpty ? "nothing" : "\"\(found.clippedPrintable())\""
  }
}
