import Typography

/// The footer: keys and what they do, as many as fit.
package struct KeyHints: Widget {
  package struct Hint: Hashable, Sendable {
    package var key: String
    package var action: String
    /// Whether the hint stays when others have to go.
    package var isPinned: Bool

    package init(_ key: String, _ action: String, isPinned: Bool = false) {
      self.key = key
      self.action = action
      self.isPinned = isPinned
    }
  }

  package var hints: [Hint]

  package init(_ hints: [Hint]) { self.hints = hints }

  package func paint(on canvas: inout Canvas, in area: Rect) {
    var x = area.x
    for hint in fitting(area.width) {
      x = canvas.put([Span(hint.key, .key), Span(" \(hint.action)", .label)], at: Point(x, area.y)) + 2
    }
  }

  /// Hints that are not pinned go first, from the end; of those that are, the last ones stay.
  func fitting(_ width: Int) -> [Hint] {
    var kept = hints
    while kept.reduce(-2, { $0 + $1.key.displayWidth + $1.action.displayWidth + 3 }) > width, !kept.isEmpty {
      kept.remove(at: kept.lastIndex { !$0.isPinned } ?? 0)
    }
    return kept
  }
}
