import CNcurses
package import Canvas

/// A screen of no terminal, which tells what one would be written.
///
/// ncurses knows one screen at a time, so there is one rehearsal at a time, and none beside a `Terminal`.
package struct Rehearsal: ~Copyable {
  private var easel: Easel
  private var shown: Canvas?

  /// Nil where terminfo does not know the type.
  package init?(type: String, size: Size) {
    _ = screen_set_locale()
    guard let window = screen_rehearse(type, Int32(size.height), Int32(size.width)) else { return nil }
    easel = Easel(window)
  }

  deinit { screen_end_rehearsal() }

  package var depth: ColourDepth { easel.depth }

  /// How many bytes the terminal would get for showing a canvas after the one before.
  package mutating func bytes(of canvas: Canvas) -> Int {
    easel.paint(canvas, over: shown)
    shown = canvas
    defer { outlet_clear() }
    return outlet_waiting()
  }
}
