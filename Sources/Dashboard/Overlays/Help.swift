import Canvas
import Typography

/// The keys of the screen below first, then all others; made from the bindings themselves.
struct Help: TextOverlay {
  var offset = 0

  /// Words that the keys shown have.
  private var words = ""

  var filter: String? {
    get { words }
    set {
      words = newValue ?? ""
      offset = 0
    }
  }

  /// The first time, all keys are shown again.
  func back(in state: inout State) -> [Effect] {
    if words.isEmpty { state.quitsAfterSaving = false } else { state.overlays.append(Help()) }
    return []
  }

  func title(in state: State) -> String { words.isEmpty ? "Keys" : "Keys with \"\(words)\"" }

  func lines(in state: State, width: Int) -> [[Span]] {
    let here = state.screen.keys
    let others = KeyMap.all.filter { $0.title != here.title }
    let lines =
      section(here.title, here.own, width) + section("Everywhere", KeyMap.everywhere, width)
      + others.flatMap { section($0.title, $0.own, width) }
    return lines.isEmpty ? [[Span("No key has these words.", .label)]] : lines
  }

  private func section(_ title: String, _ bindings: [Binding], _ width: Int) -> [[Span]] {
    let found = bindings.filter { $0.label.has(words) || $0.help.has(words) }
    guard !found.isEmpty else { return [] }
    return [[Span(title, .title)]] + found.flatMap { lines(of: $0, width) } + [[]]
  }

  private func lines(of binding: Binding, _ width: Int) -> [[Span]] {
    binding.help.wrapped(to: max(10, width - 13)).enumerated().map { row, text in
      [Span("  " + (row == 0 ? binding.label : "").padded(to: 11), .key), Span(text)]
    }
  }
}
