import CNcurses
import Canvas

/// Puts canvases into the window of ncurses, which queues for the terminal what makes the one of the other.
struct Easel {
  private let window: UnsafeMutablePointer<WINDOW>
  private var palette = Palette()

  init(_ window: UnsafeMutablePointer<WINDOW>) { self.window = window }

  var size: Size { Size(Int(getmaxx(window)), Int(getmaxy(window))) }

  /// How many colours there are, as terminfo says.
  var depth: ColourDepth {
    switch screen_colours() {
    case (1 << 24)...: .any
    case 256...: .many
    case 8...: .few
    default: .none
    }
  }

  /// Paints what differs from `before`; all of it where that is nil.
  mutating func paint(_ canvas: Canvas, over before: Canvas?) {
    if before == nil {
      werase(window)
      clearok(window, true)
      screen_render(window)
    }
    let height = min(canvas.size.height, size.height)
    let rows = max(1, Int(screen_cells_at_once()) / max(1, canvas.size.width))
    for start in stride(from: 0, to: height, by: rows) {
      for y in start..<min(height, start + rows) {
        palette.paint(row: y, of: canvas, over: before, on: window)
      }
      if start + rows < height { screen_render(window) }
    }
    placeCursor(canvas.cursor)
    screen_render(window)
  }

  private func placeCursor(_ cursor: Point?) {
    curs_set(cursor == nil ? 0 : 1)
    if let cursor { wmove(window, Int32(cursor.y), Int32(cursor.x)) }
  }
}
