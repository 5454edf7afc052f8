import Canvas
import Planning
import Typography

/// The list of words that a control can hold, with what each brings.
struct Chooser: Overlay {
  var control: Control.ID
  var selected: Int

  var keys: KeyMap { .chooser }

  mutating func select(by count: Int, in state: State) {
    selected = min(max(0, selected + count), max(0, choiceCount(in: state) - 1))
  }

  func accept(in state: inout State) -> [Effect] {
    let choices = choices(in: state)
    if choices.indices.contains(selected) { state.control(control)?.turn(&state, .word(choices[selected])) }
    return []
  }

  func choiceCount(in state: State) -> Int { choices(in: state).count }

  /// The second press on a row chooses it.
  mutating func press(choice: Int) -> Bool {
    defer { selected = choice }
    return selected == choice
  }

  func paint(for state: State, on frame: inout Frame, over area: Rect, footer: Rect) {
    let choices = choices(in: state)
    let table = table(choices, in: state)
    let box = area.centred(Size(min(area.width, 60), min(area.height, choices.count + 3)))
    frame.canvas.paintBox(box, title: state.control(control)?.meaning ?? "Choose")
    let inner = box.inset(horizontal: 2, vertical: 1)
    frame.canvas.paint(table, in: inner)
    let layout = table.layout(in: inner)
    for row in layout.rows {
      frame.mark(Rect(x: inner.x, y: layout.line(of: row), width: inner.width), .choice(row))
    }
  }

  func flaw(in state: State) -> String? { selected >= 0 ? nil : "choice \(selected) is selected" }

  private func choices(in state: State) -> [String] {
    (state.control(control)?.choices ?? []).filter { state.isFound($0) }
  }

  private func table(_ choices: [String], in state: State) -> Table {
    guard control == .instanceType else {
      return Table([Table.Column("mode")], rows: choices.map { [Span($0)] }, selected: selected)
    }
    let hourly = { (type: String) in state.plan.prices?[.instance(type)]?.price }
    let places = choices.compactMap { hourly($0)?.fraction.count }.max() ?? 0
    let rows = choices.map { type in
      let isCurrent = type == state.plan.profile.compute.instanceType
      let name = isCurrent ? Span("\(type), now", .title) : Span(type)
      let hardware = state.plan.facts.hardware[type]
      // Digits stand under digits, with no more of them than the price has.
      let price = hourly(type).map {
        $0.decimal + String(repeating: " ", count: places - $0.fraction.count)
      }
      return [
        name, Span(price ?? "unknown"), Span(hardware?.vcpus.map { "\($0)" } ?? "unknown"),
        Span(hardware.map { Numbers.plain($0.memoryGiB) } ?? "unknown"),
      ]
    }
    return Table(
      [
        Table.Column("type", isFlexible: true), .number("USD an hour"), .number("vCPU"),
        .number("GiB", rank: 1),
      ], rows: rows, selected: selected)
  }
}

extension Price {
  /// The decimal places of the price as it is written.
  fileprivate var fraction: Substring { decimal.drop { $0 != "." } }
}
