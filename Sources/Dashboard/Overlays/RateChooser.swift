import Canvas
import Planning
import Typography

/// The rates below On-Demand of a type, to take one into the profile.
struct RateChooser: Overlay {
  let type: String
  let offers: [RateOffer]
  private(set) var selected = 0

  init(type: String, offers: [RateOffer]) {
    self.type = type
    self.offers = offers
  }

  var keys: KeyMap { .rates }

  mutating func select(by count: Int, in state: State) {
    selected = min(max(0, selected + count), max(0, offers.count - 1))
  }

  func choiceCount(in state: State) -> Int { offers.count }

  /// The second press on a row takes it.
  mutating func press(choice: Int) -> Bool {
    defer { selected = choice }
    return selected == choice
  }

  /// Writes the saving as the profile's own, and moves the fleet to the type that it is of, as one step.
  func accept(in state: inout State) -> [Effect] {
    guard offers.indices.contains(selected) else { return [] }
    let offer = offers[selected]
    // The list of types that it was opened from has done its work too.
    state.overlays.removeAll { $0 is Chooser }
    let setting = state.settings.first { $0.id == .instanceType }
    let moved = setting?.edit(
      state.profile, to: type, saved: state.saved.profile, hardware: state.plan.facts.hardware)
    let taken = (moved?.profile ?? state.profile).applying([offer.change])
    let key = offer.change.path.split(separator: ".").last ?? ""
    let saying = "\(key) \(offer.change.value.text): \(offer.title)"
    guard taken != state.profile else {
      state.notice = Notice(text: "\(saying), as it was")
      return []
    }
    state.replace(with: taken, summary: "\(offer.title) of \(type)")
    state.notice = Notice(
      text: "\(saying)\(offer.condition(in: taken).map { "; \($0)" } ?? "; undo takes it back")")
    return []
  }

  func paint(for state: State, on frame: inout Frame, over area: Rect, footer: Rect) {
    let box = area.centred(Size(min(area.width, 84), min(area.height, offers.count + 6)))
    frame.canvas.paintBox(box, title: "Rates of \(type) below On-Demand")
    var inner = box.inset(horizontal: 2, vertical: 1)
    let notes = inner.takeBottom(min(2, max(0, inner.height - 2)))
    let table = table(in: state)
    frame.paintChoices(table, in: inner)
    let lines = ["Beside these, \(RateOffer.noPlan).", condition(in: state)]
    for (row, line) in lines.prefix(notes.height).enumerated() {
      frame.canvas.put(line, in: notes.row(row), .label)
    }
  }

  func flaw(in state: State) -> String? {
    selected == 0 || offers.indices.contains(selected) ? nil : "rate \(selected) is selected"
  }

  /// What Enter writes, and what else the profile has to say before that counts.
  private func condition(in state: State) -> String {
    guard offers.indices.contains(selected) else { return "" }
    let offer = offers[selected]
    let key = offer.change.path.dropFirst("compute.purchase.".count)
    let condition = offer.condition(in: state.plan.profile).map { "; \($0)" } ?? ""
    return "Enter sets \(key)\(condition)."
  }

  private func table(in state: State) -> Table {
    let rows = offers.map { offer in
      let isTaken = offer.isTaken(by: state.plan.profile) && type == state.plan.profile.compute.instanceType
      return [
        isTaken ? Span("\(offer.title), taken", .title) : Span(offer.title),
        Span("\(Numbers.readable(offer.savingPercent))%"), Span(offer.detail), Span(offer.origin.oldestDay),
      ]
    }
    return Table(
      [
        Table.Column("rate", isFlexible: true), .number("saves"), Table.Column("of it", rank: 1),
        .number("since", rank: 2),
      ], rows: rows, selected: selected)
  }
}

extension State {
  /// The type of the row that would be chosen, where the book has a rate of it that saves something.
  var chosenTypeWithRates: String? {
    guard let chooser = overlays.last as? Chooser, chooser.control == .instanceType,
      let type = chooser.choice(in: self),
      derived.types?.rows.contains(where: { $0.type == type && $0.hasRates }) == true
    else { return nil }
    return type
  }

  /// Opens the rates of the row that would be chosen.
  mutating func openRates() {
    guard let chooser = overlays.last as? Chooser, chooser.control == .instanceType else { return }
    guard let type = chosenTypeWithRates else {
      notice = Notice(text: "no rate below On-Demand is known of it", kind: .caution)
      return
    }
    overlays.append(RateChooser(type: type, offers: plan.prices?.rates(ofInstance: type)?.offers ?? []))
  }
}
