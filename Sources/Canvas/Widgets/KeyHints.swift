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

    fileprivate var width: Int { key.displayWidth + action.displayWidth + 1 }
  }

  package var hints: [Hint]

  package init(_ hints: [Hint]) { self.hints = hints }

  package func paint(on canvas: inout Canvas, in area: Rect) {
    for (index, place) in places(in: area) {
      canvas.put([Span(hints[index].key, .key), Span(" \(hints[index].action)", .label)], at: place.origin)
    }
  }

  /// Where the hints stand that fit and can be pressed, by their index.
  package func places(in area: Rect) -> [(index: Int, place: Rect)] {
    var x = area.x
    return fitting(area.width).map { index in
      defer { x += hints[index].width + 2 }
      return (index, Rect(x: x, y: area.y, width: hints[index].width))
    }
  }

  /// Hints that are not pinned go first, from the end; of those that are, the last ones stay.
  func fitting(_ width: Int) -> [Int] {
    var kept = Array(hints.indices)
    while kept.reduce(-2, { $0 + hints[$1].width + 2 }) > width, !kept.isEmpty {
      kept.remove(at: kept.lastIndex { !hints[$0].isPinned } ?? 0)
    }
    return kept
  }
}
