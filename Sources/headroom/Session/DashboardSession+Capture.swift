import Canvas
import Dashboard
import Files
import Glibc
import Planning
import Terminal
import Typography

extension DashboardSession {
  /// Reads AWS into a folder while the screen tells how far it is; Esc ends it after the call at hand.
  ///
  /// Whatever else comes meanwhile is kept in `events` for later.
  func capture(
    into folder: String, region: String, showing state: State, on terminal: inout Terminal,
    keeping events: inout [Event]
  ) -> Message {
    guard !Capture.holdsSomethingElse(folder) else {
      return .failed("\(folder.quotedPath) holds something else than a capture: name another folder")
    }
    var refused = 0
    do {
      let isWhole = try Capture(plan: CapturePlan(group: choices.group), folder: folder, region: region).run(
        goesOn: { call, made in
          var shown = state
          _ = shown.update(.did("reading AWS, \(made) answers so far: \(call.name); Esc ends it"))
          terminal.draw(shown.frame.canvas)
          let news = terminal.nextEvents(timeout: .zero)
          events += news.filter { $0 != .key(.escape) }
          return !news.contains { $0 == .key(.escape) || $0.endsProgram }
        }, refused: { _, _ in refused += 1 })
      guard isWhole else { return .failed("ended by Esc: nothing of what was read is shown") }
      return .captured(try Live(captureAt: folder, choices, refused: refused))
    } catch {
      return .failed("nothing was read: \((error as? Failure)?.line ?? "\(error)")")
    }
  }
}

extension Live {
  /// What a folder of a capture, or a file of a fleet, tells, called by its name and its day.
  init(captureAt path: String, _ choices: FleetChoices, refused: Int = 0) throws {
    let account = try FoundFiles.read { () throws(InputFileError) in try AWSFiles.any([path]) }
    let day = AWSFiles.dayOfCapture(at: path).map { " of \($0)" } ?? ""
    let left = refused == 0 ? "" : ", \(refused) read\(refused == 1 ? "" : "s") refused"
    self.init(try choices.fleet(in: account), name: "\(path.quotedPath)\(day)\(left)")
  }
}

extension Capture {
  /// Whether a folder is there with files that no capture wrote.
  static func holdsSomethingElse(_ folder: String) -> Bool {
    guard let entries = folder.withSystemPath({ opendir($0) }) else { return false }
    defer { closedir(entries) }
    var count = 0
    while readdir(entries) != nil { count += 1 }
    // The folder itself and the one around it are always among them.
    return count > 2 && AWSFiles.filesOfCapture(in: folder).isEmpty
  }
}

extension Failure {
  /// What the message says first, without the name of the program; what follows it is for a shell.
  fileprivate var line: String {
    let first = message.prefix { !$0.isNewline }
    return String(first.hasPrefix("headroom: ") ? first.dropFirst("headroom: ".count) : first)
  }
}

extension Event {
  fileprivate var endsProgram: Bool {
    switch self {
    case .terminate, .endOfInput: true
    default: false
    }
  }
}
