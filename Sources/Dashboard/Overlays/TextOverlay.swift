import Canvas

/// A text that scrolls within a frame over the screen.
protocol TextOverlay: Overlay {
  /// The first line in sight.
  var offset: Int { get set }

  func title(in state: State) -> String
  func lines(in state: State, width: Int) -> [[Span]]
}

extension TextOverlay {
  var keys: KeyMap { .text }

  func paint(for state: State, on frame: inout Frame, over area: Rect, footer: Rect) {
    let (lines, box) = layout(in: state)
    frame.canvas.paintBox(box, title: title(in: state))
    frame.canvas.paint(ScrollingText(lines, offset: offset), in: inner(of: box))
    frame.canvas.cursor = nil
  }

  mutating func select(by count: Int, in state: State) {
    offset = min(max(0, offset + count), lastOffset(in: state))
  }

  /// The first line in sight when the last one is; zero for a text that is in sight as a whole.
  func lastOffset(in state: State) -> Int {
    let (lines, box) = layout(in: state)
    return max(0, lines.count - inner(of: box).height)
  }

  func flaw(in state: State) -> String? { offset < 0 ? "a text is scrolled to line \(offset)" : nil }

  private func layout(in state: State) -> (lines: [[Span]], box: Rect) {
    let area = place(in: state.size)
    let lines = lines(in: state, width: area.width - 5)
    return (lines, Rect(x: area.x, y: area.y, width: area.width, height: min(area.height, lines.count + 2)))
  }

  private func inner(of box: Rect) -> Rect { box.inset(horizontal: 2, vertical: 1) }

  /// Inset where there is room; edge to edge where what is left of the screen below would only be debris.
  private func place(in size: Size) -> Rect {
    size.width >= 100
      ? Rect(size).inset(horizontal: 8, vertical: 2)
      : Rect(x: 0, y: 2, width: size.width, height: size.height - 3)
  }
}
