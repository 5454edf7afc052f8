extension KeyMap {
  /// Every key as a Markdown table: what the README shows.
  package static var markdown: String {
    let sections = [(title: "Everywhere", bindings: everywhere)] + all.map { ($0.title, $0.own) }
    let rows = sections.flatMap { title, bindings in
      bindings.enumerated().map { index, binding in
        "| \(index == 0 ? title : "") | `\(binding.label)` | \(binding.help) |"
      }
    }
    return (["| Where | Keys | What they do |", "| --- | --- | --- |"] + rows).joined(separator: "\n") + "\n"
  }
}
