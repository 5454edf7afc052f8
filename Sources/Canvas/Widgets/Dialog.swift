import Typography

/// A framed question or message in the middle of the screen.
package struct Dialog: Widget {
  package var title: String
  package var lines: [[Span]]
  package var choices: [String]
  package var selected: Int

  package init(_ title: String, lines: [[Span]], choices: [String] = [], selected: Int = 0) {
    self.title = title
    self.lines = lines
    self.choices = choices
    self.selected = selected
  }

  package func paint(on canvas: inout Canvas, in area: Rect) {
    let frame = frame(in: area)
    canvas.fill(frame)
    paintBorder(on: &canvas, frame)
    canvas.put(" \(title) ", in: Rect(x: frame.x + 1, y: frame.y, width: frame.width - 2), .title)
    let inner = frame.inset(horizontal: 2, vertical: 1)
    for (row, line) in lines.enumerated() where row < inner.height {
      canvas.put(line, at: inner.row(row).origin)
    }
    for (index, place) in choicePlaces(in: area).enumerated() {
      canvas.put(" \(choices[index]) ", at: place.origin, index == selected ? .selection : .text)
    }
    if let place = choicePlaces(in: area).dropFirst(selected).first {
      canvas.cursor = Point(place.x + 1, place.y)
    }
  }

  package func frame(in area: Rect) -> Rect {
    let widest = (lines.map(\.displayWidth) + [title.printable.displayWidth + 2, choicesWidth]).max() ?? 0
    return area.centred(Size(widest + 4, lines.count + 2 + (choices.isEmpty ? 0 : 2)))
  }

  private var choicesWidth: Int { choices.reduce(-2) { $0 + $1.displayWidth + 4 } }

  /// Where each choice stands and can be pressed.
  package func choicePlaces(in area: Rect) -> [Rect] {
    let inner = frame(in: area).inset(horizontal: 2, vertical: 1)
    var x = inner.x
    return choices.map { choice in
      defer { x += choice.displayWidth + 4 }
      return Rect(x: x, y: inner.bottom - 1, width: choice.displayWidth + 2)
    }
  }

  private func paintBorder(on canvas: inout Canvas, _ frame: Rect) {
    let glyphs = canvas.glyphs
    let side = Rect(x: frame.x, y: frame.y + 1, width: 1, height: frame.height - 2)
    let right = frame.right - 1
    for y in [frame.y, frame.bottom - 1] {
      canvas.fill(Rect(x: frame.x, y: y, width: frame.width), with: glyphs.horizontal, .border)
    }
    canvas.fill(side, with: glyphs.vertical, .border)
    canvas.fill(Rect(x: right, y: side.y, width: 1, height: side.height), with: glyphs.vertical, .border)
    canvas.put(String(glyphs.topLeft), at: frame.origin, .border)
    canvas.put(String(glyphs.topRight), at: Point(right, frame.y), .border)
    canvas.put(String(glyphs.bottomLeft), at: Point(frame.x, frame.bottom - 1), .border)
    canvas.put(String(glyphs.bottomRight), at: Point(right, frame.bottom - 1), .border)
  }
}
