import Canvas
import Planning
import Typography

/// Cost by line: what was quoted beside list prices, with the ratio.
struct CostPanel {
  let state: State

  /// Every line, and the total.
  private(set) var rows: [Row] = []

  init(state: State) {
    self.state = state
    rows = state.plan.billedLines.compactMap(row) + [total]
  }

  /// A line of the table: one part of the fleet, several together, or the total.
  struct Row {
    /// Nil for several together and for the total.
    var line: CostLine.ID?
    var title: String
    var quoted: CostColumns?
    var list: CostColumns?
    var earlierQuoted: CostColumns?
    var earlierList: CostColumns?

    /// What stands in a column that has no sum.
    var missing = ""
    var isTotal = false
  }

  /// What is said of the total where rows are left over.
  private var remarks: [Span] {
    guard PlanScreen.showsRemarks(of: state), let bill = state.derived.bill, showsList else { return [] }
    return [bill.event, bill.assumed, bill.notCounted].compactMap(\.self).map { Span($0, .label) }
  }

  /// Rows that all of it takes.
  var height: Int { 1 + rows.count + (restsOn == nil ? remarks.count : 1) }

  /// The same in one line, for a screen of less room.
  private var restsOn: String? { PlanScreen.showsRemarks(of: state) ? nil : state.derived.restsOn }

  func paint(on frame: inout Frame, in area: Rect) {
    guard area.height > 1 else { return }
    var area = area
    let remarks = remarks.prefix(remarkCount(height: area.height))
    for (row, line) in zip((area.bottom - remarks.count)..., remarks) {
      frame.canvas.put([line], in: Rect(x: area.x, y: row, width: area.width))
    }
    _ = area.takeBottom(remarks.count)
    let table = table(rows: shown(height: area.height - 1), width: area.width)
    frame.canvas.paint(table.widget, in: area)
    if area.height > table.rows.count + 1, let rests = restsOn {
      frame.canvas.put(rests, in: area.row(table.rows.count + 1), .label)
    }
    let layout = table.widget.layout(in: area)
    for (index, row) in table.rows.enumerated() where layout.rows.contains(index) {
      let line = Rect(x: area.x, y: layout.line(of: index), width: area.width)
      frame.mark(line, .command(row.line.map { .cost($0) } ?? .open(.cost)))
    }
    guard let bars = table.bars else { return }
    let scale = table.rows.compactMap { shownColumns($0)?.high.dollars }.max() ?? 1
    for (index, row) in table.rows.enumerated() {
      guard let cost = shownColumns(row), let place = layout.area(row: index, column: bars) else { continue }
      let ghost = state.differsFromBaseline ? (showsList ? row.earlierList : row.earlierQuoted) : nil
      frame.canvas.paint(RangeBar(cost, ghost: ghost, of: scale), in: place)
    }
    if let titles = layout.headings[bars] {
      frame.canvas.paintScale(to: scale, in: titles.inset(horizontal: 1))
    }
  }

  /// The event is worth a row of the table, the rest what is left over.
  private func remarkCount(height: Int) -> Int {
    let spare = height - 1 - rows.count
    return max(spare, state.derived.bill?.event != nil && height > 6 ? 1 : 0)
  }

  private func shownColumns(_ row: Row) -> CostColumns? { showsList ? row.list : row.quoted }

  private var showsQuoted: Bool { state.showsQuoted }
  private var showsList: Bool { state.showsList }

  private func row(_ id: CostLine.ID) -> Row? {
    let (plan, earlier) = (state.plan, state.baseline)
    let quoted = plan.quoted?.line(id)?.cost
    let list = plan.list.line(id)?.cost
    let isUnpriced = plan.list.unpriced.contains { $0.id == id }
    guard quoted != nil || showsList && (list != nil || isUnpriced) else { return nil }
    return Row(
      line: id, title: id.title, quoted: quoted, list: list, earlierQuoted: earlier.quoted?.line(id)?.cost,
      earlierList: earlier.list.line(id)?.cost, missing: isUnpriced ? "unknown" : "")
  }

