import Canvas
import Typography

/// The keys of the screen below first, then all others; made from the bindings themselves.
struct HelpText {
  let screen: Screen

  /// Words that the keys shown have.
  let filter: String

  func lines(width: Int) -> [[Span]] {
    let here = KeyMap.Context(screen: screen)
    let others = KeyMap.Context.allCases.filter { $0 != here && KeyMap.own[$0] != nil }
    let lines =
      section(here.rawValue, KeyMap.own[here, default: []], width)
      + section("Everywhere", KeyMap.everywhere, width)
      + others.flatMap { section($0.rawValue, KeyMap.own[$0, default: []], width) }
    return lines.isEmpty ? [[Span("No key has these words.", .label)]] : lines
  }

  private func section(_ title: String, _ bindings: [Binding], _ width: Int) -> [[Span]] {
    let found = bindings.filter { $0.label.has(filter) || $0.help.has(filter) }
    guard !found.isEmpty else { return [] }
    return [[Span(title, .title)]] + found.flatMap { lines(of: $0, width) } + [[]]
  }

  private func lines(of binding: Binding, _ width: Int) -> [[Span]] {
    binding.help.wrapped(to: max(10, width - 13)).enumerated().map { row, text in
      [Span("  " + (row == 0 ? binding.label : "").padded(to: 11), .key), Span(text)]
    }
  }
}
