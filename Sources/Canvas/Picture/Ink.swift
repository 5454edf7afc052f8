/// The terminal that a picture imitates.
package enum Backdrop: String, CaseIterable, Sendable {
  case dark
  case light

  /// The colour of the sheet, and of text that asks for none.
  var sheet: String { self == .dark ? "#14171c" : "#ffffff" }
  var text: String { self == .dark ? "#d8dce3" : "#1f2328" }

  /// The sixteen colours in the order of ``Colour``, each at least 4.5:1 against the sheet where it carries text.
  private var inks: [String] {
    switch self {
    case .dark:
      [
        "#3a404a", "#f2777a", "#8cc570", "#e0b354", "#6ca8f0", "#c792ea", "#4fc1d4", "#c8ccd4",
        "#7d8590", "#ff9a9c", "#a8dd8f", "#f0c674", "#8cbcff", "#dbb2f5", "#7fdbe8", "#ffffff",
      ]
    case .light:
      [
        "#1f2328", "#c4212f", "#1a7f37", "#8a5a00", "#0a56c2", "#8a3ffc", "#0b7285", "#57606a",
        "#6e7781", "#d1242f", "#2a8a3e", "#9a6700", "#1f6feb", "#9a55ff", "#1080a0", "#8c959f",
      ]
    }
  }

  func ink(_ colour: Colour, standard: String) -> String {
    colour == .standard ? standard : inks[Int(colour.rawValue)]
  }
}

/// How a cell is printed: reversal resolved and colours named.
struct Ink: Hashable {
  let foreground: String
  /// Nil where the sheet shows through.
  let background: String?
  let isBold: Bool
  let isDim: Bool
  let isUnderlined: Bool

  init(_ style: Style, on backdrop: Backdrop) {
    let foreground = backdrop.ink(style.foreground, standard: backdrop.text)
    let background = backdrop.ink(style.background, standard: backdrop.sheet)
    let isReversed = style.attributes.contains(.reverse)
    self.foreground = isReversed ? background : foreground
    self.background = isReversed ? foreground : style.background == .standard ? nil : background
    isBold = style.attributes.contains(.bold)
    isDim = style.attributes.contains(.dim)
    isUnderlined = style.attributes.contains(.underline)
  }
}
