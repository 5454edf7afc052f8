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

  /// The most telling first, since few rows may show.
  var lines: [[Span]] {
    let change = state.comparison
    let quoted = change.new.quoted == nil ? [] : cost("quoted", .quoted, change) + ["  "]
    let walls = change.firstWalls.map { wall in
      [Span("\(wall.size.rawValue) breaks at ", .label), Span(wall.new?.phrase ?? "unknown", .changed)]
    }
    let requests = change.requests.map { request in
      [
        Span("request ", .label),
        Span("\(request.title) \(request.old ?? "none") → \(request.new ?? "none")", .changed),
      ]
    }
    return [quoted + cost("list", .list, change), headroom] + walls + requests
  }

  private func cost(_ name: String, _ basis: CostBasis, _ change: Comparison) -> [Span] {
    let ends = [CostColumn.low, .high].map { column -> String in
      guard let old = change.old.cost(basis)?.total[column], let new = change.new.cost(basis)?.total[column]
      else { return "unknown" }
      return Figures.signedDollars(new - old)
    }
    let isSame = ends == ["0", "0"]
    return [Span("\(name) ", .label), Span("\(ends[0])..\(ends[1])", isSame ? .value : .changed)]
  }

  private var headroom: [Span] {
    let old = Figures.headroom(state.saved.headroom(at: .desired))
    let new = Figures.headroom(state.plan.headroom(at: .desired))
    return old == new
      ? [Span("headroom at desired stays ", .label), Span(new)]
      : [Span("headroom at desired ", .label), Span("\(old) → \(new)", .changed)]
  }
}

extension Comparison {
  /// Requests that became others, as figures; nil where nothing is asked for.
  var requests: [(title: String, old: String?, new: String?)] {
    quotas.compactMap { old, new in
      guard let fact = (new ?? old)?.fact else { return nil }
      let asked = [old, new].map { need in
        need.flatMap { $0.asksForMore ? Figures.quantity($0.request) : nil }
      }
      return asked[0] == asked[1] ? nil : (fact.id.title, asked[0], asked[1])
    }
  }
}
