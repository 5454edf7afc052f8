import CNcurses
package import Canvas

/// The screen of a real terminal: shows a canvas, and tells what people do.
///
/// One value holds the screen from `init` to its end of life, and gives it back whole however that comes.
package struct Terminal: ~Copyable {
  private let window: UnsafeMutablePointer<WINDOW>
  private var palette = Palette()
  /// What the terminal shows, or nil when that is unknown.
  private var shown: Canvas?

  /// Takes the terminal on standard input and output.
  ///
  /// - Throws: ``Refusal``, before anything is written, where no screen can be had.
  package init(mouse: Bool = true) throws(Refusal) {
    if let refusal = Refusal.standing { throw refusal }
    _ = screen_set_locale()
    guard let window = screen_open(mouse) else { throw .unknownType(Refusal.terminalType) }
    self.window = window
  }

  deinit { screen_close() }

  /// Whether box lines and blocks can be shown here, by the locale and the terminal's type.
  package static var speaksUnicode: Bool { screen_set_locale() && Refusal.terminalType != "linux" }

  package var size: Size { Size(Int(getmaxx(window)), Int(getmaxy(window))) }

  /// Shows the canvas: only cells that changed are written, all at once.
  package mutating func draw(_ canvas: Canvas) {
    let before = shown?.size == canvas.size ? shown : nil
    if before == nil { werase(window) }
    for y in 0..<min(canvas.size.height, size.height) {
      palette.paint(row: y, of: canvas, over: before, on: window)
    }
    placeCursor(canvas.cursor)
    wrefresh(window)
    shown = canvas
  }

  /// Writes the whole screen again, as after something else wrote on it.
  package mutating func redraw() {
    clearok(window, true)
    if let shown { draw(shown) }
  }

  /// Sleeps until something happens, then returns all that has happened by then, in its order.
  ///
  /// Without a timeout it never returns nothing.
  package mutating func nextEvents(timeout: Duration? = nil) -> [Event] {
    while true {
      let wakening = screen_wait(timeout.map { Int32(max(0, min($0 / .milliseconds(1), 1e9))) } ?? -1)
      var events = takeSignals() + Input.drain(window)
      if wakening == SCREEN_CLOSED { events.append(.endOfInput) }
      if !events.isEmpty || timeout != nil { return events }
    }
  }

  /// Gives the screen back and stops the program as the shell's job until it is called to the foreground.
  package mutating func suspend() { screen_suspend() }

  /// Asks the terminal to put the text on its clipboard, by OSC 52; many do, some ask, some refuse.
  package func copy(_ text: String) {
    let request = "\u{1B}]52;c;\(base64(text.utf8))\u{7}"
    screen_write(request, request.utf8.count)
  }

  /// Ends the process by the signal that asked for it, so that a shell reports 128 + signal.
  ///
  /// Whatever screen is still open is given back first.
  package static func die(of signal: Int32) -> Never { guard_die(signal) }

  private mutating func takeSignals() -> [Event] {
    var events: [Event] = []
    if guard_take_stop() {
      suspend()
      events.append(.resume)
    } else if guard_take_continue() {
      screen_resume()
      events.append(.resume)
    }
    let end = guard_take_end()
    if end != 0 { events.append(.terminate(signal: end)) }
    return events
  }

  private func placeCursor(_ cursor: Point?) {
    curs_set(cursor == nil ? 0 : 1)
    if let cursor { wmove(window, Int32(cursor.y), Int32(cursor.x)) }
  }
}
