/// Lines of text that may be longer than their area, with a thumb on the right edge that tells where one is.
package struct ScrollingText: Widget {
  package var lines: [[Span]]
  /// The first line shown.
  package var offset: Int

  package init(_ lines: [[Span]], offset: Int = 0) {
    self.lines = lines
    self.offset = offset
  }

  /// The largest offset that still fills the area.
  package func lastOffset(height: Int) -> Int { max(0, lines.count - height) }

  package func paint(on canvas: inout Canvas, in area: Rect) {
    let first = min(max(0, offset), lastOffset(height: area.height))
    for (row, line) in lines.dropFirst(first).prefix(area.height).enumerated() {
      canvas.put(line, at: area.row(row).origin)
    }
    guard lines.count > area.height, area.height > 0 else { return }
    let edge = Rect(x: area.right - 1, y: area.y, width: 1, height: area.height)
    let thumb = max(1, area.height * area.height / lines.count)
    let top = (area.height - thumb) * first / lastOffset(height: area.height)
    canvas.fill(edge, with: canvas.glyphs.vertical, .track)
    canvas.fill(
      Rect(x: edge.x, y: edge.y + top, width: 1, height: thumb), with: canvas.glyphs.widths[8], .label)
  }
}
