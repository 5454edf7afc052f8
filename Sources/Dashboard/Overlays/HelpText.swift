import Canvas
import Typography

/// The keys of the screen below first, then all others; made from the bindings themselves.
struct HelpText {
  let state: State

  func lines(width: Int) -> [[Span]] {
    let here = KeyMap.Context(screen: state.screen)
    let others = KeyMap.Context.allCases.filter { $0 != here && KeyMap.own[$0] != nil }
    return section(here.rawValue, KeyMap.own[here, default: []], width)
      + section("Everywhere", KeyMap.everywhere, width)
      + others.flatMap { section($0.rawValue, KeyMap.own[$0, default: []], width) }
  }

  private func section(_ title: String, _ bindings: [Binding], _ width: Int) -> [[Span]] {
    let found = bindings.filter { state.isFound($0.label, $0.help) }
    guard !found.isEmpty else { return [] }
    return [[Span(title, .title)]] + found.flatMap { lines(of: $0, width) } + [[]]
  }

  private func lines(of binding: Binding, _ width: Int) -> [[Span]] {
    binding.help.wrapped(to: max(10, width - 13)).enumerated().map { row, text in
      [Span("  " + (row == 0 ? binding.label : "").padded(to: 11), .key), Span(text)]
    }
  }
}

extension KeyMap.Context {
  init(screen: Screen) {
    switch screen {
    case .plan: self = .sliders
    case .walls: self = .walls
    case .cost: self = .cost
    case .quotas: self = .quotas
    case .day: self = .day
    case .findings: self = .findings
    }
  }
}
