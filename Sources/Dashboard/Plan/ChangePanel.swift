import Canvas
import Planning
import Typography

/// What the edits did to cost, headroom, first wall and quotas, against the saved profile.
struct ChangePanel {
  let state: State

  func paint(on frame: inout Frame, in area: Rect, isTitled: Bool) {
    var area = area
    if isTitled {
      let name = state.scenarios.isPinned ? state.baselineName : "the saved profile"
      frame.canvas.paint(PanelTitle("Against \(name)"), in: area.takeTop(1))
    }
    frame.mark(area, .key(.showDifferences))
    guard let change = state.derived.edits else {
      let hint = "no change yet: arrows move, = types, : finds anything, ? helps"
      frame.canvas.put(hint.displayWidth <= area.width ? hint : "no change yet", in: area, .label)
      return
    }
    for (row, line) in lines(of: change, width: area.width).prefix(area.height).enumerated() {
      frame.canvas.put(line, in: area.row(row))
    }
  }

  /// The most telling first, since few rows may show.
  private func lines(of change: Differences, width: Int) -> [[Span]] {
    let costs = change.costs.compactMap(cost)
    let rests = change.costs.compactMap(rest)
    let joined = Array(costs.joined(separator: ["  "]))
    let walls = change.firstWalls.map { wall in
      [Span("\(wall.size.rawValue) breaks at ", .label), Span(wall.new?.phrase ?? "unknown", .changed)]
    }
    let requests = change.requests.map { request in
      [
        Span("request ", .label),
        Span("\(request.title) \(request.old ?? "none") → \(request.new ?? "none")", .changed),
      ]
    }
    return (joined.displayWidth <= width ? [joined] : costs) + [headroom(of: change, width: width)] + rests
      + walls
      + requests
  }

  /// `list low +253, high +500`: the columns that moved, or that it is incomplete where a line has no price; nil where
  /// neither side prices anything.
  private func cost(_ costs: CostChange) -> [Span]? {
    guard costs.old != nil || costs.new != nil else { return nil }
    let name = Span("\(costs.basis.rawValue) ", .label)
    guard !costs.isIncomplete else {
      let missing = costs.unknown.map(\.id.phrase).joined(separator: ", ")
      return [name, Span("incomplete without \(missing)", .warning)]
    }
    let moved = moves(costs.comparable)
    return [name, moved.isEmpty ? "as it was" : Span(moved, .changed)]
  }

  /// What the lines do that both sides price, where the total is incomplete and they do anything.
  private func rest(_ costs: CostChange) -> [Span]? {
    let moved = moves(costs.comparable)
    return costs.isIncomplete && !moved.isEmpty
      ? [Span("\(costs.basis.rawValue) rest ", .label), Span(moved, .changed)] : nil
  }

  private func moves(_ sums: (old: CostColumns, new: CostColumns)) -> String {
    let (old, new) = sums
    let moved = [CostColumn.likely, .low, .high, .floor, .day, .event].filter { old[$0] != new[$0] }
    let shown = moved.contains(.low) ? moved.filter { $0 != .floor && $0 != .day } : moved
    let change = new - old
    return shown.compactMap { column in
      change[column].map { "\(column.rawValue) \(Figures.signedDollars($0))" }
    }.joined(separator: ", ")
  }

  /// What the sizes that moved gained or lost, as many as fit.
  private func headroom(of change: Differences, width: Int) -> [Span] {
    let moves = [FleetSize.desired, .max, .min].compactMap { size -> String? in
      let old = Figures.headroom(change.old.headroom(at: size))
      let new = Figures.headroom(change.new.headroom(at: size))
      return old == new ? nil : "\(size.rawValue) \(old) → \(new)"
    }
    guard let first = moves.first else { return [Span("headroom ", .label), "as it was"] }
    let words = moves.dropFirst().reduce(first) { words, move in
      words.displayWidth + move.displayWidth + 11 <= width ? "\(words), \(move)" : words
    }
    return [Span("headroom ", .label), Span(words, .changed)]
  }
}
