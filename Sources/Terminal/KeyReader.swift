import CNcurses
package import Canvas

/// Turns what ncurses reads into keys: the one place that knows codes and bytes.
///
/// An escape sequence that ncurses does not know is the key that most terminals mean by it, or is swallowed whole, so
/// that an odd key types no rubbish.
package struct KeyReader {
  private enum State {
    case ground
    case escape
    /// Within a sequence, until the byte that ends it: what came so far.
    case sequence(String)
  }

  private var state = State.ground

  package init() {}

  /// The key of a code that ncurses made of a sequence it knows, or none.
  package mutating func read(code: Int32) -> [Key] {
    finish() + (KeyReader.keys[code].map { [$0] } ?? functionKey(code))
  }

  /// The key of one Unicode scalar, or what it completes.
  package mutating func read(scalar: UInt32) -> [Key] {
    switch (state, scalar) {
    case (.ground, 0x1B):
      state = .escape
      return []
    case (.escape, 0x5B), (.escape, 0x4F):
      state = .sequence("")
      return []
    case (.escape, _):
      return finish() + read(scalar: scalar)
    case (.sequence(let start), 0x20...0x7E):
      let sequence = start + String(Character(Unicode.Scalar(UInt8(scalar))))
      let isWhole = scalar >= 0x40
      state = isWhole ? .ground : .sequence(sequence)
      return isWhole ? KeyReader.sequences[sequence].map { [$0] } ?? [] : []
    default:
      state = .ground
      return KeyReader.key(of: scalar).map { [$0] } ?? []
    }
  }

  /// Nothing more waits: an escape that nothing followed was the Escape key.
  package mutating func finish() -> [Key] {
    defer { state = .ground }
    if case .escape = state { return [.escape] }
    return []
  }

  private static func key(of value: UInt32) -> Key? {
    switch value {
    case 0x08, 0x7F: return .backspace
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x01...0x1A: return Unicode.Scalar(value + 0x60).map { .control(Character($0)) }
    case 0x20...: return Unicode.Scalar(value).map { .character(Character($0)) }
    default: return nil
    }
  }

  private func functionKey(_ code: Int32) -> [Key] {
    (KEY_F0 + 1...KEY_F0 + 63).contains(code) ? [.function(Int(code - KEY_F0))] : []
  }

  /// What the common terminals send after `ESC [` or `ESC O`, for those that call themselves by another's name.
  private static let sequences: [String: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end,
    "1;2A": .shiftUp, "1;2B": .shiftDown, "1;2C": .shiftRight, "1;2D": .shiftLeft,
    "1~": .home, "7~": .home, "4~": .end, "8~": .end, "5~": .pageUp, "6~": .pageDown, "3~": .delete,
    "Z": .backTab,
  ]

  private static let keys: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_SR: .shiftUp, KEY_SF: .shiftDown, KEY_SLEFT: .shiftLeft, KEY_SRIGHT: .shiftRight,
    KEY_HOME: .home, KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown,
    // What some terminals call Home and End, and the keypad's corners.
    KEY_FIND: .home, KEY_SELECT: .end, KEY_A1: .home, KEY_A3: .pageUp, KEY_C1: .end, KEY_C3: .pageDown,
    KEY_BTAB: .backTab, KEY_ENTER: .enter, KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_IC: .insert,
  ]
}
