import Canvas
import Planning
import Typography

/// Every gesture with what it did, the last one first; Enter goes back to one.
struct ShownHistory: Overlay {
  private(set) var selected: Int

  init(in state: State) { selected = state.history.undoneCount }

  var keys: KeyMap { .history }

  mutating func select(by count: Int, in state: State) {
    selected = min(max(0, selected + count), choiceCount(in: state) - 1)
  }

  func choiceCount(in state: State) -> Int { state.history.undoneCount + state.history.doneCount + 1 }

  func accept(in state: inout State) -> [Effect] {
    let steps = selected - state.history.undoneCount
    for _ in 0..<max(0, steps) { state.undo() }
    for _ in 0..<max(0, -steps) { state.redo() }
    if steps == 0 { state.notice = Notice(text: "that is where you are") }
    return []
  }

  mutating func press(choice: Int) -> Bool {
    defer { selected = choice }
    return selected == choice
  }

  func derive(_ derived: inout Derived, from state: State) { derived.tellHistory(of: state) }

  func flaw(in state: State) -> String? {
    (0..<choiceCount(in: state)).contains(selected) ? nil : "gesture \(selected) is selected"
  }

  func paint(for state: State, on frame: inout Frame, over area: Rect, footer: Rect) {
    let rows = state.derived.history ?? []
    let table = Table(
      [
        Table.Column("what was done", isFlexible: true, minimumWidth: 20),
        .number("users at desired", rank: 1), .number("USD a month, list", rank: 2),
      ],
      rows: rows.enumerated().map { index, row in
        let isUndone = index < state.history.undoneCount
        let sign = index == state.history.undoneCount ? "\(frame.canvas.glyphs.pointer) " : "  "
        return [
          Span(sign + row.summary, isUndone ? .label : .text),
          Span(row.users.map { Figures.signed($0) } ?? "", .label),
          Span(row.cost.map { Figures.signedDollars($0) } ?? "", .label),
        ]
      }, selected: selected, isRuled: true)
    let box = area.centred(Size(min(area.width, 90), min(area.height, rows.count + 3)))
    frame.canvas.paintBox(box, title: "History")
    let inner = box.inset(horizontal: 2, vertical: 1)
    frame.paintChoices(table, in: inner)
  }
}

/// A gesture, and what it did to the fleet where that is known.
struct HistoryRow: Equatable, Sendable {
  let summary: String
  let users: Int?
  let cost: Money?
}

extension Derived {
  /// What each gesture did, the last one first, then how it all began.
  mutating func tellHistory(of state: State) {
    guard history == nil else { return }
    let profiles = state.history.profiles(around: state.profile, atMost: 200)
    let plans = profiles.map { Plan($0, facts: state.plan.facts, model: state.plan.model) }
    let rows = state.history.summaries.enumerated().map { index, summary -> HistoryRow in
      guard plans.indices.contains(index + 1) else {
        return HistoryRow(summary: summary, users: nil, cost: nil)
      }
      let (after, before) = (plans[index], plans[index + 1])
      let users = [after, before].map { $0.wholeUsersCarried(at: .desired) ?? 0 }
      return HistoryRow(
        summary: summary, users: users[0] - users[1],
        cost: Comparison(from: before, to: after).likelyListChange)
    }
    history = rows + [HistoryRow(summary: "as it was read", users: nil, cost: nil)]
  }
}
