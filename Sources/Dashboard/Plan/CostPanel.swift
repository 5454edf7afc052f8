import Canvas
import Planning
import Typography

/// Cost by line: what was quoted beside list prices, with the ratio.
struct CostPanel {
  let state: State

  /// A line of the table: one part of the fleet, several together, or the total.
  struct Row {
    var title: String
    var quoted: CostColumns?
    var list: CostColumns?
    var savedQuoted: CostColumns?
    var savedList: CostColumns?

    /// What stands in a column that has no sum.
    var missing = ""
    var isTotal = false
  }

  /// What is said of the total where rows are left over.
  private var remarks: [Span] {
    guard let bill = state.derived.bill, showsList else { return [] }
    return [bill.event, bill.assumed, bill.notCounted].compactMap(\.self).map { Span($0, .label) }
  }

  /// Rows that all of it takes.
  var height: Int { 1 + rows.count + remarks.count }

  var rows: [Row] { state.plan.billedLines.compactMap(row) + [total] }

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
    guard let bars = table.bars else { return }
    let layout = table.widget.layout(in: area)
    let scale = table.rows.lazy.filter { !$0.isTotal }.compactMap { shownColumns($0)?.high.dollars }.max()
    for (index, row) in table.rows.enumerated() where !row.isTotal {
      guard let cost = shownColumns(row), let place = layout.area(row: index, column: bars) else { continue }
      let bar = RangeBar(
        floor: cost.floor.dollars, low: cost.low.dollars, high: cost.high.dollars, of: scale ?? 1)
      frame.canvas.paint(bar, in: place)
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
    let (plan, saved) = (state.plan, state.saved)
    let quoted = plan.quoted?.line(id)?.cost
    let list = plan.list.line(id)?.cost
    let isUnpriced = plan.list.unpriced.contains { $0.id == id }
    guard quoted != nil || showsList && (list != nil || isUnpriced) else { return nil }
    return Row(
      title: id.title, quoted: quoted, list: list, savedQuoted: saved.quoted?.line(id)?.cost,
      savedList: saved.list.line(id)?.cost, missing: isUnpriced ? "unknown" : "")
  }

  private var total: Row {
    let (plan, saved) = (state.plan, state.saved)
    return Row(
      title: state.totalTitle, quoted: plan.quoted?.knownTotal, list: plan.list.knownTotal,
      savedQuoted: saved.quoted?.knownTotal, savedList: saved.list.knownTotal, isTotal: true)
  }

  /// Where rows are few, lines that nobody quoted stand together, and then the smallest ones go.
  private func shown(height: Int) -> [Row] {
    let rows = rows
    guard rows.count > height else { return rows }
    let unquoted = rows.filter { $0.quoted == nil && $0.list != nil && !$0.isTotal }
    var kept = rows.filter { $0.quoted != nil && !$0.isTotal }
    if state.hasQuotes, !unquoted.isEmpty {
      kept.append(
        Row(
          title: "Not quoted", list: unquoted.compactMap(\.list).sum,
          savedList: unquoted.compactMap(\.savedList).sum))
    } else {
      kept = rows.filter { !$0.isTotal }
    }
    return kept.prefix(max(0, height - 1)) + [total]
  }

  private func table(rows: [Row], width: Int) -> (widget: Table, rows: [Row], bars: Int?) {
    let title = showsQuoted ? "Quoted, USD a month" : "List prices, USD a month"
    var columns = [Table.Column(title, isFlexible: true, minimumWidth: 12)]
    var cells = rows.map { [Span($0.title, $0.isTotal ? .title : .text)] }
    func add(
      _ title: String, _ column: CostColumn, rank: Int, _ now: KeyPath<Row, CostColumns?>,
      _ saved: KeyPath<Row, CostColumns?>
    ) {
      columns.append(.number(title, rank: rank, minimumWidth: 7))
      for (index, row) in rows.enumerated() {
        let money = row[keyPath: now]?[column]
        let isChanged = money != row[keyPath: saved]?[column]
        let missing = now == \Row.list ? row.missing : ""
        let text = money.map { Figures.dollars($0) } ?? missing
        let sign = isChanged ? String(state.look.glyphs.changed) : ""
        let role: Role = isChanged ? .changed : row.isTotal ? .title : money == nil ? .label : .value
        cells[index].append(Span(sign + text, role))
      }
    }
    if showsQuoted {
      add("floor", .floor, rank: 3, \.quoted, \.savedQuoted)
      add("low", .low, rank: 0, \.quoted, \.savedQuoted)
      add("high", .high, rank: 0, \.quoted, \.savedQuoted)
    }
    if showsList {
      if !showsQuoted || width >= 110 {
        add(showsQuoted ? "list floor" : "floor", .floor, rank: 3, \.list, \.savedList)
      }
      add(showsQuoted ? "list low" : "low", .low, rank: showsQuoted ? 2 : 0, \.list, \.savedList)
      if state.plan.list.total.likely != nil {
        add(showsQuoted ? "list likely" : "likely", .likely, rank: showsQuoted ? 3 : 1, \.list, \.savedList)
      }
      add(showsQuoted ? "list high" : "high", .high, rank: showsQuoted ? 2 : 0, \.list, \.savedList)
      if !showsQuoted || width >= 110 {
        add(showsQuoted ? "list day" : "day", .day, rank: 4, \.list, \.savedList)
      }
      if state.plan.list.total.event != nil {
        add(showsQuoted ? "list event" : "event", .event, rank: 4, \.list, \.savedList)
      }
    }
    if showsQuoted, showsList {
      columns.append(.number("ratio", rank: 4))
      for (index, row) in rows.enumerated() {
        let ratio =
          row.isTotal ? state.ratioOfTotals : Figures.multiple(row.list?.low, over: row.quoted?.low)
        cells[index].append(Span(ratio, .label))
      }
    }
    var bars: Int?
    if width >= 110 {
      bars = columns.count
      columns.append(Table.Column("", rank: 5, minimumWidth: width / 5))
    }
    return (Table(columns, rows: cells, isRuled: true), rows, bars)
  }
}
