package import Canvas

/// Turns the bytes that a terminal sends into keys, the mouse and pastes: the one place that knows them.
///
/// A terminal sends more than keys: it answers questions that another program has asked, and passes on what is pasted.
/// None of that ever becomes a key. What has begun at the end of one reading goes on in the next.
package struct KeyReader {
  /// What is still to come of something that has begun.
  package enum Rest: Hashable, Sendable {
    /// The escape may have been the Escape key.
    case afterEscape
    case endOfSequence
    case endOfPaste
  }

  private enum State {
    case ground
    /// Within a character of several bytes; with Alt it is no key.
    case character([UInt8], isAlt: Bool)
    /// After one escape or two, or after none that is still to be told; `isOld` once the reading that brought it is over.
    case escape(count: Int, isOld: Bool)
    /// After an escape that was taken for the key: the rest of a slow sequence may still come, in one piece.
    case late
    /// After `ESC [` or `ESC O`: all bytes since the escape.
    case sequence([UInt8], isAlt: Bool)
    /// A string to another program, until its end; the start of one that may be an answer to ours is kept.
    case string(endsWithBell: Bool, isEscaped: Bool)
    /// The three bytes of the mouse after `ESC [ M`.
    case mouse([UInt8])
    /// A pasted text, and how much of its end has come.
    case paste([UInt8], end: Int)
  }

  private var state = State.ground

  /// What an answer says so far.
  private var answer: [UInt8] = []
  private var events: [Event] = []
  private let keys: [[UInt8]: Key]

  /// `keys` are sequences that this terminal sends besides those of the common ones.
  package init(_ keys: [[UInt8]: Key] = [:]) {
    self.keys = KeyReader.common.merging(keys) { $1 }
  }

  package var awaits: Rest? {
    switch state {
    case .ground: nil
    case .escape: .afterEscape
    case .late, .character, .sequence, .string, .mouse: .endOfSequence
    case .paste: .endOfPaste
    }
  }

  /// Takes what one reading brought.
  package mutating func read(_ bytes: some Collection<UInt8>) -> [Event] {
    // Nobody types two keys at once.
    if case .late = state { state = bytes.count > 1 ? .escape(count: 0, isOld: true) : .ground }
    for byte in bytes { take(byte) }
    if case .escape(let count, _) = state { state = .escape(count: count, isOld: true) }
    return takeEvents()
  }

  /// Nothing has followed for a while: an escape was the Escape key, a paste is over, and a sequence was none.
  package mutating func giveUp() -> [Event] {
    var next = State.ground
    switch state {
    case .escape(let count, _):
      for _ in 0..<count { press(.escape) }
      next = .late
    case .paste(let text, _): events.append(.paste(String(decoding: text, as: UTF8.self)))
    case .ground, .late, .character, .sequence, .string, .mouse: break
    }
    state = next
    return takeEvents()
  }

  private mutating func takeEvents() -> [Event] {
    defer { events = [] }
    return events
  }

  private mutating func press(_ key: Key?) { if let key { events.append(.key(key)) } }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground, .late: begin(byte, isAlt: false)
    case .character(let start, let isAlt): take(byte, after: start, isAlt)
    case .escape(let count, let isOld): take(byte, afterEscapes: count, isOld)
    case .sequence(let start, let isAlt): take(byte, inSequence: start, isAlt)
    case .string(let endsWithBell, let isEscaped): take(byte, inString: endsWithBell, isEscaped)
    case .mouse(let start):
      state = start.count < 2 ? .mouse(start + [byte]) : .ground
      if start.count == 2 { report(code: Int(start[0]) - 32, x: Int(start[1]) - 32, y: Int(byte) - 32) }
    case .paste(let text, let end): take(byte, inPaste: text, end)
    }
  }

  private mutating func begin(_ byte: UInt8, isAlt: Bool) {
    state = .ground
    switch byte {
    case 0x1B: state = .escape(count: 1, isOld: false)
    case 0x80...0x9F: introduce(byte - 0x40)
    case 0xC2...0xF4: state = .character([byte], isAlt: isAlt)
    default: if !isAlt { press(KeyReader.key(of: UInt32(byte))) }
    }
  }

  private mutating func take(_ byte: UInt8, after start: [UInt8], _ isAlt: Bool) {
    let bytes = start + [byte]
    guard (0x80...0xBF).contains(byte) else { return begin(byte, isAlt: false) }
    let length = bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
    guard bytes.count == length else { return state = .character(bytes, isAlt: isAlt) }
    state = .ground
    guard !isAlt, let scalar = String(validating: bytes, as: UTF8.self)?.unicodeScalars.first else { return }
    if scalar.value < 0xA0 {
      introduce(UInt8(scalar.value) - 0x40)
    } else {
      press(.character(Character(scalar)))
    }
  }

  private mutating func take(_ byte: UInt8, afterEscapes count: Int, _ isOld: Bool) {
    if byte == 0x1B {
      // A second one may be the Escape key again, or a sequence together with Alt.
      if count == 2 || isOld && count == 1 { press(.escape) }
      return state = .escape(count: isOld ? 1 : 2, isOld: false)
    }
    state = .ground
    if introduce(byte, isAlt: count == 2) { return }
    if count == 2 || isOld && count == 1 { press(.escape) }
    if isOld { return begin(byte, isAlt: false) }
    // With Alt, and so no key of ours, unless this terminal sends it for one.
    if let key = keys[[0x1B, byte]] { press(key) } else { begin(byte, isAlt: true) }
  }

  /// Begins what an escape and this byte introduce, if they introduce anything.
  @discardableResult
  private mutating func introduce(_ byte: UInt8, isAlt: Bool = false) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "O"): state = .sequence([byte], isAlt: isAlt)
    case UInt8(ascii: "]"):
      answer = []
      state = .string(endsWithBell: true, isEscaped: false)
    // Strings of devices and of applications, private messages, and those that are only called strings.
    case UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      state = .string(endsWithBell: false, isEscaped: false)
    default: return false
    }
    return true
  }

  private mutating func take(_ byte: UInt8, inSequence start: [UInt8], _ isAlt: Bool) {
    guard (0x20...0x7E).contains(byte) else { return begin(byte, isAlt: false) }
    let bytes = start + [byte]
    // The Linux console sends `ESC [ [ A` for a key.
    let isWhole = byte >= 0x40 && bytes != Array("[[".utf8)
    // No key is as long: what else comes of it is not kept.
    guard isWhole else { return state = .sequence(start.count < 32 ? bytes : start, isAlt: isAlt) }
    state = .ground
    switch String(decoding: bytes, as: UTF8.self) {
    case "[200~":
      if isAlt { press(.escape) }
      state = .paste([], end: 0)
    case "[M":
      if isAlt { press(.escape) }
      state = .mouse([])
    case let text where text.hasPrefix("[<"):
      if isAlt { press(.escape) }
      report(text.dropFirst(2))
    default: if !isAlt { press(keys[[0x1B] + bytes]) }
    }
  }

  private mutating func take(_ byte: UInt8, inString endsWithBell: Bool, _ isEscaped: Bool) {
    switch byte {
    case UInt8(ascii: "\\") where isEscaped: endString(endsWithBell)
    // An escape that does not end the string begins something else.
    case _ where isEscaped: take(byte, afterEscapes: 1, false)
    case 0x1B: state = .string(endsWithBell: endsWithBell, isEscaped: true)
    case 0x07 where endsWithBell: endString(endsWithBell)
    // Cancel and substitute end anything.
    case 0x18, 0x1A: state = .ground
    default: if endsWithBell, answer.count < KeyReader.longestAnswer { answer.append(byte) }
    }
  }

  /// The only answer that is asked for is the colour of the background (OSC 11).
  private mutating func endString(_ isCommand: Bool) {
    state = .ground
    guard isCommand, let backdrop = Backdrop(answer: String(decoding: answer, as: UTF8.self)) else { return }
    events.append(.backdrop(backdrop))
  }

  private static let longestAnswer = 64

  private mutating func take(_ byte: UInt8, inPaste text: [UInt8], _ end: Int) {
    let mark = KeyReader.endOfPaste
    if byte == mark[end] {
      guard end + 1 == mark.count else { return state = .paste(text, end: end + 1) }
      state = .ground
      events.append(.paste(String(decoding: text, as: UTF8.self)))
    } else {
      let isMark = byte == mark[0]
      let more = mark[..<end] + (isMark ? [] : [byte])
      state = .paste(text.count < KeyReader.longestPaste ? text + more : text, end: isMark ? 1 : 0)
    }
  }

  private static let endOfPaste = Array("\u{1B}[201~".utf8)

  /// Bytes of a paste that are kept: more than any field takes.
  private static let longestPaste = 8192
}

