package import Canvas

/// A drawn screen, and what the mouse finds where.
package struct Frame: Sendable {
  package internal(set) var canvas: Canvas
  private(set) var zones: [(area: Rect, target: Target)] = []

  enum Target: Equatable, Sendable {
    case tabs(Rect)
    case control(Control.ID)
    case track(Control.ID, Rect)
    /// The chart of the simulated day.
    case chart(Rect)
    case row(Int)

    /// The title of a column, by its number.
    case heading(Int)
    /// A way that would hold.
    case remedy(Int)
    case choice(Int)

    /// A key that is named there.
    case key(Message)

    /// A name of something that has a place of its own.
    case command(Command.Action)
    /// Nothing to press, and nothing below it either.
    case scroll
  }

  init(_ size: Size, look: Look) {
    canvas = Canvas(size, look: look)
  }

  /// Lets presses within the area mean the target; a later one lies on top of an earlier.
  mutating func mark(_ area: Rect, _ target: Target) {
    if !area.isEmpty { zones.append((area, target)) }
  }

  /// Paints a table whose rows are choices, each of which is pressed anywhere in its line of the area, or of a wider one.
  mutating func paintChoices(_ table: Table, in area: Rect, pressedIn wider: Rect? = nil) {
    canvas.paint(table, in: area)
    let (layout, lines) = (table.layout(in: area), wider ?? area)
    for row in layout.rows {
      mark(Rect(x: lines.x, y: layout.line(of: row), width: lines.width), .choice(row))
    }
  }

  func target(at point: Point) -> (target: Target, point: Point)? {
    zones.last { $0.area.contains(point) }.map { ($0.target, point) }
  }
}
