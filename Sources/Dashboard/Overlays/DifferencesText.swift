import Canvas
import Planning
import Typography

/// Every value that differs from the saved profile, and what that does.
struct DifferencesText {
  let state: State

  func lines(width: Int) -> [[Span]] {
    let change = state.change
    guard !change.fields.isEmpty else { return [[Span("Nothing differs.", .label)]] }
    return change.fields.flatMap { field in
      [
        [Span(field.path)],
        [
          Span("  \(field.old ?? "not stated")", .label), Span(" → "),
          Span(field.new ?? "not stated", .changed),
        ],
      ]
    } + [[]] + ChangePanel(state: state).lines
  }
}
