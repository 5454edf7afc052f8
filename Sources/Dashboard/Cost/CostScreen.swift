import Canvas
import Planning
import Typography

extension Screen {
  static let cost = Screen(
    title: "Cost", bindings: [KeyMap.explain, KeyMap.basis, KeyMap.commitment],
    list: List(
      rowCount: { $0.costRows.count }, table: { CostScreen(state: $0).table(width: 300) },
      detail: { .cost($0.costRows[$1].line) },
      orders: ["in the order of the bill", "the dearest first", "by name"],
      ordersOfColumns: [0: 2, 2: 1, 3: 1, 4: 1]),
    ownControls: { _ in [.commitment] }, firstFocus: .commitment,
    derive: {
      $0.tellBill(of: $1.plan)
      $0.tellGuesses(of: $1.plan)
      $0.judgeCommitment(of: $1.plan, asOf: $1.today)
    },
    paint: { CostScreen(state: $0).paint(on: &$1, in: $2) })
}

/// Every line to the cent on both bases, and the formula that made it.
struct CostScreen {
  let state: State

  func paint(on frame: inout Frame, in area: Rect) {
    var area = area
    paintRemarks(on: &frame.canvas, in: area.takeBottom(min(remarks.count, area.height / Self.rowsARemark)))
    if area.height >= Self.leastWithCommitment {
      CommitmentPanel(state: state).paint(on: &frame, in: area.takeBottom(CommitmentPanel.height))
    }
    let table = table(width: area.width)
    let hasBars = table.layout(in: area).headings[table.columns.count - 1] != nil
    let words = ListScreen.Panel(least: 4) { paintColumns(on: &$0, in: $1, withBars: hasBars) }
    let list = ListScreen(state: state, table: table, beside: words).paint(on: &frame, in: area)
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

  /// Rows from which on the bill leaves room for the commitment.
  private static let leastWithCommitment = 16

  private var showsQuoted: Bool { state.showsQuoted }
  private var showsList: Bool { state.showsList }

  func table(width: Int) -> Table {
    var columns = [Table.Column("USD a month", isFlexible: true, minimumWidth: 18)]
    if showsQuoted { columns.append(.number("quoted", rank: 3, minimumWidth: 12)) }
    if showsList {
      columns += listColumns.map { column in
        .number(
          (showsQuoted && column == .floor ? "list " : "") + column.shortName, rank: rank(of: column),
          minimumWidth: 9)
      }
    }
    if showsQuoted, showsList { columns.append(.number("×quote", rank: 4)) }
    columns.append(Table.Column("", rank: 6, minimumWidth: 20))
    return Table(
      columns, rows: state.costRows.map(cells), selected: state.selectedRow, isRuled: true,
      gap: width < 100 ? 1 : 2)
  }

  private func cells(_ row: CostRow) -> [Span] {
    let role: Role = row.line == nil ? .title : .text
    var cells = [Span(row.title + (restsOnGuess(row) ? " ~" : ""), role)]
    if showsQuoted { cells.append(Span(Figures.quote(row.quoted), role)) }
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

  /// Whether a value that its line rests on is a guess; one that is stated as a range is none.
  private func restsOnGuess(_ row: CostRow) -> Bool {
    guard showsList, let line = row.line else { return false }
    return state.derived.guessedLines?.contains(line) ?? false
  }

  /// Every column that the bill has.
  private var listColumns: [CostColumn] { state.plan.list.total.stated }

  /// Where room is short, the likely sum stays longest, then the ends.
  private func rank(of column: CostColumn) -> Int {
    switch column {
    case .likely: 1
    case .floor, .high: 2
    case .low, .day: 4
    case .event: 5
    }
  }

  private func cents(_ cost: CostColumns?, _ columns: [CostColumn], missing: String, _ role: Role) -> [Span] {
    columns.map { column in
      cost.map { Span($0[column].map { Figures.cents($0) } ?? "", role) } ?? Span(missing, .label)
    }
  }

  /// What the columns count, and what the marks mean.
  private func paintColumns(on frame: inout Frame, in area: Rect, withBars: Bool) {
    frame.canvas.paint(PanelTitle("What the columns count"), in: area.row(0))
    var lines = listColumns.flatMap { column in
      column.meaning.wrapped(to: max(10, area.width - 9)).enumerated().map { row, text in
        [Span((row == 0 ? column.shortName : "").padded(to: 9), .label), Span(text)]
      }
    }
    let glyphs = state.look.glyphs
    let bars =
      "\(glyphs.separator) min to desired  \(glyphs.heavyHorizontal) to max  \(glyphs.knob) likely  \(glyphs.vertical) day  "
    let mark = state.costRows.contains(where: restsOnGuess) ? "~ rests on assumptions" : ""
    if withBars || !mark.isEmpty { lines.append([Span((withBars ? bars : "") + mark, .label)]) }
    for (row, line) in lines.enumerated() { frame.canvas.put(line, in: area.row(row + 1)) }
  }

  /// From min over desired to max, on the scale of the dearest line.
  private func paintBars(of table: Table, on canvas: inout Canvas, in area: Rect) {
    let costs = state.costRows.map { row in row.line.flatMap { _ in showsList ? row.list : row.quoted } }
    let scale = costs.compactMap { $0?.high.dollars }.max() ?? 0
    let layout = table.layout(in: area)
    let column = table.columns.count - 1
    for (index, cost) in costs.enumerated() {
      guard let cost, let place = layout.area(row: index, column: column) else { continue }
      canvas.paint(RangeBar(cost, of: scale), in: place)
    }
    if let titles = layout.headings[column] { canvas.paintScale(to: scale, in: titles) }
  }
}

extension CostColumn {
  /// What the column is called where the words for it are one key away.
  var shortName: String {
    switch self {
    case .floor: "min"
    case .low: "desired"
    case .likely: "likely"
    case .high: "max"
    case .day: "day"
    case .event: "event"
    }
  }
}

extension RangeBar {
  init(_ cost: CostColumns, ghost: CostColumns? = nil, of scale: Double) {
    let before = ghost.flatMap { $0.likely ?? $0.low }?.dollars
    let likely = (cost.likely ?? cost.low).dollars
    self.init(
      floor: cost.floor.dollars, low: cost.low.dollars, high: cost.high.dollars, likely: likely,
      day: cost.day?.dollars, ghost: before == likely ? nil : before, of: scale)
  }
}

extension Canvas {
  /// The ends and the middle of a scale that begins at nothing.
  mutating func paintScale(to top: Double, in area: Rect) {
    guard area.width >= 14, top > 0 else { return }
    let half = Figures.shortUsers(top / 2)
    put("0", in: area, .label)
    put(half, at: Point(area.x + (area.width - half.displayWidth) / 2, area.y), .label)
    put(Figures.shortUsers(top), in: area, .label, alignment: .right)
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
    let likely = { (row: CostRow) in row.list?.high ?? row.quoted?.high ?? .zero }
    let sorted =
      switch order(of: .cost) {
      case 1: rows.sorted { likely($0) > likely($1) }
      case 2: rows.sorted { $0.title < $1.title }
      default: rows
      }
    return isFound(total.title) ? sorted + [total] : sorted
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
