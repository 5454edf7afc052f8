import Canvas

extension Canvas {
  /// An empty frame with a title in its upper edge.
  mutating func paintBox(_ box: Rect, title: String) {
    paint(
      Dialog(
        title,
        lines: Array(
          repeating: [Span(String(repeating: " ", count: max(0, box.width - 4)))],
          count: max(0, box.height - 2))), in: box)
  }
}
