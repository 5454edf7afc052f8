/// Lines of YAML, and how a scalar is written in it.
struct YAMLText {
  private(set) var text = ""

  mutating func line(_ line: String, indent: Int) {
    text += line.isEmpty ? "\n" : String(repeating: " ", count: indent) + line + "\n"
  }

  mutating func key(_ key: String, indent: Int) { line("\(key):", indent: indent) }

  mutating func blankLine() { text += "\n" }

  /// Appends lines as one element of a list, whose dash stands in place of the indent of the first.
  mutating func append(_ element: YAMLText, dashedAt indent: Int) {
    text += String(repeating: " ", count: indent) + "- " + element.text.dropFirst(indent + 2)
  }

  /// Text that every reader takes for the same text: as it is where it is a plain word, else in double quotes.
  static func scalar(_ text: String) -> String { isWord(text) ? text : quoted(text) }

  static func quoted(_ text: String) -> String { "\"\(text.escapedForDoubleQuotes)\"" }

  /// Whether no reader takes the text for a number, a flag, nothing or a mark of YAML.
  private static func isWord(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first),
      text.utf8.allSatisfy({ isLetter($0) || isDigit($0) || "_-.".utf8.contains($0) })
    else { return false }
    return !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