extension KeyReader {
  /// What the mouse did: `0;34;5M`, by the numbers of SGR.
  private mutating func report(_ text: Substring) {
    let numbers = text.dropLast().split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let code = numbers[0], let x = numbers[1], let y = numbers[2] else { return }
    report(code: code, x: x, y: y, isRelease: text.last == "m")
  }

  private mutating func report(code: Int, x: Int, y: Int, isRelease: Bool = false) {
    guard let action = MouseEvent.Action(code: code, isRelease: isRelease), x > 0, y > 0 else { return }
    events.append(.mouse(MouseEvent(action, at: Point(x - 1, y - 1))))
  }

  private static func key(of value: UInt32) -> Key? {
    switch value {
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x01...0x1A: Unicode.Scalar(value + 0x60).map { .control(Character($0)) }
    case 0x20...0x7E: Unicode.Scalar(value).map { .character(Character($0)) }
    default: nil
    }
  }

  /// What the common terminals send, for those that call themselves by another's name.
  private static let common: [[UInt8]: Key] = {
    let letters: [(String, Key)] = [
      ("A", .up), ("B", .down), ("C", .right), ("D", .left), ("H", .home), ("F", .end),
      ("1;2A", .shiftUp), ("1;2B", .shiftDown), ("1;2C", .shiftRight), ("1;2D", .shiftLeft),
      ("1~", .home), ("7~", .home), ("4~", .end), ("8~", .end), ("5~", .pageUp), ("6~", .pageDown),
      ("3~", .delete), ("2~", .insert), ("Z", .backTab),
    ]
    let both = letters.flatMap { end, key in ["[", "O"].map { (Array("\u{1B}\($0)\(end)".utf8), key) } }
    return Dictionary(uniqueKeysWithValues: both + [(Array("\u{1B}OM".utf8), .enter)])
  }()
}

