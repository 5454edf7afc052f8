import Canvas
import Dashboard
import Files
import Terminal
import Typography

extension DashboardSession {
  /// Reads AWS into a folder while the screen tells how far it is; Esc ends it after the call at hand.
  ///
  /// - Returns: what came of it, and whatever else happened in the terminal meanwhile.
  func capture(
    into folder: String, region: String, showing state: State, on terminal: inout Terminal
  ) -> (Message, meanwhile: [Event]) {
    var meanwhile: [Event] = []
    var (answered, refused) = (0, 0)
    do {
      let isWhole = try Capture(plan: capturePlan, folder: folder, region: region).run(
        goesOn: { call, made in
          answered = made
          var shown = state
          _ = shown.update(.did("reading AWS, \(made) answers so far: \(call.name); Esc ends it"))
          terminal.draw(shown.frame.canvas)
          let news = terminal.nextEvents(timeout: .zero)
          meanwhile += news.filter { $0 != .key(.escape) }
          return !news.contains { $0 == .key(.escape) || $0.endsProgram }
        }, refused: { _, _ in refused += 1 })
      guard isWhole else { return (.failed(Self.ended(after: answered, in: folder)), meanwhile) }
    } catch {
      return (.failed("\(Self.ended(after: answered, in: folder)): \(Self.reason(error))"), meanwhile)
    }
    do {
      return (.captured(try Live(captureAt: folder, choices, refused: refused)), meanwhile)
    } catch {
      return (.failed("what was read is in \(folder.quotedPath): \(Self.reason(error))"), meanwhile)
    }
  }

  /// What a fresh capture runs, as people are told before they let it.
  var readsOfCapture: String {
    let calls = capturePlan.firstCalls
    let first = calls.first.map { "aws \($0.words.joined(separator: " ").printable)" } ?? "aws"
    return "\(first), \(calls.count - 1) more reads and those of what they name"
  }

  private var capturePlan: CapturePlan { CapturePlan(group: choices.group) }

  /// How far a capture came that is not shown.
  private static func ended(after answered: Int, in folder: String) -> String {
    answered == 0
      ? "nothing was read"
      : "ended after \(Numbers.counted(answered, "read")), kept in \(folder.quotedPath) and not shown"
  }

  private static func reason(_ error: any Error) -> String { (error as? Failure)?.line ?? "\(error)" }
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
