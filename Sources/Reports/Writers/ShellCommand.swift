internal import Typography

/// A command for a shell, laid out for people.
enum ShellCommand {
  /// The command in lines of at most `width` columns, broken only between its words, with a backslash at each break.
  static func lines(of command: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in words(of: command) {
      if let last = lines.last, last.displayWidth + 1 + word.displayWidth + 2 <= width || endsWithOption(last)
      {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(lines.isEmpty ? word : "  " + word)
      }
    }
    return lines.enumerated().map { $0.offset < lines.count - 1 ? $0.element + " \\" : $0.element }
  }

  /// An option and its value stay together.
  private static func endsWithOption(_ line: String) -> Bool {
    line.split(separator: " ").last?.hasPrefix("--") ?? false
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
