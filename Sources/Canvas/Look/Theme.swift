/// What a piece of the screen means; a theme says how that looks.
package enum Role: Int, CaseIterable, Sendable {
  case text, title, label, value, accent, focus, selection
  case good, warning, bad, changed, command
  case target, fill, track
  case tab, tabSelected, border, key
  case series1, series2, series3, series4
}

/// A style for each role, on the terminal's own background.
///
/// No theme tells a state by colour alone: whoever paints adds a sign or a word.
package struct Theme: Sendable, Equatable {
  package enum Name: String, CaseIterable, Sendable {
    /// Dark or light, as the terminal says that it is.
    case standard = "default"
    case dark
    case light
    case highContrast = "high-contrast"
    case colourBlind = "colour-blind"
    case mono

    package var next: Name {
      Self.allCases[(Self.allCases.firstIndex(of: self).map { $0 + 1 } ?? 0) % Self.allCases.count]
    }
  }

  package let name: Name

  /// The colours that are used, and those that the terminal has.
  package let depth: ColourDepth
  private let available: ColourDepth
  package let backdrop: Backdrop
  private let styles: [Style]

  /// What lies behind the selected row; nil where colours are few, and its name is reversed.
  package let row: Colour?

  package init(_ name: Name = .standard, depth: ColourDepth = .many, backdrop: Backdrop = .dark) {
    self.name = name
    available = depth
    self.depth = name == .mono ? .none : depth
    self.backdrop = backdrop
    let hues = Theme.hues(name, on: backdrop)
    let shown = self.depth
    styles = Role.allCases.map { Theme.style(of: $0, hues, shown, isStrong: name == .highContrast) }
    row =
      switch shown {
      case .none, .few: nil
      case .many: .many(hues.row.many)
      case .any: .any(hues.row.any)
      }
  }

  /// The same theme where the terminal is otherwise.
  package func on(_ backdrop: Backdrop) -> Theme { Theme(name, depth: available, backdrop: backdrop) }

  /// Another theme on the same terminal.
  package func named(_ name: Name) -> Theme { Theme(name, depth: available, backdrop: backdrop) }

  package subscript(role: Role) -> Style { styles[role.rawValue] }

  /// The role's style where it covers so much of the screen that it would shout.
  func wash(_ role: Role) -> Style {
    depth <= .few && name != .highContrast ? self[role].with(.dim) : self[role]
  }

  private static func hues(_ name: Name, on backdrop: Backdrop) -> Hues {
    switch (name, backdrop) {
    case (.dark, _), (.standard, .dark), (.mono, _): .dark
    case (.light, _), (.standard, .light): .light
    case (.colourBlind, .dark): .blueAndOrange
    case (.colourBlind, .light): .blueAndOrangeOnLight
    case (.highContrast, .dark): .strong
    case (.highContrast, .light): .strongOnLight
    }
  }

  private static func style(of role: Role, _ hues: Hues, _ depth: ColourDepth, isStrong: Bool) -> Style {
    guard depth > .none else { return shaped(role, isStrong: isStrong) }
    let accent = hues.accent?.style(depth) ?? Style(.standard, .bold)
    return switch role {
    case .text, .value, .tab: .plain
    case .title, .target: Style(.standard, .bold)
    case .label: hues.label?.style(depth) ?? .plain
    case .track, .border: hues.line.style(depth)
    case .accent: accent
    case .focus, .key: accent.with(.bold)
    case .fill, .series1: hues.area.style(depth)
    case .good, .series2: hues.good.style(depth)
    case .warning, .series3: hues.warning?.style(depth) ?? Style(.standard, .bold)
    case .bad, .series4: hues.bad.style(depth)
    case .changed: hues.changed.style(depth)
    case .command: hues.command.style(depth)
    case .selection: Style(.standard, .reverse)
    case .tabSelected: accent.with([.bold, .reverse])
    }
  }

  /// The shape that a role has without any colour.
  private static func shaped(_ role: Role, isStrong: Bool) -> Style {
    switch role {
    case .text, .value, .tab, .fill, .good, .command, .series1, .series2, .series3, .series4: .plain
    case .title, .focus, .warning, .target, .key, .bad, .accent: Style(.standard, .bold)
    case .label, .track, .border: isStrong ? .plain : Style(.standard, .dim)
    case .changed: Style(.standard, [.bold, .underline])
    case .selection: Style(.standard, .reverse)
    case .tabSelected: Style(.standard, [.bold, .reverse])
    }
  }
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
