/// A command that somebody will paste into a shell.
package enum ShellCommand {
  /// A word of a command: itself where a shell takes it literally, else in single quotes, hostile characters as escapes.
  package static func word(_ word: String) -> String {
    if !word.isEmpty, word.utf8.allSatisfy(isLiteral) { return word }
    let parts = word.printable.split(separator: "'", omittingEmptySubsequences: false)
    return "'\(parts.joined(separator: "'\\''"))'"
  }

  private static func isLiteral(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// The command in lines of at most `width` columns, with a backslash at each break; an option and its value stay
  /// together.
  package static func lines(of command: String, width: Int) -> [String] {
    var lines: [String] = []
    for part in parts(of: command) {
      if let last = lines.last, last.displayWidth + 1 + part.displayWidth + 2 <= width {
        lines[lines.count - 1] = last + " " + part
      } else {
        lines.append(lines.isEmpty ? part : "  " + part)
      }
    }
    return lines.enumerated().map { $0.offset < lines.count - 1 ? $0.element + " \\" : $0.element }
  }

  private static func parts(of command: String) -> [String] {
    var parts: [String] = []
    for word in words(of: command) {
      if let last = parts.last, last.hasPrefix("--"), !last.contains(" "), !word.hasPrefix("--") {
        parts[parts.count - 1] = last + " " + word
      } else {
        parts.append(word)
      }
    }
    return parts
  }

  /// The words as a shell splits them; a space in quotes or after a backslash does not end one.
  private static func words(of command: String) -> [String] {
    var words = [""]
    var isQuoted = false
    var isEscaped = false
    for character in command {
      if character == " ", !isQuoted, !isEscaped {
        words.append("")
        continue
      }
      if character == "'", !isEscaped { isQuoted.toggle() }
      isEscaped = character == "\\" && !isQuoted && !isEscaped
      words[words.count - 1].append(character)
    }
    return words
  }
}
