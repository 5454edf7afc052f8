import CNcurses
import Canvas
import Glibc

/// Reads what a person or the terminal sends, in pieces that may end in the middle of anything.
struct Input {
  private var reader = KeyReader(Input.keys)

  /// When to stop waiting for the rest of what has begun.
  private var deadline: ContinuousClock.Instant?

  /// How long to wait for the rest of what has begun; nil where nothing has.
  var patience: Duration? { deadline.map { max(.zero, $0 - .now) } }

  /// Takes what waits, and gives up what has begun and gets no end in time.
  mutating func take(isReady: Bool) -> [Event] {
    var events: [Event] = []
    // What waits may be what follows an escape, or more of a paste; a sequence has had its time.
    if let deadline, deadline <= .now, !isReady || reader.awaits == .endOfSequence {
      events = reader.giveUp()
      self.deadline = reader.awaits.map { .now + $0.patience }
    }
    guard isReady else { return events }
    let before = reader.awaits
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      count = max(0, read(STDIN_FILENO, buffer.baseAddress, buffer.count))
    }
    events += reader.read(bytes)
    // Only a paste may go on as long as it likes, or keys would be locked up with what never ends.
    if let awaited = reader.awaits, awaited != before || awaited == .endOfPaste || !events.isEmpty {
      deadline = .now + awaited.patience
    } else if reader.awaits == nil {
      deadline = nil
    }
    return events
  }

  /// What this terminal sends for its keys, by their names in terminfo.
  private static var keys: [[UInt8]: Key] {
    let functions = (1...63).map { ("kf\($0)", Key.function($0)) }
    let known = (capabilities + functions).compactMap { name, key in
      screen_key(name).map { (Array(String(cString: $0).utf8), key) }
    }
    return Dictionary(known) { first, _ in first }
  }

  private static let capabilities: [(String, Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
    ("kri", .shiftUp), ("kind", .shiftDown), ("kLFT", .shiftLeft), ("kRIT", .shiftRight),
    ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
    // What some terminals call Home and End, and the keypad's corners.
    ("kfnd", .home), ("kslt", .end), ("ka1", .home), ("ka3", .pageUp), ("kc1", .end), ("kc3", .pageDown),
    ("kcbt", .backTab), ("kent", .enter), ("kdch1", .delete), ("kich1", .insert),
  ]
}

extension KeyReader.Rest {
  var patience: Duration {
    switch self {
    // Shorter than anybody notices; every terminal sends a sequence faster.
    case .afterEscape: .milliseconds(50)
    case .endOfSequence: .seconds(1)
    case .endOfPaste: .seconds(1)
    }
  }
}
