import Canvas
import Dashboard
import Files
import Planning
import Terminal

/// Many profiles in a real terminal: one is opened from the list, and what lies behind it is there again afterwards.
struct PortfolioSession {
  let paths: [String]
  var facts = Facts.builtIn
  var today: Day?
  var theme = Theme.Name.standard
  var isASCII = false
  var mouse = true

  /// Runs until the person quits, and returns the exit code of the program.
  func run() throws(Terminal.Refusal) -> Int32 {
    if let refusal = Terminal.Refusal.standing { throw refusal }
    let glyphs: Glyphs = isASCII || !Terminal.speaksUnicode ? .ascii : .unicode
    var state = PortfolioState(
      paths.map(row), size: Size(80, 24),
      look: Look(theme: Theme(theme, backdrop: Environment.backdrop), glyphs: glyphs))
    while true {
      switch try converse(&state) {
      case .open(let path):
        if let file = try? Profiles.load(path) {
          var session = DashboardSession(
            file: file, facts: (try? facts.adding(sourcesOf: file)) ?? facts, today: today,
            theme: state.look.theme.name, isASCII: isASCII,
            mouse: mouse)
          session.isFromPortfolio = true
          _ = try session.run()
        }
        state.replace(row(of: path))
      case .signal(let signal): Terminal.die(of: signal)
      case .quit: return 0
      }
    }
  }

  private enum Ending {
    case open(path: String)
    case signal(Int32)
    case quit
  }

  /// Draws, waits, answers; the terminal is given back before this returns.
  private func converse(_ state: inout PortfolioState) throws(Terminal.Refusal) -> Ending {
    var terminal = try Terminal(mouse: mouse)
    state.show(on: terminal.depth)
    _ = state.update(.resize(terminal.size))
    var events = terminal.firstEvents()
    while true {
      for event in events {
        if case .terminate(let signal) = event { return .signal(signal) }
        switch state.update(event) {
        case .open(let path): return .open(path: path)
        case .quit: return .quit
        case .suspend:
          terminal.suspend()
          terminal.redraw()
        case .redraw: terminal.redraw()
        case nil: break
        }
      }
      terminal.draw(state.canvas)
      events = terminal.nextEvents()
    }
  }

  private func row(of path: String) -> PortfolioRow {
    do throws(InputFileError) {
      let file = try Profiles.load(path)
      return PortfolioRow(
        Plan(file.profile, provenance: file.provenance, facts: try facts.adding(sourcesOf: file)), path: path,
        asOf: today)
    } catch {
      return PortfolioRow(unread: path, reason: error.reasonFirst)
    }
  }
}
