import Typography

/// The signs that widgets draw with, each one column wide.
package struct Glyphs: Sendable, Equatable {
  /// Whether the whole screen keeps to ASCII, people's names included.
  package let isASCII: Bool
  package let horizontal: Character
  package let vertical: Character
  package let heavyHorizontal: Character
  package let topLeft: Character
  package let topRight: Character
  package let bottomLeft: Character
  package let bottomRight: Character
  /// What a line in a chart turns with, as seen by one who follows it from left to right.
  package let lineUp: (entry: Character, exit: Character)
  package let lineDown: (entry: Character, exit: Character)
  package let knob: Character
  package let savedKnob: Character

  /// Where the largest fleet stands, and where A does among walls.
  package let maxKnob: Character
  package let ghost: Character
  package let rangeStart: Character
  package let rangeLine: Character
  package let rangeEnd: Character
  /// What bars are made of: lower than a row, so that neighbours stay apart.
  package let bar: Character

  /// Where AWS has the value now.
  package let liveMark: Character
  package let pointer: Character
  /// What the row under focus begins with.
  package let rowMark: Character
  package let target: Character
  package let overflow: Character
  package let underflow: Character
  package let shade: Character

  /// What a chart's empty cells show in the column that is read out.
  package let hair: Character
  package let up: Character
  package let down: Character
  package let left: Character
  package let right: Character
  package let good: Character
  package let warning: Character
  package let bad: Character
  package let changed: Character
  package let separator: Character
  package let ellipsis: String
  /// From empty to full, in eighths of a cell that grows to the right.
  package let widths: [Character]
  /// From empty to full, in eighths of a cell that grows upwards.
  package let heights: [Character]

  package static let unicode = Glyphs(
    isASCII: false, horizontal: "─", vertical: "│", heavyHorizontal: "━",
    topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    lineUp: ("╯", "╭"), lineDown: ("╮", "╰"),
    knob: "●", savedKnob: "○", maxKnob: "◎", ghost: "◇", rangeStart: "╞", rangeLine: "═", rangeEnd: "╡",
    bar: "▆", liveMark: "◆", pointer: "▸", rowMark: "▌", target: "┃", overflow: "▸", underflow: "◂",
    shade: "▒",
    hair: "┆",
    up: "▲", down: "▼", left: "←", right: "→", good: "✓", warning: "!", bad: "✗", changed: "•",
    separator: "·", ellipsis: "…", widths: Array(" ▏▎▍▌▋▊▉█"), heights: Array(" ▁▂▃▄▅▆▇█"))

  package static let ascii = Glyphs(
    isASCII: true, horizontal: "-", vertical: "|", heavyHorizontal: "=",
    topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    lineUp: ("+", "+"), lineDown: ("+", "+"),
    knob: "O", savedKnob: "o", maxKnob: "@", ghost: "'", rangeStart: "[", rangeLine: "=", rangeEnd: "]",
    bar: "#", liveMark: "A", pointer: ">", rowMark: ">", target: "|", overflow: ">", underflow: "<",
    shade: "%",
    hair: ":",
    up: "^", down: "v", left: "<", right: ">", good: "+", warning: "!", bad: "x", changed: "*",
    separator: "-", ellipsis: "~", widths: Array("   ---###"), heights: Array("  ...::##"))

  package static func == (one: Glyphs, other: Glyphs) -> Bool { one.isASCII == other.isASCII }

  /// The text in this set's alphabet: an ASCII screen shows `?` for what it cannot, at the same width.
  func spell(_ text: String) -> String {
    guard isASCII, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.reduce(into: "") { spelled, character in
      if character.isASCII {
        spelled.append(character)
      } else {
        spelled += Glyphs.plainSigns[character] ?? String(repeating: "?", count: character.displayWidth)
      }
    }
  }

  /// Typographic signs that our own sentences use, each as one ASCII column.
  private static let plainSigns: [Character: String] = [
    "…": "~", "–": "-", "—": "-", "·": "-", "•": "*", "×": "x", "≤": "<", "≥": ">", "±": "~", "≈": "~",
    "→": ">", "←": "<", "↑": "^", "↓": "v", "⇧": "^", "‘": "'", "’": "'", "“": "\"", "”": "\"", "✓": "+",
    "✗": "x", "▸": ">", "▌": ">", "◂": "<", "┆": ":", "▲": "^", "▼": "v", "─": "-", "│": "|", "\u{A0}": " ",
  ]
}
