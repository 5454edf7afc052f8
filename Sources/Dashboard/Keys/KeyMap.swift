package import Canvas

/// Which keys mean what in one of the places where the keys may go.
package struct KeyMap: Sendable {
  /// The place, for people.
  let title: String

  /// Keys of this place, and those that it shares with others.
  let own: [Binding]
  let shared: [Binding]

  /// Whether any sign that is not bound is typed.
  let isTyping: Bool

  init(_ title: String, _ own: [Binding], _ shared: [Binding] = [redraw], isTyping: Bool = false) {
    self.title = title
    self.own = own
    self.shared = shared
    self.isTyping = isTyping
  }

  /// Every place: the screens, then what may lie over them.
  static let all = Screen.allCases.map(\.keys) + [entry, prompt, text, chooser, rates, sizing, question]

  var bindings: [Binding] { own + shared }

  /// What a key asks for here, nil where it means nothing.
  package func message(for key: Key) -> Message? {
    for binding in bindings {
      if let message = binding.message(for: key) { return message }
    }
    guard isTyping, case .character(let character) = key else { return nil }
    return .type(character)
  }
}

extension State {
  /// The keys that mean something now.
  package var keys: KeyMap { entry == nil ? overlays.last?.keys ?? screen.keys : .entry }

  /// What an event of the terminal asks for; nil where it means nothing here.
  package func message(for event: Event) -> Message? {
    switch event {
    // Nobody should change or be asked what is not in sight.
    case .key(let key):
      keys.message(for: key).flatMap { isTooSmall && $0 != .redraw ? nil : $0 }
    case .mouse(let mouse): isTooSmall ? nil : .mouse(mouse)
    // A paste is text, and where none is asked for it is nothing.
    case .paste(let text): isTooSmall || !keys.isTyping ? nil : .paste(text)
    case .resize(let size): .resize(size)
    case .resume: .redraw
    case .terminate, .endOfInput: .terminate
    }
  }
}
