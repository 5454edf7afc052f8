/// What a piece of the screen means; a theme says how that looks.
package enum Role: Int, CaseIterable, Sendable {
  case text, title, label, value, accent, focus, selection
  case good, warning, bad, changed
  case target, fill, track
  case tab, tabSelected, border, key
  case series1, series2, series3, series4
}

/// A style for each role, made of the terminal's own colours on its own background.
///
/// No theme tells a state by colour alone: whoever paints adds a sign or a word.
package struct Theme: Sendable, Equatable {
  package enum Name: String, CaseIterable, Sendable {
    case standard = "default"
    case light
    case highContrast = "high-contrast"
    case colourBlind = "colour-blind"
    case mono
  }

  package let name: Name
  private let styles: [Style]

  package init(_ name: Name = .standard) {
    self.name = name
    styles = Role.allCases.map { Theme.style(of: $0, in: name) }
  }

  package subscript(role: Role) -> Style { styles[role.rawValue] }

  /// The role's style where it covers so much of the screen that it would shout.
  func wash(_ role: Role) -> Style {
    var style = self[role]
    if name != .highContrast { style.attributes.insert(.dim) }
    return style
  }

  private static func style(of role: Role, in name: Name) -> Style {
    switch name {
    case .standard: coloured[role] ?? shaped(role)
    case .light: light[role] ?? coloured[role] ?? shaped(role)
    case .colourBlind: blueAndOrange[role] ?? shaped(role)
    case .highContrast: strong[role] ?? shaped(role)
    case .mono: shaped(role)
    }
  }

  /// The shape that a role has without any colour.
  private static func shaped(_ role: Role) -> Style {
    switch role {
    case .text, .value, .tab, .fill, .good, .accent, .series1, .series2, .series3, .series4: .plain
    case .title, .focus, .warning, .target, .key: Style(.standard, .bold)
    case .label, .track, .border: Style(.standard, .dim)
    case .changed: Style(.standard, [.bold, .underline])
    case .bad: Style(.standard, .bold)
    case .selection: Style(.standard, .reverse)
    case .tabSelected: Style(.standard, [.bold, .reverse])
    }
  }

  /// Colours that read on black and on white; yellow and blue do not.
  private static let coloured: [Role: Style] = [
    .accent: Style(.cyan), .focus: Style(.cyan, .bold), .fill: Style(.cyan), .key: Style(.cyan, .bold),
    .good: Style(.green), .warning: Style(.magenta, .bold), .bad: Style(.red, .bold),
    .changed: Style(.cyan, .bold),
    .series1: Style(.cyan), .series2: Style(.green), .series3: Style(.magenta), .series4: Style(.red),
  ]

  /// Cyan is too pale for a white background, and many terminals draw faint black as black.
  private static let light: [Role: Style] = [
    .label: Style(.brightBlack), .track: Style(.brightBlack), .border: Style(.brightBlack),
    .accent: Style(.blue), .focus: Style(.blue, .bold), .fill: Style(.blue), .key: Style(.blue, .bold),
    .changed: Style(.blue, .bold),
    .series1: Style(.blue),
  ]

  /// Blue against orange, the pair that all common kinds of colour blindness keep apart.
  private static let blueAndOrange: [Role: Style] = [
    .accent: Style(.brightBlue), .focus: Style(.brightBlue, .bold), .fill: Style(.brightBlue),
    .key: Style(.brightBlue, .bold),
    .good: Style(.brightBlue), .warning: Style(.yellow), .bad: Style(.yellow, .bold),
    .changed: Style(.brightBlue, .bold),
    .series1: Style(.brightBlue), .series2: Style(.standard), .series3: Style(.yellow),
    .series4: Style(.yellow, .bold),
  ]

  /// Nothing is faint. Reversal would turn bars inside out, so it marks only what is chosen.
  private static let strong: [Role: Style] = [
    .label: .plain, .track: .plain, .border: .plain,
    .accent: Style(.standard, .bold), .fill: Style(.standard, .bold),
  ]
}

/// All that a view may choose about its appearance.
package struct Look: Sendable, Equatable {
  package var theme: Theme
  package var glyphs: Glyphs

  package init(theme: Theme = Theme(), glyphs: Glyphs = .unicode) {
    self.theme = theme
    self.glyphs = glyphs
  }
}
