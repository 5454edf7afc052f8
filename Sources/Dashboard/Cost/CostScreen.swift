import Canvas
import Planning

extension Screen {
  static let cost = Screen(
    title: "Cost", bindings: [KeyMap.explain, KeyMap.basis],
    list: List(rowCount: { $0.costRows.count }, detail: { .cost($0.costRows[$1].line) }),
    derive: { $0.tellBill(of: $1.plan) },
    paint: { CostScreen(state: $0).paint(on: &$1, in: $2) })
}

/// Every line to the cent on both bases, and the formula that made it.
struct CostScreen {
  let state: State

  func paint(on frame: inout Frame, in area: Rect) {
    var area = area
    paintRemarks(on: &frame.canvas, in: area.takeBottom(min(remarks.count, area.height / Self.rowsARemark)))
    let table = table(width: area.width)
    let list = ListScreen(state: state, table: table).paint(on: &frame, in: area)
    paintBars(of: table, on: &frame.canvas, in: list)
  }

  /// One remark for so many rows of the screen.
  private static let rowsARemark = 9

  /// What is said of the total, what a reader misses most first.
  private var remarks: [Span] {
    guard let bill = state.derived.bill, showsList else { return [] }
    let first = [bill.assumed, bill.notCounted].compactMap(\.self).map { Span($0, .label) }
    let rest = [bill.users, bill.event, bill.commitment].compactMap(\.self).map { Span($0, .label) }
    return first + bill.outside.map { Span($0, .warning) } + rest
  }

  private func paintRemarks(on canvas: inout Canvas, in area: Rect) {
    for (row, remark) in remarks.prefix(area.height).enumerated() { canvas.put([remark], in: area.row(row)) }
  }

  private var showsQuoted: Bool { state.showsQuoted }
  private var showsList: Bool { state.showsList }

  private func table(width: Int) -> Table {
    var columns = [Table.Column("USD a month", isFlexible: true, minimumWidth: 19)]
    if showsQuoted {
      columns.append(.number("floor", rank: 3, minimumWidth: 8))
      columns += ["low", "high"].map { .number($0, minimumWidth: 9) }
    }
    if showsList {
      columns += listColumns.map { column in
        .number(
          showsQuoted ? "list \(column.rawValue)" : column.rawValue, rank: rank(of: column), minimumWidth: 10)
      }
    }
    if showsQuoted, showsList { columns.append(.number("ratio", rank: 2)) }
    columns.append(Table.Column("", rank: 5, minimumWidth: 20))
    return Table(
      columns, rows: state.costRows.map(cells), selected: state.selectedRow, isRuled: true,
      gap: width < 100 ? 1 : 2)
  }

  private func cells(_ row: CostRow) -> [Span] {
    let role: Role = row.line == nil ? .title : .text
    var cells = [Span(row.title, role)]
    if showsQuoted { cells += cents(row.quoted, CostColumn.ends, missing: "", role) }
    if showsList {
      cells += cents(row.list, listColumns, missing: row.unpriced == nil ? "" : "unknown", role)
    }
    if showsQuoted, showsList {
      let ratio =
        row.line == nil ? state.ratioOfTotals : Figures.multiple(row.list?.low, over: row.quoted?.low)
      cells.append(Span(ratio, .label))
    }
    return cells
  }

  /// Every column that the bill has.
  private var listColumns: [CostColumn] { state.plan.list.total.stated }

  /// Where room is short, the likely sum stays longest, then the ends.
  private func rank(of column: CostColumn) -> Int {
    switch column {
    case .likely: 1
    case .low, .high: 2
    case .day, .event: 3
    case .floor: 4
    }
  }

  private func cents(_ cost: CostColumns?, _ columns: [CostColumn], missing: String, _ role: Role) -> [Span] {
    columns.map { column in
      cost.map { Span($0[column].map { Figures.cents($0) } ?? "", role) } ?? Span(missing, .label)
    }
  }

  /// From floor over low to high, on the scale of the dearest line.
  private func paintBars(of table: Table, on canvas: inout Canvas, in area: Rect) {
    let costs = state.costRows.map { row in row.line.flatMap { _ in showsList ? row.list : row.quoted } }
    let scale = costs.compactMap { $0?.high.dollars }.max() ?? 0
    let layout = table.layout(in: area)
    for (index, cost) in costs.enumerated() {
      guard let cost, let place = layout.area(row: index, column: table.columns.count - 1) else { continue }
      let bar = RangeBar(
        floor: cost.floor.dollars, low: cost.low.dollars, high: cost.high.dollars, of: scale)
      canvas.paint(bar, in: place)
    }
  }
}

/// One line on both bases, or the totals.
struct CostRow {
  /// Nil for the totals.
  let line: CostLine.ID?
  let quoted: CostColumns?
  let list: CostColumns?
  let unpriced: UnpricedReason?

  let title: String
}

extension State {
  /// The lines that the fleet has and the filter lets through, and the totals.
  var costRows: [CostRow] {
    let rows = plan.billedLines.compactMap { id -> CostRow? in
      let unpriced = plan.list.unpriced.first { $0.id == id }
      let row = CostRow(
        line: id, quoted: plan.quoted?.line(id)?.cost, list: plan.list.line(id)?.cost,
        unpriced: unpriced?.reason, title: id.title)
      let isThere = row.quoted != nil || showsList && (row.list != nil || row.unpriced != nil)
      return isThere && isFound(id.title, id.rawValue) ? row : nil
    }
    let total = CostRow(
      line: nil, quoted: plan.quoted?.knownTotal, list: plan.list.knownTotal, unpriced: nil, title: totalTitle
    )
    return isFound(total.title) ? rows + [total] : rows
  }

  /// List prices over quotes at the low end, on the lines that both have.
  var ratioOfTotals: String {
    Figures.multiple(plan.listOverQuoted?.list.low, over: plan.listOverQuoted?.quoted.low)
  }

  var hasQuotes: Bool { plan.quoted != nil }
  var showsQuoted: Bool { basis != .list && hasQuotes }
  var showsList: Bool { basis != .quoted || !hasQuotes }

  /// What the total is called: it never hides what is not in it.
  var totalTitle: String {
    CostTable.totalName(
      of: [showsQuoted ? plan.quoted : nil, showsList ? plan.list : nil].compactMap(\.self))
  }
}
