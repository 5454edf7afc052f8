/// Writes documents in as many ways as YAML allows, the same ones for the same seed.
struct YAMLWriter {
  private var random: SeededGenerator
  private var lineEnd = "\n"

  init(seed: UInt64) {
    random = SeededGenerator(state: seed)
  }

  mutating func document() -> String {
    lineEnd = pick(["\n", "\n", "\n", "\r\n"])
    let start = pick(["", "", "", "---\(lineEnd)", "# Fleet\(lineEnd)", "\(lineEnd)\(lineEnd)"])
    let end = pick(["", "", "# end", "...\(lineEnd)", lineEnd])
    return start + mapping(indent: 0, depth: 0) + end
  }

  /// The text with a few bytes of it changed, dropped or doubled.
  mutating func spoilt(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...3, using: &random) where !scalars.isEmpty {
      let place = Int.random(in: scalars.indices, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: scalars.remove(at: place)
      case 1: scalars.insert(pick(Array(" \n:-#,[]{}'\"|>\\~?%&*!a1\t".unicodeScalars)), at: place)
      case 2: scalars.insert(scalars[place], at: place)
      default: scalars[place] = pick(Array(" \n:-#,[]{}'\"|>\\~?&*!a".unicodeScalars))
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private mutating func mapping(indent: Int, depth: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return keys(inFlow: false).map { key in
      margin + key + ":" + value(indent: indent, depth: depth) + filler(indent: indent)
    }.joined()
  }

  private mutating func sequence(indent: Int, depth: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    return (0..<Int.random(in: 1...3, using: &random)).map { _ in
      chance(4) && depth < 4
        ? margin + "- " + mapping(indent: indent + 2, depth: depth + 1).dropFirst(indent + 2)
        : margin + "-" + value(indent: indent, depth: depth)
    }.joined()
  }

  /// What follows a colon or a dash, to the end of its last line.
  private mutating func value(indent: Int, depth: Int) -> String {
    let deeper = indent + Int.random(in: 1...4, using: &random)
    switch Int.random(in: 0..<(depth < 4 ? 12 : 8), using: &random) {
    case 0: return comment() + lineEnd
    case 1...4: return pick([" ", "  "]) + scalar(indent: deeper, inFlow: false) + comment() + lineEnd
    case 5: return " " + flow(depth: depth, indent: deeper) + comment() + lineEnd
    case 6: return " " + block(indent: deeper, step: deeper - indent)
    case 7: return comment() + lineEnd + String(repeating: " ", count: deeper) + word() + lineEnd
    case 8...9: return comment() + lineEnd + mapping(indent: deeper, depth: depth + 1)
    default: return comment() + lineEnd + sequence(indent: deeper, depth: depth + 1)
    }
  }

  private mutating func flow(depth: Int, indent: Int) -> String {
    guard depth < 4, chance(3) == false else { return scalar(indent: indent, inFlow: true) }
    let gap = { (writer: inout YAMLWriter) -> String in
      writer.chance(5) ? writer.lineEnd + String(repeating: " ", count: indent) : writer.blanks()
    }
    if chance(2) {
      let items = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        gap(&self) + flow(depth: depth + 1, indent: indent)
      }
      return "[" + items.joined(separator: ",") + (items.isEmpty ? "" : pick(["", ",", " "])) + "]"
    }
    let entries = keys(inFlow: true).map { key in
      gap(&self) + key + ": " + flow(depth: depth + 1, indent: indent)
    }
    return "{" + entries.joined(separator: ",") + pick(["", ",", " "]) + "}"
  }

  private mutating func scalar(indent: Int, inFlow: Bool) -> String {
    let margin = String(repeating: " ", count: indent)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: return "'it''s \(word().replacing("'", with: "''"))'"
    case 1: return "\"\\t\(word()) \\u00e9 \\\\ \\\" \\x41\""
    case 2: return "\"\(word())\(lineEnd)\(margin)\(word())\""
    case 3: return "'\(word().replacing("'", with: "''")) \(lineEnd)\(lineEnd)\(margin)end'"
    case 4: return "\"\(word()) \\\(lineEnd)\(margin)\(word())\""
    case 5 where !inFlow: return "\(word())\(lineEnd)\(margin)\(word())\(lineEnd)\(lineEnd)\(margin)\(word())"
    case 6: return pick(["~", "null", "''", "\"\"", "0.2..0.3", "-1", "010", "1:30", "<<", "yes"])
    default: return inFlow ? "c6i.2xlarge" : word()
    }
  }

  private mutating func block(indent: Int, step: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    let header = pick(["|", ">"]) + pick(["", "-", "+", "\(step)", "\(step)-", "+\(step)"]) + comment()
    var lines = margin + word() + lineEnd
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      lines += pick([
        margin + word(), margin + "  " + word(), "", margin + "# no comment", margin + "\t" + word(),
      ])
      lines += lineEnd
    }
    return header + lineEnd + lines
  }

  private mutating func keys(inFlow: Bool) -> [String] {
    (["min", "\"max\"", "'desired'", "usd_per_month", "ec2/L-1216C47A", "a b", "é", "-1"]
      + (inFlow ? [] : ["?q", ":c"]))
      .shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random)).map {
        $0 + pick(["", "", " "])
      }
  }

  private mutating func word() -> String {
    pick(["c6i.2xlarge", "a b  c", "0.0.0.0/0", "a:b", "a#b", "it's", "x - y", "é𝄞", "a-", "-a", "?a", "7"])
  }

  private mutating func comment() -> String { pick(["", "", "", " # why: {not} [yaml", "  #", "   "]) }
  private mutating func blanks() -> String { pick(["", "", " ", "   ", "\t"]) }

  private mutating func filler(indent: Int) -> String {
    pick([
      "", "", "", lineEnd, "\(lineEnd)# note\(lineEnd)",
      String(repeating: " ", count: indent) + "# note\(lineEnd)",
    ])
  }

  private mutating func chance(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: choices.indices, using: &random)]
  }
}

/// SplitMix64: small, and the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
