package import Canvas

/// Which keys mean what, in each place where the keys may go.
package struct KeyMap: Sendable {
  /// What has the keys.
  package enum Context: String, CaseIterable, Sendable {
    case plan = "Plan"
    case walls = "Walls"
    case cost = "Cost"
    case quotas = "Quotas"
    case day = "Day"
    case findings = "Findings"
    case entry = "Typing a value"
    case prompt = "Typing a line"
    case text = "Help, differences and explanations"
    case chooser = "Choosing a type"
    case sizing = "Sizing"
    case question = "Questions"
  }

  let context: Context

  var bindings: [Binding] {
    KeyMap.own[context, default: []] + (context.isScreen ? KeyMap.everywhere : [KeyMap.redraw])
  }

  /// What a key asks for here, nil where it means nothing.
  package func message(for key: Key) -> Message? {
    for binding in bindings {
      if let message = binding.message(for: key) { return message }
    }
    guard context.isTyping, case .character(let character) = key else { return nil }
    return .type(character)
  }
}

extension KeyMap.Context {
  init(screen: Screen) {
    switch screen {
    case .plan: self = .plan
    case .walls: self = .walls
    case .cost: self = .cost
    case .quotas: self = .quotas
    case .day: self = .day
    case .findings: self = .findings
    }
  }

  /// Whether a screen has the keys, and not something over it.
  var isScreen: Bool {
    switch self {
    case .plan, .walls, .cost, .quotas, .day, .findings: true
    case .entry, .prompt, .text, .chooser, .sizing, .question: false
    }
  }

  /// Whether any sign that is not bound is typed.
  var isTyping: Bool { self == .entry || self == .prompt }
}

extension State {
  /// What has the keys now.
  package var context: KeyMap.Context {
    if entry != nil { return .entry }
    return overlays.last?.context ?? KeyMap.Context(screen: screen)
  }

  /// What an event of the terminal asks for; nil where it means nothing here.
  package func message(for event: Event) -> Message? {
    switch event {
    // Nobody should change or be asked what is not in sight.
    case .key(let key):
      KeyMap(context: context).message(for: key).flatMap { isTooSmall && $0 != .redraw ? nil : $0 }
    case .mouse(let mouse): isTooSmall ? nil : .mouse(mouse)
    // A paste is text, and where none is asked for it is nothing.
    case .paste(let text): isTooSmall || !context.isTyping ? nil : .paste(text)
    case .resize(let size): .resize(size)
    case .resume: .redraw
    case .terminate, .endOfInput: .terminate
    }
  }
}
