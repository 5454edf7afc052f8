import Typography

/// A title that a line carries on to the right edge, with an optional remark before the edge.
package struct PanelTitle: Widget {
  package var title: [Span]
  package var remark: [Span]

  package init(_ title: String, remark: [Span] = [], isFocused: Bool = false) {
    self.title = [Span(title, isFocused ? .focus : .title)]
    self.remark = remark
  }

  /// Whether title and remark stand beside each other in so many columns.
  package func fits(_ width: Int) -> Bool { title.displayWidth + remark.displayWidth + 4 <= width }

  package func paint(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area.row(0), with: canvas.glyphs.horizontal, .border)
    let end = canvas.put(title + [" "], at: area.origin)
    let width = remark.displayWidth + 1
    if width > 1, end + width <= area.right {
      canvas.put([" "] + remark, at: Point(area.right - width, area.y))
    }
  }
}