  private var total: Row {
    let (plan, earlier) = (state.plan, state.baseline)
    return Row(
      title: state.totalTitle, quoted: plan.quoted?.knownTotal, list: plan.list.knownTotal,
      earlierQuoted: earlier.quoted?.knownTotal, earlierList: earlier.list.knownTotal, isTotal: true)
  }

  /// Where rows are few, lines that nobody quoted stand together, and then the smallest ones go.
  private func shown(height: Int) -> [Row] {
    guard rows.count > height else { return rows }
    let unquoted = rows.filter { $0.quoted == nil && $0.list != nil && !$0.isTotal }
    var kept = rows.filter { $0.quoted != nil && !$0.isTotal }
    if state.hasQuotes, !unquoted.isEmpty {
      kept.append(
        Row(
          title: "Not quoted", list: unquoted.compactMap(\.list).sum,
          earlierList: unquoted.compactMap(\.earlierList).sum))
    } else {
      kept = rows.filter { !$0.isTotal }
    }
    return kept.prefix(max(0, height - 1)) + [total]
  }

  private func table(rows: [Row], width: Int) -> (widget: Table, rows: [Row], bars: Int?) {
    let title = showsList ? "Cost, USD a month" : "Quoted, USD a month"
    var columns = [Table.Column(title, isFlexible: true, minimumWidth: 14)]
    var cells = rows.map { [Span($0.title, $0.isTotal ? .title : .text)] }
    func add(
      _ column: Table.Column, missing: Bool = false, _ text: (CostColumns?) -> String?,
      _ now: KeyPath<Row, CostColumns?>,
      _ earlier: KeyPath<Row, CostColumns?>
    ) {
      columns.append(column)
      for (index, row) in rows.enumerated() {
        let shown = text(row[keyPath: now])
        let isChanged = shown != text(row[keyPath: earlier]) && state.differsFromBaseline
        let sign = isChanged ? String(state.look.glyphs.changed) : ""
        let role: Role = isChanged ? .changed : row.isTotal ? .title : shown == nil ? .label : .value
        cells[index].append(Span(sign + (shown ?? (missing ? row.missing : "")), role))
      }
    }
    if showsQuoted {
      add(
        .number("quoted", rank: showsList ? 3 : 0, minimumWidth: 11), { $0.map { Figures.quote($0) } },
        \.quoted,
        \.earlierQuoted)
    }
    if showsList {
      for column in state.plan.list.total.stated where column != .low || width >= 100 || !showsQuoted {
        let name = showsQuoted && column == .floor ? "list min" : column.shortName
        add(
          .number(name, rank: rank(of: column), minimumWidth: 7), missing: true,
          { $0?[column].map { Figures.dollars($0) } }, \.list, \.earlierList)
      }
    }
    if showsQuoted, showsList {
      columns.append(.number("×", rank: 5))
      for (index, row) in rows.enumerated() {
        let ratio =
          row.isTotal ? state.ratioOfTotals : Figures.multiple(row.list?.low, over: row.quoted?.low)
        cells[index].append(Span(ratio, .label))
      }
    }
    var bars: Int?
    if width >= 110 {
      bars = columns.count
      columns.append(Table.Column("", rank: 6, minimumWidth: width / 5))
    }
    let gap = width < 100 ? 1 : 2
    return (Table(columns, rows: cells, isRuled: true, gap: gap), rows, bars)
  }

  private func rank(of column: CostColumn) -> Int {
    switch column {
    case .likely: 0
    case .high: 1
    case .floor: 2
    case .low, .day: 4
    case .event: 5
    }
  }
}

extension Derived {
  /// How much of the total rests on guesses, and what is in no line of it.
  mutating func tellWhatCostRestsOn(_ state: State) {
    guard restsOn == nil else { return }
    let assumed = state.plan.list.knownTotal.map { _ in
      "\(Numbers.readable(state.plan.assumedPercent(in: .likely), places: 0))% of likely is assumed; "
    }
    let missing = state.plan.notCounted.map(\.title)
    let others = missing.count > 1 ? " and \(missing.count - 1) more, told on Cost" : ""
    restsOn = (assumed ?? "") + (missing.first.map { "not counted: \($0.lowercased())\(others)" } ?? "")
  }
}
