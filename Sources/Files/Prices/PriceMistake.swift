internal import Planning
internal import Typography

/// A mistake that only a price file can have.
package enum PriceMistake: Hashable, Sendable {
  case empty
  case wrongFormat(String)
  case unknownKey([String])
  case missing(expected: String)
  case wrongNode(Mistake.NodeKind, expected: String)
  case notAPrice(String)
  case notADay(String)
  case secondRow(firstLine: Int)
  case needsRegion
  case needsSize
  case needsNoArea
  case needsNoEnd
  case needsEnd
  case endNotAbove(String)
  case noStep

  /// What is wrong and what to write instead.
  func text(key: String) -> String {
    switch self {
    case .empty: "empty; a price file begins with `format: \(PriceFile.format)`"
    case .wrongFormat(let format): "\(format.excerpt) is not a price file; expected \(PriceFile.format)"
    case .unknownKey(let known): Self.unknownKey(key, known)
    case .missing(let expected): "missing; expected \(expected)"
    case .wrongNode(let found, let expected): "found \(found.text); expected \(expected)"
    case .notAPrice(let text): "\(text.excerpt) is not a price; expected \(Self.price)"
    case .notADay(let text): "\(text.excerpt) is not a day; expected one such as 2026-11-23"
    case .secondRow(let line): "stands here again; it is in line \(line) already"
    case .needsRegion: "missing; prices hold in one Region, such as us-east-1"
    case .needsSize: "the built-in price book does not know this type; state its vcpu and memory_gib"
    case .needsNoArea: "this tariff is the same for all viewers; leave out area"
    case .needsNoEnd: "the last step has no end; leave out up_to"
    case .needsEnd: "only the last step has no end; expected up_to"
    case .endNotAbove(let before): "not above \(before.excerpt), where the step begins"
    case .noStep: "empty; expected at least one price, such as `[{usd: 0.08}]`"
    }
  }

  static let price =
    "dollars such as 0.34, at most \(Price.largestDollars) and nine decimal places"

  private static func unknownKey(_ key: String, _ known: [String]) -> String {
    let word = key.split(separator: ".").last.map(String.init) ?? key
    if let guess = Nearest.word(to: word, among: known) { return "no such key; did you mean \(guess)?" }
    return "no such key; expected \(known.listed(conjunction: "or"))"
  }
}
