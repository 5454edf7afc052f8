import Canvas
import Planning
import Typography

/// What would have held: each way with what it costs beside the run as it is, and the one that `f` takes.
struct RemediesPanel {
  let search: RemedySearch

  /// The marked row; nil where there is none.
  let marked: Int?

  /// Nil where nothing was turned away or nobody looks for what would hold.
  init?(state: State) {
    guard let search = state.derived.remedies, search.simulation.totals.saturatedMinutes > 0 else {
      return nil
    }
    self.search = search
    marked = state.markedRemedy
  }

  /// Rows that it has something to say in, the title among them.
  func height(width: Int) -> Int {
    1 + search.found.count + (search.isFinished ? 0 : 1) + reasons(width: width).count
  }

  func paint(on frame: inout Frame, in area: Rect) {
    guard area.height > 0 else { return }
    let remark =
      !search.isFinished
      ? "\(Numbers.grouped(search.tries)) tries"
      : search.isLeft
        ? "left, \(Numbers.grouped(search.tries)) tries"
        : marked == nil ? "" : search.found.count > 1 ? "n marks, f takes" : "f takes it"
    frame.canvas.paint(PanelTitle("What would hold, USD", remark: [Span(remark, .label)]), in: area.row(0))
    // Where there is little room the marked way stays in sight.
    let rows = max(0, area.height - 1)
    let first = max(0, (marked ?? 0) - rows + 1)
    for (line, index) in search.found.indices.dropFirst(first).prefix(rows).enumerated() {
      paint(index, on: &frame, in: area.row(line + 1))
    }
    let used = 1 + min(search.found.count, rows)
    if !search.isFinished, used < area.height {
      let kind = search.current.map { "trying a \($0.title)" } ?? "searching"
      let text = "  \(kind)\(frame.canvas.glyphs.ellipsis) Esc leaves"
      return frame.canvas.put(text, in: area.row(used), .label)
    }
    for (line, text) in reasons(width: area.width).prefix(max(0, area.height - used)).enumerated() {
      frame.canvas.put(text, in: area.row(used + line), search.found.isEmpty ? .bad : .label)
    }
  }

  private func paint(_ index: Int, on frame: inout Frame, in area: Rect) {
    let remedy = search.found[index]
    frame.mark(area, .remedy(index))
    var area = area
    let isMarked = index == marked
    let sign = area.takeLeft(2)
    if isMarked { frame.canvas.put(String(frame.canvas.glyphs.pointer), at: sign.origin, .focus) }
    let cost = remedy.extraCost.map(Figures.signedCents) ?? "unknown"
    frame.canvas.put(cost, in: area.takeRight(max(8, cost.count + 1)), .value, alignment: .right)
    let long = remedy.phrase(in: search.simulation)
    let text = long.displayWidth <= area.width ? long : remedy.brief(in: search.simulation.scenario)
    frame.canvas.put(text, in: area, isMarked ? .focus : remedy.changes.isEmpty ? .label : .value)
  }

  /// Why the others do not hold; where none does, that first.
  private func reasons(width: Int) -> [String] {
    guard search.isFinished, !(search.isLeft && search.found.isEmpty) else { return [] }
    let reasons = search.missing.map { "no \($0.kind.title): \($0.reason.text)" }
    if search.found.isEmpty {
      let all = Set(search.missing.map(\.reason.text))
      let because = all.count == 1 ? all.first ?? "" : search.missing.last?.reason.text ?? ""
      return "none holds, because \(because)".printable.wrapped(to: max(10, width))
    }
    return reasons.flatMap { $0.printable.wrapped(to: max(10, width)) }
  }
}

extension State {
  /// The row that `f` takes: the chosen one, else the cheapest that a profile can say, else the cheapest.
  var markedRemedy: Int? {
    guard screen == .day, let found = derived.remedies?.found, !found.isEmpty else { return nil }
    if let chosen = day.chosenRemedy, let index = found.firstIndex(where: { $0.way.kind == chosen }) {
      return index
    }
    return found.firstIndex { !$0.changes.isEmpty } ?? 0
  }

  /// Marks the next way that holds, from the last one the first.
  mutating func markNextRemedy() {
    guard let marked = markedRemedy, let found = derived.remedies?.found else {
      notice = Notice(text: "nothing to choose from", kind: .caution)
      return
    }
    mark(remedy: (marked + 1).wrapped(to: found.count))
  }

  mutating func mark(remedy index: Int) {
    guard let found = derived.remedies?.found, found.indices.contains(index) else { return }
    day.chosenRemedy = found[index].way.kind
  }

  /// Takes the marked way into the profile, as one step that can be taken back.
  mutating func takeRemedy() {
    guard let marked = markedRemedy, let search = derived.remedies else {
      let isLooking = derived.isSearching
      notice = Notice(text: isLooking ? "still searching" : "nothing to take here", kind: .caution)
      return
    }
    let remedy = search.found[marked]
    let phrase = remedy.phrase(in: search.simulation)
    guard !remedy.changes.isEmpty else {
      notice = Notice(text: "no key says it; by hand: \(phrase)", kind: .caution)
      return
    }
    day.chosenRemedy = nil
    replace(with: profile.applying(remedy.changes), summary: remedy.brief(in: search.simulation.scenario))
    notice = Notice(text: "taken: \(phrase)")
  }
}

extension KeyMap {
  static let hold = Binding(
    "f", "take", "take the marked way that would hold into the profile", .pinned, ["f"], .applyFix,
    where: { $0.markedRemedy != nil })
  static let nextRemedy = Binding(
    "n", "next way", "mark the next way that would hold", .helpOnly, ["n"], .nextRemedy,
    where: { $0.markedRemedy != nil && ($0.derived.remedies?.found.count ?? 0) > 1 })
}
