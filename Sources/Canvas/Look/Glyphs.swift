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

  /// Where AWS has the value now.
  package let liveMark: Character
  package let pointer: Character
  package let target: Character
  package let overflow: Character
  package let shade: Character
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
    knob: "●", savedKnob: "○", liveMark: "◆", pointer: "▸", target: "┃", overflow: "▸", shade: "▒",
    up: "▲", down: "▼", left: "←", right: "→", good: "✓", warning: "!", bad: "✗", changed: "•",
    separator: "·", ellipsis: "…", widths: Array(" ▏▎▍▌▋▊▉█"), heights: Array(" ▁▂▃▄▅▆▇█"))

  package static let ascii = Glyphs(
    isASCII: true, horizontal: "-", vertical: "|", heavyHorizontal: "=",
    topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    lineUp: ("+", "+"), lineDown: ("+", "+"),
    knob: "O", savedKnob: "o", liveMark: "A", pointer: ">", target: "|", overflow: ">", shade: "%",
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
    "✗": "x", "▸": ">", "▲": "^", "▼": "v", "─": "-", "│": "|", "\u{A0}": " ",
  ]
}
