import Canvas
import Planning
import Typography

/// What AWS has beside what the profile says, key by key, to take or to leave.
struct ShownDrift: Overlay {
  private var row = 0
  private var words = ""

  /// The words by which it shows a part of the keys.
  var filter: String? {
    get { words }
    set {
      words = newValue ?? ""
      row = 0
    }
  }

  var keys: KeyMap { .drift }

  /// The chosen row; rows that were taken or kept have left the list.
  var selected: Int { row }

  func rows(in state: State) -> [Drift.Difference] { state.openDifferences.filter { $0.key.has(words) } }

  mutating func select(by count: Int, in state: State) {
    row = min(max(0, row + count), max(0, choiceCount(in: state) - 1))
  }

  func choiceCount(in state: State) -> Int { rows(in: state).count }

  mutating func press(choice: Int) -> Bool {
    row = choice
    return false
  }

  func flaw(in state: State) -> String? { row >= 0 ? nil : "row \(row) is selected" }

  func derive(_ derived: inout Derived, from state: State) {}

  func paint(for state: State, on frame: inout Frame, over area: Rect, footer: Rect) {
    let rows = rows(in: state)
    let box = area.centred(Size(min(area.width, 104), min(area.height, max(rows.count, 1) + 3)))
    frame.canvas.paintBox(box, title: "AWS beside the profile\(words.isEmpty ? "" : ", \(words)")")
    let inner = box.inset(horizontal: 2, vertical: 1)
    guard !rows.isEmpty else {
      frame.canvas.put("Nothing is left that differs.", in: inner.row(0), .label)
      return
    }
    let table = table(rows)
    frame.paintChoices(table, in: inner)
  }

  private func table(_ rows: [Drift.Difference]) -> Table {
    let value = { (value: FieldValue?, missing: String) in
      (value?.text ?? missing).printable.clipped(to: 40)
    }
    return Table(
      [
        Table.Column("key"), Table.Column("profile"), Table.Column("AWS"),
        Table.Column("where AWS says so", rank: 1, isFlexible: true),
      ],
      rows: rows.map { row in
        [
          Span(row.key), Span(value(row.profile, "not stated"), .label),
          Span(value(row.aws, "not there"), .changed),
          Span(row.source.printable, .label),
        ]
      }, selected: min(row, rows.count - 1))
  }
}
