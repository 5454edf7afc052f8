import CNcurses
import Canvas

/// Puts changed cells into the window, in the terminal's colours.
struct Palette {
  private struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  private var pairs = [Pair(foreground: -1, background: -1): Int32(0)]

  /// Writes what differs from `before` in one row.
  mutating func paint(
    row y: Int, of canvas: Canvas, over before: Canvas?, on window: UnsafeMutablePointer<WINDOW>
  ) {
    for run in canvas.changes(inRow: y, upTo: Int(getmaxx(window)), since: before) {
      choose(run.style, on: window)
      wmove(window, Int32(y), Int32(run.x))
      // Writing the bottom right cell reports an error although it is drawn.
      _ = waddnstr(window, run.text, Int32(run.text.utf8.count))
    }
  }

  private mutating func choose(_ style: Style, on window: UnsafeMutablePointer<WINDOW>) {
    var attributes: attr_t = 0
    if style.attributes.contains(.bold) { attributes |= screen_bold }
    if style.attributes.contains(.dim) { attributes |= screen_dim }
    if style.attributes.contains(.reverse) { attributes |= screen_reverse }
    if style.attributes.contains(.underline) { attributes |= screen_underline }
    // Eight colours are bright by being bold.
    if screen_colours() < 16, case .few(8...) = style.foreground.kind { attributes |= screen_bold }
    screen_set_style(window, attributes, pair(style))
  }

  /// The number under which ncurses knows two colours, 0 for the terminal's own or when numbers run out.
  private mutating func pair(_ style: Style) -> Int32 {
    let pair = Pair(foreground: number(style.foreground), background: number(style.background))
    if let known = pairs[pair] { return known }
    let new = Int32(pairs.count)
    guard screen_colour_pairs() > new, init_extended_pair(new, pair.foreground, pair.background) == OK else {
      return 0
    }
    pairs[pair] = new
    return new
  }

  private func number(_ colour: Colour) -> Int32 {
    switch colour.kind {
    case .standard: -1
    case .few(let number): Int32(number % (screen_colours() >= 16 && !screen_has_any_colour() ? 16 : 8))
    case .many(let number), .any(let number): Int32(number)
    }
  }
}
