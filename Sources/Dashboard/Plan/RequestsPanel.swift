import Canvas
import Planning

/// The quota increases that have to be asked for before the fleet can run at max.
struct RequestsPanel {
  let state: State

  private var needs: [QuotaNeed] { state.plan.quotasToRequest }

  var height: Int { needs.isEmpty ? 1 : 1 + needs.count }

  func paint(on frame: inout Frame, in area: Rect) {
    guard !needs.isEmpty else {
      frame.mark(area.row(0), .command(.open(.quotas)))
      frame.canvas.put(
        [
          Span("\(frame.canvas.glyphs.good) ", .good),
          Span("Nothing to request before launch: every known limit covers the plan.", .label),
        ], in: area.row(0))
      return
    }
    guard area.height > 1 else { return }
    let glyphs = frame.canvas.glyphs
    let rows = needs.map { need in
      let isChanged = state.baseline.quotas.first { $0.fact.id == need.fact.id }?.request != need.request
      let sign = isChanged ? String(glyphs.changed) : ""
      let isShort = need.verdict == .request
      return [
        Span(String(isShort ? glyphs.bad : glyphs.warning), isShort ? .bad : .warning), Span(need.title),
        Span(Figures.quantity(need.needed)), Span(Figures.quantity(need.limit), .label),
        Span(sign + Figures.quantity(need.request), isChanged ? .changed : .title),
      ]
    }
    let columns = [
      Table.Column(""), Table.Column("", isFlexible: true),
      .number("needs", minimumWidth: 9),
      .number("limit", rank: 1, minimumWidth: 9), .number("request", minimumWidth: 9),
    ]
    let table = Table(columns, rows: rows, isRuled: true, gap: 1)
    frame.canvas.paint(table, in: area)
    frame.canvas.put("Request before launch ", at: area.origin, .title)
    let layout = table.layout(in: area)
    for (row, need) in needs.enumerated() where layout.rows.contains(row) {
      frame.mark(Rect(x: area.x, y: layout.line(of: row), width: area.width), .command(.quota(need.fact.id)))
    }
  }
}
