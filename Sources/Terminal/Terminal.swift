import CNcurses
package import Canvas
import Glibc

/// The screen of a real terminal: shows a canvas, and tells what people do.
///
/// One value holds the screen from `init` to its end of life, and gives it back whole however that comes.
package struct Terminal: ~Copyable {
  private var easel: Easel
  private var input: Input
  /// What the terminal shows once it has taken all that was written, or nil when that is unknown.
  private var shown: Canvas?
  /// What it is to show as soon as it takes more.
  private var wanted: Canvas?

  /// Takes the terminal on standard input and output.
  ///
  /// - Throws: ``Refusal``, before anything is written, where no screen can be had.
  package init(mouse: Bool = true) throws(Refusal) {
    if let refusal = Refusal.standing { throw refusal }
    _ = screen_set_locale()
    guard let window = screen_open(mouse) else { throw .unknownType(Refusal.terminalType) }
    easel = Easel(window)
    // Only now is it known what the terminal sends for its keys.
    input = Input()
  }

  deinit { screen_close() }

  /// How many colours the terminal has, as terminfo says.
  package var depth: ColourDepth { easel.depth }

  /// Lets a descriptor that can be read be told as `Event.watched`.
  package func watch(_ descriptor: Int32?) { screen_watch(descriptor ?? -1) }

  /// Takes what the terminal says of itself within a short while, with anything that was typed meanwhile.
  package mutating func firstEvents() -> [Event] {
    outlet_flush(0)
    guard screen_wait(Terminal.patienceForAnswers) == SCREEN_INPUT else { return [] }
    return input.take(isReady: true)
  }

  /// In milliseconds: terminals on this machine answer within one, and nobody sees a frame that is later by so few.
  private static let patienceForAnswers: Int32 = 4

  /// Whether box lines and blocks can be shown here, by the locale and the terminal's type.
  package static var speaksUnicode: Bool { screen_set_locale() && Refusal.terminalType != "linux" }

  package var size: Size { easel.size }

  /// Shows the canvas: only cells that changed are written, all at once.
  ///
  /// A terminal that takes nothing is not waited for: it gets the latest canvas once it takes more.
  package mutating func draw(_ canvas: Canvas) {
    wanted = canvas
    show()
  }

  /// Writes the whole screen again, as after something else wrote on it.
  package mutating func redraw() {
    forgetScreen()
    show()
  }

  /// Sleeps until something happens, then returns all that has happened by then, in its order.
  ///
  /// Without a timeout it never returns nothing.
  package mutating func nextEvents(timeout: Duration? = nil) -> [Event] {
    let end = timeout.map { ContinuousClock.now + $0 }
    while true {
      let waits = [end.map { $0 - .now }, input.patience].compactMap { $0 }
      let wakening = screen_wait(waits.min().map(Terminal.milliseconds) ?? -1)
      show()
      // What was typed before a signal is still an answer to be kept.
      var events = input.take(isReady: wakening == SCREEN_INPUT) + takeSignals()
      if wakening == SCREEN_WATCHED { events.append(.watched) }
      if wakening == SCREEN_CLOSED { events.append(.endOfInput) }
      if !events.isEmpty { return events }
      if let end, end <= .now { return [] }
    }
  }

  /// Gives the screen back and stops the program as the shell's job until it is called to the foreground.
  package mutating func suspend() {
    screen_suspend()
    forgetScreen()
  }

  /// Leaves the terminal to a program of the shell until that ends; false where it ended with an error.
  ///
  /// The words are what the command finds as `$1`, `$2` and so on.
  package mutating func lend(to command: String, _ words: [String]) -> Bool {
    var arguments = (["/bin/sh", "-c", command, "sh"] + words).map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    let status = screen_lend(arguments)
    forgetScreen()
    return status == 0
  }

  /// Asks the terminal to put the text on its clipboard, by OSC 52; many do, some ask, some refuse.
  package func copy(_ text: String) {
    let request = "\u{1B}]52;c;\(base64(text.utf8))\u{7}"
    screen_write(request, request.utf8.count)
  }

  /// Ends the process by the signal that asked for it, so that a shell reports 128 + signal.
  ///
  /// Whatever screen is still open is given back first, and last words are said if somebody listens.
  package static func die(of signal: Int32, saying words: String = "") -> Never {
    outlet_tell(words, words.utf8.count)
    guard_die(signal)
  }

  private mutating func takeSignals() -> [Event] {
    var events: [Event] = []
    if guard_take_stop() {
      suspend()
      events.append(.resume)
    } else if guard_take_continue() {
      screen_resume()
      forgetScreen()
      events.append(.resume)
    }
    if guard_take_resize() {
      screen_fit()
      events.append(.resize(size))
    }
    let end = guard_take_end()
    if end != 0 { events.append(.terminate(signal: end)) }
    return events
  }

  /// What the terminal shows is unknown from now on.
  private mutating func forgetScreen() {
    wanted = wanted ?? shown
    shown = nil
  }

  /// Writes what waits, then the wanted canvas if the terminal has taken all before it.
  private mutating func show() {
    guard outlet_flush(0), let canvas = wanted else { return }
    wanted = nil
    easel.paint(canvas, over: shown?.size == canvas.size ? shown : nil)
    shown = canvas
    outlet_flush(0)
  }

  /// Rounded up, so that one who waits so long need not wait again.
  private static func milliseconds(_ duration: Duration) -> Int32 {
    Int32(max(0, min((duration / .milliseconds(1)).rounded(.up), 1e9)))
  }
}
