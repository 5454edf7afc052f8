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

  /// Which fleet of a capture is meant.
  var choices = FleetChoices()
  var today: Day?
  var actual: ActualRequests?

  /// Another fleet that it is held against, and what people call both.
  var beside: LoadedProfile?
  var isFromPortfolio = false
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
      readsOfCapture: readsOfCapture,
      look: Look(theme: Theme(theme, depth: terminal.depth, backdrop: Environment.backdrop), glyphs: glyphs))
    state.isFromPortfolio = isFromPortfolio
    if let beside { state.compare(with: Document(beside)) }
    if let found = files.find() { _ = state.update(found) }
    let watch = file.path.flatMap { FileWatch($0) }
    terminal.watch(watch?.descriptor)
    var events = terminal.firstEvents()
    while true {
      var rest = events[...]
      while !rest.isEmpty {
        var effects = state.update(&rest)
        while !effects.isEmpty {
          let effect = effects.removeFirst()
          if effect == .quit { return DashboardSession.ending(events, files) }
          if case .capture(let folder, let region) = effect {
            let (result, meanwhile) = capture(into: folder, region: region, showing: state, on: &terminal)
            effects += state.update(result)
            events += meanwhile
            rest += meanwhile
          } else if let result = perform(effect, on: &terminal, &files) {
            effects += state.update(result)
          }
        }
      }
      if events.contains(.watched) {
        watch?.drain()
        if let news = files.lookAgain(adopting: !state.isUnsaved) { _ = state.update(news) }
      }
      terminal.draw(state.frame.canvas)
      let timeout = state.hasWork ? .zero : state.awaitsPause ? DashboardSession.pause : nil
      events = terminal.nextEvents(timeout: timeout)
      guard events.isEmpty else { continue }
      let message: Message = state.hasWork ? .work : .settle
      for effect in state.update(message) {
        if let result = perform(effect, on: &terminal, &files) { _ = state.update(result) }
      }
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
    case .export(let exported, let path):
      let (message, copied) = files.export(exported, to: path, facts: facts)
      if let copied { terminal.copy(copied) }
      return message
    case .editFile(let path, let line):
      let editor =
        [Environment["VISUAL"], Environment["EDITOR"]].compactMap(\.self).first { !$0.isEmpty } ?? "vi"
      let ended = terminal.lend(to: "\(editor) \"$@\"", (line.map { ["+\($0)"] } ?? []) + [path])
      terminal.redraw()
      return ended ? files.readEdited() : .failed("\(editor) ended with an error; nothing was read")
    case .quit, .capture: return nil
    case .save, .saveAs, .reload, .readToMerge, .keep, .discard, .settle, .remember:
      return files.perform(effect)
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
