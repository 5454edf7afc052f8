internal import Planning
internal import Typography

extension Field.Kind {
  /// What a value of this kind looks like, to follow "expected".
  var expectation: String {
    switch self {
    case .text: "text"
    case .version: "a version such as \"8.0\""
    case .choice(let words): words.listed(conjunction: "or")
    case .openChoice(let words): words.isEmpty ? "a word" : "a word such as \(words[0])"
    case .flag: "true or false"
    case .time: "hours and minutes in quotes, such as \"18:00\""
    case .month: "a month such as 2026-12, from 1970-01 to 2999-12"
    case .count(let bounds): "a whole number \(bounds.span)"
    case .number(let bounds): "a number \(bounds.span)"
    case .estimate(let bounds): "a number or a range such as 0.2..0.3, \(bounds.span)"
    case .money: "dollars such as 3600 or 0.50"
    case .moneyRange: "dollars or a range such as 3600..7200"
    case .countRange(let bounds): "a whole number or a range such as 50..100, \(bounds.span)"
    case .ports: "a list of ports such as [80, 443]"
    case .texts: "a list of words such as [load_balancer]"
    case .records(let shape): shape.expectation
    case .shares(let words):
      "words with per cents that come to 100, such as `{\(words.prefix(2).joined(separator: ": 60, ")): 40}`"
    case .numbersOf(let words, let bounds):
      "numbers \(bounds.span) by words from \(words[0]) to \(words[words.count - 1]), such as"
        + " `{\(words[words.count - 1]): 150}`"
    case .estimatesByMonth(let bounds):
      "months with numbers or ranges \(bounds.span), such as `{2027-03: 300000, 2027-09: 400000..500000}`"
    case .numbers: "words with numbers, such as `{ec2/L-1216C47A: 640}`"
    case .reasons: "words with reasons, such as `{HR604: \"the team measured it\"}`"
    }
  }
}

extension ClosedRange<Int> {
  fileprivate var span: String { "from \(Numbers.grouped(lowerBound)) to \(Numbers.grouped(upperBound))" }
}

extension Field.Bounds {
  fileprivate var span: String {
    let high = Numbers.grouped(digits: Numbers.plain(high))
    return "from \(Numbers.plain(low)) to \(high)"
  }
}

extension Mistake.NodeKind {
  var text: String {
    switch self {
    case .nothing(let word): word.isEmpty ? "nothing" : "\(word), which means nothing"
    case .text(let text): text.excerpt
    case .list: "a list"
    case .mapping: "keys with values"
    }
  }
}

extension NumberForm {
  func text(_ found: String, instead: String?) -> String {
    let reason =
      switch self {
      case .leadingZero: "begins with a zero, which some readers take for octal"
      case .sexagesimal: "has a colon, which some readers take for base 60"
      case .underscore, .comma: "has its digits in groups"
      case .percent: "has a per cent sign; the key says the unit"
      case .unit: "has a unit; the key says it"
      case .exponent: "has an exponent"
      case .plus: "has a plus sign"
      case .bareFraction: "has nothing on one side of its point"
      case .radix: "is not decimal"
      case .notFinite: "is not a finite number"
      }
    return "\(found.excerpt) \(reason)\(instead.map { "; write \($0.excerpt)" } ?? "; write plain digits")"
  }
}

extension String {
  /// A piece of a file to quote in a message: short, and nothing in it instructs a terminal.
  var excerpt: String {
    let shown = clippedPrintable()
    return shown.isEmpty || shown.contains(" ") ? "\"\(shown)\"" : shown
  }

  /// One sign may be as long as a file, so scalars are counted before anything is printed.
  func clippedPrintable(to columns: Int = 40) -> String {
    String(unicodeScalars.prefix(columns * 4)).printable.clipped(to: columns)
  }
}
