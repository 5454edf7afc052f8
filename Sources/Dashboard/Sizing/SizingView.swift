import Canvas
import Planning
import Typography

/// Asks what to size for, and shows the answer while one asks.
struct SizingView {
  let state: State
  let form: SizingForm

  func paint(on frame: inout Frame, over area: Rect) {
    let box = area.centred(Size(min(area.width, 96), min(area.height, 26)))
    frame.canvas.paintBox(box, title: title)
    var inner = box.inset(horizontal: 2, vertical: 1)
    let fields = inner.takeTop(form.fields.count)
    _ = inner.takeTop(1)
    if let sized = state.derived.sizing {
      let sizing = sized.sizing
      frame.canvas.put(answer(sized), in: inner.takeTop(1))
      for line in outcome(sized) { frame.canvas.put(line, in: inner.takeTop(1)) }
      frame.canvas.put(present, in: inner.takeTop(1))
      frame.canvas.put(growth(sizing), in: inner.takeTop(1))
      _ = inner.takeTop(1)
      paintTable(of: sizing, on: &frame, in: inner)
    }
    for (index, control) in form.fields.enumerated() { paint(control, on: &frame, in: fields.row(index)) }
  }

  private var title: String {
    let question = form.question
    return "Size the fleet" + (question.words.isEmpty ? "" : ", \(question.words)")
      + (question.order == .cost ? "" : ", by \(question.order.rawValue)")
  }

  private func paintTable(of sizing: Sizing, on frame: inout Frame, in area: Rect) {
    let table = table(sizing)
    let isFocused = form.field == nil
    // The columns stay where they are when the keys leave the table and its pointer goes.
    var place = area
    if !isFocused { _ = place.takeLeft(2) }
    frame.canvas.fill(area.row(0), with: frame.canvas.glyphs.horizontal, .border)
    frame.paintChoices(table, in: place, pressedIn: area)
  }

  private func paint(_ control: Control, on frame: inout Frame, in area: Rect) {
    let isFocused = form.focus == control.id
    var area = area
    let pointer = area.takeLeft(2)
    if isFocused { frame.canvas.put(String(frame.canvas.glyphs.pointer), at: pointer.origin, .focus) }
    frame.canvas.put(control.name, in: area.takeLeft(13), isFocused ? .focus : .label)
    if isFocused, let entry = state.entry {
      let end = frame.canvas.put(entry.text + " ", at: area.origin, .selection)
      frame.canvas.cursor = Point(end - 1, area.y)
      if let error = entry.error {
        frame.canvas.put("  \(frame.canvas.glyphs.bad) \(error)", at: Point(end, area.y), .bad)
      }
      return
    }
    if isFocused { frame.canvas.cursor = area.origin }
    frame.canvas.put(control.reading(state).text, in: area, .value)
  }

  private func answer(_ sized: SizedFleet) -> [Span] {
    guard let chosen = form.field == nil ? sized.candidate : sized.sizing.chosen else {
      return [Span("No instance type carries that.", .bad)]
    }
    let sizes = FleetSize.allCases.map { Numbers.grouped(chosen.instances[$0]) }.joined(separator: " / ")
    return [
      Span("\(sizes) ", .title), Span("of ", .label), Span(chosen.instanceType, .title),
      Span(", min / desired / max", .label),
    ]
  }

  private var present: [Span] {
    let compute = state.plan.profile.compute
    let sizes = FleetSize.allCases.map { Numbers.grouped(compute.instances[$0]) }.joined(separator: " / ")
    return [Span("instead of \(sizes) of \(compute.instanceType)", .label)]
  }

  /// Whether the sized fleet then holds, since sizing moves no wall but compute, and every key that it sets.
  private func outcome(_ sized: SizedFleet) -> [[Span]] {
    guard let plan = sized.plan else { return [] }
    let wall = plan.firstWall.desired.map { "; \($0.breaksFirst)" } ?? ""
    let keys = (sized.changes ?? []).map { $0.path.split(separator: ".").last ?? "" }.joined(separator: ", ")
    let headroom = plan.headroom(at: .desired) ?? 0
    let isReached = plan.verdict.isGood && plan.hasHeadroom(form.target.headroomPercent, at: .desired)
    let remark = isReached ? "" : ", with \(Figures.headroom(headroom))"
    return [
      [
        Span("holds then? ", .label), Span(plan.answer + remark, isReached ? .good : .warning),
        Span(wall, .label),
      ],
      [Span("sets ", .label), Span(keys.isEmpty ? "nothing" : keys)],
    ]
  }

  private func growth(_ sizing: Sizing) -> [Span] {
    guard let money = sizing.nextTenThousandUsers else {
      return [Span("The next 10,000 users: unknown", .label)]
    }
    return [
      Span("the next 10,000 users cost ", .label),
      Span("\(Figures.dollars(money)) USD a month\(sizing.withoutUnpriced)"),
    ]
  }

  private func table(_ sizing: Sizing) -> Table {
    let rows = sizing.candidates.map { candidate in
      let isChosen = candidate.rejection == nil
      return [
        Span(candidate.instanceType, isChosen ? .title : .text),
        Span(Numbers.grouped(candidate.instances.desired)),
        Span(candidate.monthly.map { Figures.dollars($0.low) } ?? "unknown"),
        isChosen ? Span("chosen", .good) : Span(candidate.rejection?.text ?? "", .label),
      ]
    }
    return Table(
      [
        Table.Column("Instance type"), .number("desired"), .number("list USD", rank: 1),
        Table.Column(
          "why; USD of instances, volumes, metrics and logs\(sizing.withoutUncounted)", isFlexible: true),
      ], rows: rows, selected: form.field == nil ? form.row : nil, isRuled: true)
  }
}
