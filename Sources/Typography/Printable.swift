extension String {
  /// The same text with everything that could instruct or mislead a reader shown as an escape.
  ///
  /// Control and format characters (tab, newline, escape, bidirectional overrides, zero-width joiners, tags,
  /// byte order marks), line separators, private-use and unassigned scalars become `\u{202E}` and the like, and
  /// so does a combining mark with nothing to stand on or too many below it. Every Character that remains has a
  /// width of at least one column.
  package var printable: String {
    if isOrdinary { return self }
    // Bytes, since appending to a view of scalars copies all that is there already.
    var shown: [UInt8] = []
    for character in self { character.print(to: &shown) }
    return String(decoding: shown, as: UTF8.self)
  }
}

extension Character {
  /// More marks than any living script stacks; taller stacks only smear over the rows around them.
  private static let marksAllowed = 4

  fileprivate func print(to shown: inout [UInt8]) {
    var base: Unicode.Scalar?
    var marks = 0
    for scalar in unicodeScalars {
      if let base, scalar.onlyRestyles(base) { continue }
      if scalar.columns > 0 {
        base = scalar
        shown.append(contentsOf: String(scalar).utf8)
      } else if scalar.isPlain, base != nil, marks < Character.marksAllowed {
        marks += 1
        shown.append(contentsOf: String(scalar).utf8)
      } else {
        shown.append(contentsOf: scalar.escape.utf8)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether a reader sees the scalar as what it is, and a terminal draws it and does nothing else.
  package var isPlain: Bool {
    if isASCII { return (0x20...0x7E).contains(value) }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
      return false
    default:
      return !properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether the scalar only picks the look of the emoji before it: a presentation selector or a skin tone.
  ///
  /// Terminals disagree on the columns that these add, so text is shown without them.
  fileprivate func onlyRestyles(_ emoji: Unicode.Scalar) -> Bool {
    switch value {
    case 0xFE0E, 0xFE0F: emoji.properties.isEmoji && !emoji.isASCII
    default: properties.isEmojiModifier && emoji.properties.isEmojiModifierBase
    }
  }

  fileprivate var escape: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }
}
