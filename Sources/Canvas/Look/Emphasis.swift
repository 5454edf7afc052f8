extension Canvas {
  /// Colours the row under focus as a whole, faint words included; with few colours its name is reversed.
  package mutating func highlight(_ row: Rect, name: Rect) {
    guard let background = look.theme.row else {
      return restyle(name) { $0.attributes.insert(.reverse) }
    }
    let faint = look.theme[.label]
    restyle(row) { style in
      guard !style.attributes.contains(.reverse) else { return }
      if style == faint { style = .plain }
      style.background = background
    }
  }

  /// Lets everything in the area step back behind what is painted next.
  package mutating func dim(_ area: Rect) {
    let style = look.theme[.border]
    restyle(area) { $0 = style }
  }
}
