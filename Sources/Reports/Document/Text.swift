package import Typography

/// A line, or a part of one, with the meaning of each of its pieces; every character in it is safe on a terminal.
package struct Text: Equatable, Sendable {
  private(set) var runs: [Run]

  struct Run: Equatable, Sendable {
    var text: String
    var ink: Ink
  }

  package init(_ text: String, _ ink: Ink = .plain) {
    runs = text.isEmpty ? [] : [Run(text: text.printable, ink: ink)]
  }

  package static func + (left: Text, right: Text) -> Text {
    var text = left
    for run in right.runs {
      if let last = text.runs.last, last.ink == run.ink {
        text.runs[text.runs.count - 1].text += run.text
      } else {
        text.runs.append(run)
      }
    }
    return text
  }

  package static func += (left: inout Text, right: Text) { left = left + right }

  /// The words without their meaning.
  var string: String { runs.map(\.text).joined() }

  /// What the text means as a whole, by its first piece.
  var ink: Ink { runs.first?.ink ?? .plain }

  /// The text in one ink.
  func inked(_ ink: Ink) -> Text { Text(string, ink) }

  /// The text, with what has no meaning of its own in bold.
  var emphasised: Text { runs.map { Text($0.text, $0.ink == .plain ? .strong : $0.ink) }.reduce("", +) }

  /// The text cut to at most so many columns.
  func clipped(to width: Int) -> Text {
    var room = width
    guard displayWidth > width else { return self }
    return runs.map { run in
      let piece = Text(run.text.clipped(to: max(0, room)), run.ink)
      room -= run.text.displayWidth
      return piece
    }.reduce("", +)
  }

  package static func spaces(_ count: Int) -> Text { Text(String(repeating: " ", count: max(0, count))) }

  package var isEmpty: Bool { runs.isEmpty }
  package var displayWidth: Int { runs.reduce(0) { $0 + $1.text.displayWidth } }

  package func rendered(_ paint: Paint) -> String {
    runs.map { paint.rendered($0.text, $0.ink) }.joined()
  }

  package func padded(to width: Int, alignment: TextAlignment) -> Text {
    let missing = Text.spaces(width - displayWidth)
    return alignment == .right ? missing + self : self + missing
  }

  /// The text as lines of at most `width` columns, broken between words; a longer word is cut.
  package func wrapped(to width: Int) -> [Text] {
    if displayWidth <= width { return [self] }
    var lines = [Text("")]
    var room = width
    for word in words.flatMap({ $0.cut(to: max(2, width)) }) {
      let isFirst = room == width
      let needed = word.displayWidth + (isFirst ? 0 : 1)
      if needed <= room {
        lines[lines.count - 1] += isFirst ? word : " " + word
        room -= needed
      } else {
        lines.append(word)
        room = width - word.displayWidth
      }
    }
    return lines
  }

  /// The pieces between spaces; a word keeps the inks that its parts have.
  private var words: [Text] {
    var words: [Text] = []
    var isInWord = false
    for run in runs {
      for (index, piece) in run.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { isInWord = false }
        guard !piece.isEmpty else { continue }
        let part = Text(printable: String(piece), run.ink)
        if isInWord { words[words.count - 1] += part } else { words.append(part) }
        isInWord = true
      }
    }
    return words
  }

  /// A word as pieces that each fit into `width` columns, parted after a `-`, `/`, `_` or `.` where there is one.
  private func cut(to width: Int) -> [Text] {
    guard displayWidth > width else { return [self] }
    var rest = runs.flatMap { run in run.text.map { Text(printable: String($0), run.ink) } }[...]
    var pieces: [Text] = []
    while !rest.isEmpty {
      var room = width
      let fitting = rest.prefix { character in
        room -= character.displayWidth
        return room >= 0
      }
      let joint = fitting.count == rest.count ? nil : fitting.lastIndex(where: \.isJoint)
      let piece = joint.map { rest[...$0] } ?? fitting
      pieces.append(piece.reduce("", +))
      rest = rest[piece.endIndex...]
    }
    return pieces
  }

  /// Whether a word may be parted after this character.
  private var isJoint: Bool { ["-", "/", "_", "."].contains(runs.first?.text) }

  private init(printable text: String, _ ink: Ink) {
    runs = [Run(text: text, ink: ink)]
  }
}

extension Text: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text) }
}

/// What a piece of text means; colour never says it alone.
package enum Ink: Sendable {
  case plain, strong, quiet, good, warning, bad, accent

  /// What stands in a file or is typed.
  case code

  /// Where to read more, which a page may link to.
  case address
}

/// How a report is put on a terminal or into a pipe: plain unless somebody asks for colour.
package struct Paint: Equatable, Sendable {
  package static let plain = Paint(colour: false)

  package var colour: Bool

  /// Whether bars and rules keep to ASCII, for a terminal that shows nothing else.
  package var ascii: Bool

  package init(colour: Bool, ascii: Bool = false) {
    self.colour = colour
    self.ascii = ascii
  }

  /// Only bold, dim and the first 16 colours are used, so that the terminal's own palette decides how it looks.
  func rendered(_ text: String, _ ink: Ink) -> String {
    let text = ascii ? text.asciiGlyphs : text
    guard colour, let code = ink.code else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

extension Ink {
  fileprivate var code: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .quiet: "2"
    case .good: "32"
    case .warning: "33"
    case .bad: "1;31"
    case .accent, .code, .address: "36"
    }
  }
}

extension String {
  /// The glyphs that reports draw with, each as one ASCII character; anything else stays.
  fileprivate var asciiGlyphs: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    return String(
      map { character in
        switch character {
        case "─", "━": "-"
        case "│", "┃", "▏", "╎": "|"
        case "█", "▉", "▊", "▋", "▌", "▓": "#"
        case "▍", "▎", "░", "·": "."
        case "×": "x"
        case "–", "—": "-"
        case "…": "~"
        case "▸": ">"
        default: character
        }
      })
  }
}
