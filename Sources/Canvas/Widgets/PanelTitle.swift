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
    let width = remark.displayWidth + 1
    let room = fits(area.width) || area.width < 2 * width ? area.width : area.width - width - 2
    let shown = title.map { span in
      Span(span.text.printable.clipped(to: room, ellipsis: canvas.glyphs.ellipsis), span.role)
    }
    let end = canvas.put(shown + [" "], at: area.origin)
    if width > 1, end + width <= area.right {
      canvas.put([" "] + remark, at: Point(area.right - width, area.y))
    }
  }
}
