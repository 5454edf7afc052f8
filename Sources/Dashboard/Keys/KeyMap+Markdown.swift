extension KeyMap {
  /// Every key as a Markdown table: what the README shows.
  package static var markdown: String {
    let everywhere = Section(title: "Everywhere", bindings: everywhere)
    let others = Context.allCases.map { Section(title: $0.rawValue, bindings: own[$0, default: []]) }
    let rows = ([everywhere] + others).flatMap { section in
      section.bindings.enumerated().map { index, binding in
        "| \(index == 0 ? section.title : "") | `\(binding.label)` | \(binding.help) |"
      }
    }
    return (["| Where | Keys | What they do |", "| --- | --- | --- |"] + rows).joined(separator: "\n") + "\n"
  }

  private struct Section {
    let title: String
    let bindings: [Binding]
  }
}
