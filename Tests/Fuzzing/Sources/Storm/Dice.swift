import Canvas
import Planning

/// What happens next, by chance: the same for the same seed.
struct Dice {
  private var stream: RandomStream

  init(seed: Int) { stream = RandomStream(seed: seed, stream: 0) }

  mutating func number(below limit: Int) -> Int { Int(stream.next() % UInt64(limit)) }

  mutating func isLucky(_ count: Int, of all: Int) -> Bool { number(below: all) < count }

  mutating func element<Element>(of choices: [Element]) -> Element { choices[number(below: choices.count)] }

  mutating func key() -> Key {
    switch number(below: 10) {
    case 0..<4: element(of: Dice.named)
    case 4: .control(element(of: Dice.letters))
    case 5: .function(number(below: 64))
    case 6: .character(element(of: Dice.odd))
    default: .character(element(of: Dice.signs))
    }
  }

  mutating func mouse(in size: Size) -> MouseEvent {
    let action = element(of: Dice.actions)
    // Now and then outside, as when the window has just become smaller.
    let point = Point(number(below: size.width + 3) - 1, number(below: size.height + 3) - 1)
    return MouseEvent(action, at: point)
  }

  /// A text of a few characters or of more than any field takes, with line breaks and what is not plain.
  mutating func text() -> String {
    let count = number(below: isLucky(1, of: 8) ? 5000 : 20)
    return String(
      (0..<count).map { _ in isLucky(1, of: 30) ? element(of: Dice.odd + ["\n"]) : element(of: Dice.signs) })
  }

  mutating func size() -> Size {
    isLucky(1, of: 3)
      ? Size(number(below: 300) + 1, number(below: 100) + 1)
      : element(of: [Size(1, 1), Size(40, 12), Size(80, 24), Size(120, 40), Size(200, 50), Size(300, 100)])
  }

  private static let named: [Key] = [
    .up, .down, .left, .right, .shiftUp, .shiftDown, .shiftLeft, .shiftRight, .home, .end, .pageUp, .pageDown,
    .tab, .backTab, .enter, .enter, .escape, .escape, .backspace, .delete, .insert,
  ]
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz")
  private static let signs = (0x20...0x7E).map { Character(Unicode.Scalar(UInt8($0))) }
  private static let odd: [Character] = ["é", "東", "\u{301}", "👩‍👩‍👧", "\u{202E}", "\u{1B}", "\u{0}", "\u{FFFD}"]
  private static let actions: [MouseEvent.Action] = [
    .press, .press, .drag, .drag, .release, .wheelUp, .wheelDown,
  ]
}
