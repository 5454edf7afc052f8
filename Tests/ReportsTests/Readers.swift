import Typography

/// A reader of RFC 4180, written from its grammar and not from the writer.
enum CSVReader {
  static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = ""
    var isQuoted = false
    var characters = Array(text.unicodeScalars)[...]
    while let scalar = characters.popFirst() {
      switch scalar {
      case "\"" where isQuoted && characters.first == "\"":
        cell.unicodeScalars.append(scalar)
        characters.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(cell)
        cell = ""
      case "\r" where !isQuoted: break
      case "\n" where !isQuoted:
        rows.append(row + [cell])
        row = []
        cell = ""
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}

/// Colour sequences of a terminal.
enum Escapes {
  static func removed(from text: String) -> String {
    text.split(separator: "\u{1B}[", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset == 0 ? String($0.element) : String($0.element.drop { $0 != "m" }.dropFirst()) }
      .joined()
  }
}

enum Columns {
  /// Lines of more than 80 columns; a shell needs a quoted word in one piece, so those do not count.
  static func overlong(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { $0.displayWidth > 80 && !$0.contains("--region '") }
  }
}
