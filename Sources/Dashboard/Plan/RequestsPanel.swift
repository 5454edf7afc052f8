import Canvas
import Planning

/// The quota increases that have to be asked for before the fleet can run at max.
struct RequestsPanel {
  let state: State

  private var needs: [QuotaNeed] { state.plan.quotasToRequest }

  var height: Int { 1 + max(1, needs.count) }

  func paint(on frame: inout Frame, in area: Rect) {
    guard area.height > 1 else { return }
    guard !needs.isEmpty else {
      frame.canvas.paint(PanelTitle("Request before launch"), in: area.row(0))
      frame.canvas.put("Nothing: every known limit covers the plan.", in: area.row(1), .label)
      return
    }
    let glyphs = frame.canvas.glyphs
    let rows = needs.map { need in
      let isChanged = state.saved.quotas.first { $0.fact.id == need.fact.id }?.request != need.request
      let sign = isChanged ? String(glyphs.changed) : ""
      let isShort = need.verdict == .request
      return [
        Span("\(isShort ? glyphs.bad : glyphs.warning) \(need.title)"),
        Span(Figures.quantity(need.needed)),
        Span(Figures.quantity(need.limit), .label),
        Span(sign + Figures.quantity(need.request), isChanged ? .changed : isShort ? .bad : .warning),
      ]
    }
    let columns = [
      Table.Column("Request before launch", isFlexible: true), .number("needs", minimumWidth: 9),
      .number("limit", rank: 1, minimumWidth: 9), .number("request", minimumWidth: 9),
    ]
    frame.canvas.paint(Table(columns, rows: rows, isRuled: true), in: area)
  }
}
