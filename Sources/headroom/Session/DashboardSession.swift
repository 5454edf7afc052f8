import Canvas
import Dashboard
import Files
import Planning
import Terminal

/// The dashboard in a real terminal: events in, frames out, effects performed; the only impure part of it.
struct DashboardSession {
  var file: LoadedProfile
  var facts = Facts.builtIn
  var live: Live?
  var today: Day?
  var actual: ActualRequests?
  var theme = Theme.Name.standard
  var isASCII = false
  var mouse = true

  /// Runs until the person quits, and returns the exit code of the program.
  ///
  /// A signal that asks the program to end ends the process, so that a shell sees 128 + its number.
  ///
  /// - Throws: why there is no terminal to draw on; nothing has been written then.
  func run() throws(Terminal.Refusal) -> Int32 {
    switch try converse() {
    case .quit: return 0
    case .signal(let signal, let unkept):
      Terminal.die(of: signal, saying: unkept.map { "headroom: unsaved changes are lost: \($0)\n" } ?? "")
    }
  }

  private enum Ending {
    case quit
    case signal(Int32, unkept: RecoveryProblem?)
  }

  /// Draws, waits, answers; the terminal is given back before this returns.
  private func converse() throws(Terminal.Refusal) -> Ending {
    var terminal = try Terminal(mouse: mouse)
    var files = SessionFiles(file: file)
    let glyphs: Glyphs = isASCII || !Terminal.speaksUnicode ? .ascii : .unicode
    var state = State(
      Document(file), facts: facts, live: live, today: today, actual: actual, size: terminal.size,
      look: Look(theme: Theme(theme), glyphs: glyphs))
    if let found = files.find() { _ = state.update(found) }
    while true {
      terminal.draw(state.frame.canvas)
      let timeout = state.hasWork ? .zero : state.awaitsPause ? DashboardSession.pause : nil
      let events = terminal.nextEvents(timeout: timeout)
      var rest = events[...]
      repeat {
        var effects = rest.isEmpty ? state.update(state.hasWork ? .work : .settle) : state.update(&rest)
        while !effects.isEmpty {
          let effect = effects.removeFirst()
          if effect == .quit { return DashboardSession.ending(events, files) }
          if let result = perform(effect, on: &terminal, &files) { effects += state.update(result) }
        }
      } while !rest.isEmpty
    }
  }

  private func perform(_ effect: Effect, on terminal: inout Terminal, _ files: inout SessionFiles) -> Message?
  {
    switch effect {
    case .redraw:
      terminal.redraw()
      return .resize(terminal.size)
    case .suspend:
      terminal.suspend()
      terminal.redraw()
      return .resize(terminal.size)
    case .copy(let text):
      terminal.copy(text)
      return nil
    case .quit: return nil
    case .save, .saveAs, .reload, .readToMerge, .write, .keep, .discard, .settle: return files.perform(effect)
    }
  }

  private static func ending(_ events: [Event], _ files: SessionFiles) -> Ending {
    for event in events {
      if case .terminate(let signal) = event { return .signal(signal, unkept: files.unkept) }
    }
    return .quit
  }

  /// Longer than any keyboard waits before it repeats a held key.
  private static let pause = Duration.milliseconds(700)
}
