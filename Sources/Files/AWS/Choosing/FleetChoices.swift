internal import Typography

/// What somebody chose where files hold several of a kind; nil where nothing was said.
package struct FleetChoices: Sendable {
  package var region: String?
  package var group: String?
  package var instanceType: String?
  package var targetGroup: String?
  package var database: String?
  package var cache: String?
  package var distribution: String?
  package var webACL: String?

  package init() {}
}

/// Why no fleet was found yet: somebody has to choose.
package struct ChoiceProblem: Error, Hashable, CustomStringConvertible {
  package let description: String

  /// Several are there, and nobody said which.
  init(several names: [String], _ noun: String, option: String) {
    let shown = names.map { $0.clippedPrintable(to: 200) }
    description =
      "the files hold \(Numbers.grouped(names.count)) \(noun); choose one: "
      + shown.map { "\(option) \(ShellCommand.word($0))" }.listed(conjunction: "or")
  }

  /// What was chosen is not there.
  init(no name: String, among names: [String], _ noun: String, option: String) {
    let guess =
      Nearest.word(to: name, among: names).map { "; did you mean \($0.clippedPrintable(to: 200))?" } ?? ""
    let known =
      names.isEmpty
      ? "they hold none"
      : "they hold \(names.map { $0.clippedPrintable(to: 200) }.listed(conjunction: "and"))"
    description = "\(option) \(name.excerpt): the files hold no such \(noun); \(known)\(guess)"
  }
}

extension Array {
  /// The one that somebody chose, or the only one; nil where there is none.
  func chosen(
    _ choice: String?, _ noun: (one: String, several: String), option: String,
    name: (Element) -> String, isNamed: (Element, String) -> Bool
  ) throws(ChoiceProblem) -> Element? {
    if let choice {
      if let found = first(where: { isNamed($0, choice) }) { return found }
      throw ChoiceProblem(no: choice, among: map(name), noun.one, option: option)
    }
    guard count > 1 else { return first }
    throw ChoiceProblem(several: map(name), noun.several, option: option)
  }
}

extension [Resource] {
  func chosen(
    _ choice: String?, _ noun: (one: String, several: String), option: String
  ) throws(ChoiceProblem) -> Resource? {
    try chosen(choice, noun, option: option, name: \.choiceName) { $0.title == $1 || $0.names.contains($1) }
  }
}

extension Resource {
  /// What somebody types to choose this one: the address in a plan, else the name.
  var choiceName: String { item.owner?.text ?? title }
}
