package import Canvas

/// A key or a family of keys with what it does: help, footer and the README's table are made from it.
package struct Binding: Sendable {
  /// The keys as people write them: `← →  h l`.
  let label: String

  /// What the footer says.
  let action: String

  /// What the help says.
  let help: String
  let strokes: [Stroke]

  /// Whether the footer shows it: never, where there is room, or always.
  let place: Place

  /// Whether it does something in a state; a footer offers it only then.
  let isUseful: @Sendable (State) -> Bool

  enum Place: Sendable { case helpOnly, footer, pinned }

  struct Stroke: Sendable {
    let keys: [Key]
    let message: Message
  }

  init(
    _ label: String, _ action: String, _ help: String, _ place: Place = .footer,
    _ strokes: [([Key], Message)], where isUseful: @escaping @Sendable (State) -> Bool = { _ in true }
  ) {
    self.label = label
    self.action = action
    self.help = help
    self.place = place
    self.strokes = strokes.map { Stroke(keys: $0.0, message: $0.1) }
    self.isUseful = isUseful
  }

  init(
    _ label: String, _ action: String, _ help: String, _ place: Place = .footer, _ keys: [Key],
    _ message: Message, where isUseful: @escaping @Sendable (State) -> Bool = { _ in true }
  ) {
    self.init(label, action, help, place, [(keys, message)], where: isUseful)
  }

  /// Whether the footer offers it in a state, where there is room.
  func isOffered(in state: State) -> Bool { place != .helpOnly && !action.isEmpty && isUseful(state) }

  func message(for key: Key) -> Message? {
    strokes.first { $0.keys.contains(key) }?.message
  }
}

extension Key: ExpressibleByUnicodeScalarLiteral {
  /// A key that types one sign: `"q"`.
  package init(unicodeScalarLiteral character: Character) { self = .character(character) }
}
