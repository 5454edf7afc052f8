import Canvas
import Planning
import Typography

/// The portfolio as it is drawn: a row a profile, and what each Region comes to.
struct PortfolioView {
  let state: PortfolioState

  private var glyphs: Glyphs { state.look.glyphs }

  /// The orders that the titles of the columns ask for.
  static let orderOfColumn = [0: 0, 1: 4, 2: 3, 4: 1, 6: 2, 7: 2]

  /// Where the table stands, and the totals below it.
  var areas: (list: Rect, totals: Rect) {
    var area = Rect(state.size).inset(horizontal: 1)
    _ = area.takeTop(2)
    _ = area.takeBottom(1)
    let wanted = state.totals.reduce(1) { $0 + 1 + $1.short.count }
    let totals = area.takeBottom(min(wanted, max(0, area.height / 2 - 2)))
    if totals.height > 0 { _ = area.takeBottom(1) }
    return (area, totals)
  }

  var canvas: Canvas {
    var canvas = Canvas(state.size, look: state.look)
    guard state.size.width >= State.least.width, state.size.height >= State.least.height else {
      canvas.put(State.need, in: canvas.bounds.row(0))
      return canvas
    }
    let area = canvas.bounds.inset(horizontal: 1)
    paintHeader(on: &canvas, in: area.row(0))
    let (list, totals) = areas
    canvas.paint(table, in: list)
    paintUnread(on: &canvas, in: list)
    paintTotals(on: &canvas, in: totals)
    paintFooter(on: &canvas, in: area.row(area.height - 1))
    return canvas
  }

  private func paintHeader(on canvas: inout Canvas, in area: Rect) {
    let told = state.rows.compactMap(\.told)
    let holding = told.count { $0.plan.verdict.isGood }
    canvas.put("Headroom", in: area, .accent)
    let words =
      "\(Numbers.counted(state.rows.count, "profile")), of which \(holding) \(holding == 1 ? "holds" : "hold")"
    canvas.put(words, at: Point(area.x + 10, area.y), .title)
    let remark =
      state.filter.isEmpty ? PortfolioState.orders[state.order] : "\(state.shown.count) found, Esc shows all"
    canvas.put(remark, in: area, .label, alignment: .right)
  }

  var table: Table {
    Table(
      [
        Table.Column("Profile", isFlexible: true, minimumWidth: 14), Table.Column("Region", rank: 4),
        .number("users", rank: 1), Table.Column("holds?"), .number("spare", minimumWidth: 7),
        Table.Column("breaks first", rank: 5), .number("list likely", rank: 1),
        .number("list min–max", rank: 6),
        .number("requests", rank: 7), .number("findings", rank: 3), Table.Column("its day", rank: 8),
      ], rows: state.shown.map(cells), selected: state.selected, isRuled: true,
      gap: state.size.width < 100 ? 1 : 2)
  }

  private func cells(_ row: PortfolioRow) -> [Span] {
    guard let told = row.told else { return [] }
    let plan = told.plan
    let spare = plan.headroom(at: .desired)
    let total = plan.list.knownTotal
    let isWhole = plan.list.isComplete
    let sum = total.map { Figures.dollars($0.likely ?? $0.low) } ?? "unknown"
    return [
      Span(row.name), Span(plan.profile.region, .label),
      Span(Figures.users(plan.profile.demand.concurrentUsers)),
      plan.verdict.span(plan.verdict.word, glyphs), Span(Figures.headroom(spare), .of(headroom: spare)),
      Span(plan.firstWall.desired?.phrase ?? "unknown", .label),
      Span(isWhole ? sum : ">\(sum)", isWhole ? .value : .warning),
      Span(total.map { "\(Figures.dollars($0.floor))–\(Figures.dollars($0.high))" } ?? "", .label),
      Span(plan.quotasToRequest.isEmpty ? "" : "\(plan.quotasToRequest.count)", .warning),
      Span(
        "\(glyphs.bad)\(told.errors) \(glyphs.warning)\(told.warnings)", told.errors > 0 ? .bad : .warning),
      Span(String(told.day.map { glyphs.heights[$0] }), told.turnsAway ? .bad : .series1),
    ]
  }

  /// Why a file could not be read, over the whole row.
  private func paintUnread(on canvas: inout Canvas, in area: Rect) {
    let layout = table.layout(in: area)
    for (index, row) in state.shown.enumerated() where row.told == nil && layout.rows.contains(index) {
      let place = Rect(x: area.x + 2, y: layout.line(of: index), width: area.width - 2)
      canvas.put("\(glyphs.bad) \(row.name): \(row.reason)", in: place, .bad)
    }
  }

  private func paintTotals(on canvas: inout Canvas, in area: Rect) {
    var lines: [(cells: [Span], isQuota: Bool)] = []
    for total in state.totals {
      let missing = total.unpriced == 0 ? "" : ", without \(Numbers.counted(total.unpriced, "line"))"
      lines.append(
        (
          [
            Span(total.region, .title), Span("\(total.fleets)"), Span(Figures.users(total.users)),
            Span(total.list.map { Figures.dollars($0.likely ?? $0.low) } ?? "unknown"),
            Span(
              (total.list.map { "\(Figures.dollars($0.floor))–\(Figures.dollars($0.high))" } ?? "") + missing,
              .label),
          ], false
        ))
      for quota in total.short {
        let words =
          "\(quota.title): \(Figures.quantity(quota.needed)) together, of \(Figures.quantity(quota.limit))\(quota.isDefault ? ", the default" : "")"
        lines.append(([Span("  \(glyphs.bad) \(words)", .bad)], true))
      }
    }
    let table = Table(
      [
        Table.Column("Region, its limits shared", minimumWidth: 26), .number("fleets"), .number("users"),
        .number("list likely"), Table.Column("list min–max", rank: 1, isFlexible: true),
      ], rows: lines.map { $0.isQuota ? [] : $0.cells }, isRuled: true)
    canvas.paint(table, in: area)
    for (index, line) in lines.enumerated() where line.isQuota {
      canvas.put(line.cells, in: area.row(index + 1))
    }
  }

  private func paintFooter(on canvas: inout Canvas, in area: Rect) {
    guard !state.isTyping else {
      let end = canvas.put([Span("find: ", .focus), Span(state.filter)], at: area.origin)
      canvas.cursor = Point(end, area.y)
      return
    }
    let bindings = KeyMap.portfolio.bindings.filter { $0.place != .helpOnly && !$0.action.isEmpty }
    canvas.paint(
      KeyHints(bindings.map { .init($0.label, $0.action, isPinned: $0.place == .pinned) }), in: area)
  }
}
