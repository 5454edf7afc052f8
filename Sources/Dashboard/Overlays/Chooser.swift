import Canvas
import Planning
import Typography

/// The list of words that a control can hold, with what each brings.
struct Chooser: Overlay {
  var control: Control.ID
  var selected: Int
  private var words = ""
  private var order = TypeChoices.Order.name

  init(control: Control.ID, selected: Int) {
    self.control = control
    self.selected = selected
  }

  /// The words by which it shows a part of the list.
  var filter: String? {
    get { words }
    set {
      words = newValue ?? ""
      selected = 0
    }
  }

  var keys: KeyMap { .chooser }

  mutating func select(by count: Int, in state: State) {
    selected = min(max(0, selected + count), max(0, choiceCount(in: state) - 1))
  }

  func accept(in state: inout State) -> [Effect] {
    if let choice = choice(in: state) { state.control(control)?.turn(&state, .word(choice)) }
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
    let box = area.centred(
      Size(min(area.width, control == .poolMode ? 60 : 84), min(area.height, choices.count + 3)))
    frame.canvas.paintBox(box, title: title(in: state))
    let inner = box.inset(horizontal: 2, vertical: 1)
    frame.paintChoices(table, in: inner)
  }

  private func title(in state: State) -> String {
    let meaning = state.control(control)?.meaning ?? "Choose"
    return meaning + (words.isEmpty ? "" : ", \(words)") + (order == .name ? "" : ", by \(order.rawValue)")
  }

  func flaw(in state: State) -> String? { selected >= 0 ? nil : "choice \(selected) is selected" }

  func derive(_ derived: inout Derived, from state: State) {
    if control == .instanceType { derived.compareTypes(of: state.plan) }
    if control == .region { derived.compareRegions(of: state.plan) }
  }

  mutating func sortAnew() {
    guard control == .instanceType else { return }
    order = order.next
    selected = 0
  }

  /// The word that Enter would choose.
  func choice(in state: State) -> String? {
    let choices = choices(in: state)
    return choices.indices.contains(selected) ? choices[selected] : nil
  }

  private func choices(in state: State) -> [String] {
    if control == .instanceType, let types = state.derived.types {
      return types.rows(words, by: order).map(\.type)
    }
    return (state.control(control)?.choices ?? []).filter { choice in
      choice.has(words) || control == .region && Region(choice)?.name.has(words) == true
    }
  }

  private func table(_ choices: [String], in state: State) -> Table {
    switch control {
    case .instanceType: typeTable(in: state)
    case .region: regionTable(choices, in: state)
    default: Table([Table.Column("mode")], rows: choices.map { [Span($0)] }, selected: selected)
    }
  }

  private func typeTable(in state: State) -> Table {
    let choices = state.derived.types?.rows(words, by: order) ?? []
    let places = choices.compactMap { $0.hourly?.fraction.count }.max() ?? 0
    let percent = { (saving: Double?) in Span(saving.map { "\(Numbers.fixed($0, places: 0))%" } ?? "") }
    let rows = choices.map { row in
      let isCurrent = row.type == state.plan.profile.compute.instanceType
      // Digits stand under digits, with no more of them than the price has.
      let price = row.hourly.map {
        $0.decimal + String(repeating: " ", count: places - $0.fraction.count)
      }
      return [
        isCurrent ? Span("\(row.type), now", .title) : Span(row.type), Span(price ?? "unknown"),
        Span(row.hardware?.vcpus.map { "\($0)" } ?? "unknown"),
        Span(row.hardware.map { Numbers.plain($0.memoryGiB) } ?? "unknown"),
        Span(row.candidate?.monthly.map { Figures.dollars($0.low) } ?? "unknown"),
        percent(row.reservedPercent), percent(row.spotPercent),
      ]
    }
    return Table(
      [
        Table.Column("type", isFlexible: true), .number("USD an hour"), .number("vCPU"),
        .number("GiB", rank: 1), .number("fleet USD", rank: 2), .number("reserved", rank: 3),
        .number("Spot", rank: 4),
      ], rows: rows, selected: selected)
  }

  private func regionTable(_ choices: [String], in state: State) -> Table {
    let known = Dictionary(
      (state.derived.regions?.rows ?? []).map { ($0.region.code, $0) },
      uniquingKeysWith: { first, _ in first })
    let rows = choices.map { code in
      let row = known[code]
      let isCurrent = code == state.plan.profile.region
      return [
        isCurrent ? Span("\(code), now", .title) : Span(code), Span(row?.region.name ?? "", .label),
        Span(row?.monthly.map { Figures.dollars($0) } ?? "unknown"),
        Span(row.map { $0.unknown == 0 ? "" : "\($0.unknown)" } ?? "", .warning),
      ]
    }
    return Table(
      [
        Table.Column("Region"), Table.Column("name", rank: 2, isFlexible: true),
        .number("list USD a month"), .number("unknown lines", rank: 1),
      ], rows: rows, selected: selected)
  }
}

extension Price {
  /// The decimal places of the price as it is written.
  fileprivate var fraction: Substring { decimal.drop { $0 != "." } }
}