extension MouseEvent.Action {
  /// The left button and the wheel; the other buttons mean nothing here.
  fileprivate init?(code: Int, isRelease: Bool) {
    // Shift, Alt and Control may be held.
    switch code & ~0b1_1100 {
    case 0: self = isRelease ? .release : .press
    // The older reports do not say which button was let go.
    case 3: self = .release
    case 32: self = .drag
    case 64 where !isRelease: self = .wheelUp
    case 65 where !isRelease: self = .wheelDown
    default: return nil
    }
  }
}

extension Backdrop {
  /// What `11;rgb:1e1e/1e1e/2e2e` or `11;rgba:…` says; nil for anything else.
  init?(answer: String) {
    guard let colon = answer.firstIndex(of: ":"), ["11;rgb", "11;rgba"].contains(answer[..<colon]) else {
      return nil
    }
    let parts = answer[answer.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false)
    let shares = parts.prefix(3).compactMap { part -> Double? in
      guard (1...4).contains(part.count), let value = Int(part, radix: 16), value >= 0 else { return nil }
      return Double(value) / Double(1 << (4 * part.count) - 1)
    }
    guard shares.count == 3 else { return nil }
    // How bright people see it, by the weights of Rec. 709.
    self = 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2] > 0.5 ? .light : .dark
  }
}
