package import Typography

/// A piece of a GitHub Markdown document.
package typealias Markdown = Markup<GitHubMarkdown>

package enum GitHubMarkdown: MarkupLanguage {
  /// Besides what Markdown itself reads, this keeps GitHub from naming people, linking issues and making links.
  package static func escaped(_ text: String) -> String {
    let text = text.printable
    var escaped = ""
    for index in text.indices {
      let character = text[index]
      switch character {
      case "@", "#":
        // Mentions and issue numbers are found after the backslashes are gone; an empty comment parts them.
        escaped += "\(character)<!-- -->"
      case _ where special.contains(character), _ where begins(at: index, in: text):
        escaped += "\\\(character)"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  private static let special: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$"]

  /// Whether a character begins something only where it stands: a list or a rule, a link, the name of an emoji.
  private static func begins(at index: String.Index, in text: String) -> Bool {
    let before = text[..<index]
    let next = text[index...].dropFirst().first
    return switch text[index] {
    case "-", "+": before.isEmpty && (next == nil || next == " " || next == text[index])
    case "=": before.isEmpty
    case ".", ")": before.allSatisfy(\.isNumber) && next == " " || before.suffix(3).lowercased() == "www"
    case ":": next != " "
    default: false
    }
  }
}

extension Markdown {
  /// Text in monospace that nothing in it can end.
  package static func code(_ text: String) -> Markdown {
    let text = text.printable
    let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
    let padding = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return Markdown(raw: fence + padding + text + padding + fence)
  }

  /// Lines in a block of their own, ending with a newline.
  package static func fenced(_ lines: [String], language: String) -> Markdown {
    let body = lines.map(\.printable)
    let longest = body.map { longestRun(of: "`", in: $0) }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return Markdown(raw: ([fence + language] + body + [fence]).joined(separator: "\n") + "\n")
  }

  private static func longestRun(of character: Character, in text: String) -> Int {
    text.split { $0 != character }.map(\.count).max() ?? 0
  }

  package struct Column: Sendable {
    let title: Markdown
    let isNumber: Bool

    package static func text(_ title: Markdown) -> Column { Column(title: title, isNumber: false) }
    package static func number(_ title: Markdown) -> Column { Column(title: title, isNumber: true) }
  }

  /// A table with its numbers to the right, whose source is aligned too up to the width of a sentence; ends with a
  /// newline.
  package static func table(_ columns: [Column], rows: [[Markdown]]) -> Markdown {
    let cells = [columns.map(\.title.source)] + rows.map { $0.map(\.cell) }
    let widths = columns.indices.map { column in
      max(3, cells.map { $0[column].displayWidth }.filter { $0 <= sentence }.max() ?? 0)
    }
    let lines = cells.map { row in
      let padded = zip(row, zip(columns, widths)).map { cell, column in
        cell.padded(to: column.1, alignment: column.0.isNumber ? .right : .left)
      }
      return "| \(padded.joined(separator: " | ")) |"
    }
    let rules = zip(columns, widths).map { column, width in
      String(repeating: "-", count: width - 1) + (column.isNumber ? ":" : "-")
    }
    let rule = "| \(rules.joined(separator: " | ")) |"
    return Markdown(raw: ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n") + "\n")
  }

  private static let sentence = 60

  /// The source within a table, where a `|` that is not escaped would end the cell, even in code.
  private var cell: String {
    var cell = ""
    for character in source {
      if character == "|", cell.last != "\\" { cell.append("\\") }
      cell.append(character)
    }
    return cell
  }
}
