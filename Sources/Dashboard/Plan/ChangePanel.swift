import Canvas
import Planning
import Typography

/// What the edits did to cost, headroom, first wall and quotas, against the saved profile.
struct ChangePanel {
  let state: State

  func paint(on frame: inout Frame, in area: Rect, isTitled: Bool) {
    var area = area
    if isTitled { frame.canvas.paint(PanelTitle("Against the saved profile"), in: area.takeTop(1)) }
    guard state.isUnsaved else {
      frame.canvas.put("no change yet", in: area, .label)
      return
    }
    for (row, line) in lines.prefix(area.height).enumerated() {
      frame.canvas.put(line, in: area.row(row))
    }
  }

  var lines: [[Span]] {
    let change = state.change
    var lines: [[Span]] = []
    var cost: [Span] = []
    if change.plan.quoted != nil { cost += costSpans("quoted", .quoted) + ["  "] }
    cost += costSpans("list", .list)
    lines.append(cost)
    lines.append(headroomSpans)
    for wall in change.firstWalls {
      lines.append([
        Span("\(wall.size.rawValue) breaks at ", .label), Span(wall.new?.phrase ?? "unknown", .changed),
      ])
    }
    for quota in change.quotas {
      let old = quota.old?.request.map { Figures.quantity($0) } ?? "nothing"
      let new = quota.new.asksForMore ? Figures.quantity(quota.new.request) : "nothing"
      lines.append([
        Span("request ", .label), Span("\(quota.new.fact.id.title) \(old) → \(new)", .changed),
      ])
    }
    return lines
  }

  private func costSpans(_ name: String, _ basis: CostBasis) -> [Span] {
    let low = Figures.signedDollars(state.change.cost(basis, .low))
    let high = Figures.signedDollars(state.change.cost(basis, .high))
    return [
      Span("\(name) ", .label), Span("\(low) to \(high)", low == "0" && high == "0" ? .value : .changed),
    ]
  }

  private var headroomSpans: [Span] {
    let old = Figures.headroom(state.saved.headroom(at: .desired))
    let new = Figures.headroom(state.plan.headroom(at: .desired))
    return old == new
      ? [Span("headroom at desired stays ", .label), Span(new)]
      : [Span("headroom at desired ", .label), Span("\(old) → \(new)", .changed)]
  }
}
