import Canvas
import Planning

/// Every line to the cent, and the formula that made it.
struct CostScreen {
  let state: State

  func paint(on frame: inout Frame, in area: Rect) {
    ListScreen(state: state, table: table).paint(on: &frame, in: area)
  }

  private var table: Table {
    let showsQuoted = state.basis != .list && state.plan.quoted != nil
    let showsList = state.basis != .quoted || state.plan.quoted == nil
    var columns = [Table.Column("USD a month", isFlexible: true, minimumWidth: 14)]
    if showsQuoted {
      columns += ["floor", "low", "high"].map { .number($0, rank: $0 == "floor" ? 3 : 0, minimumWidth: 9) }
    }
    if showsList {
      columns += ["floor", "low", "high"].map { name in
        .number(showsQuoted ? "list \(name)" : name, rank: name == "floor" ? 4 : 1, minimumWidth: 10)
      }
    }
    if showsQuoted, showsList { columns.append(.number("ratio", rank: 2)) }
    let rows = state.costRows.map { row in
      var cells = [Span(row.id.title)]
      if showsQuoted { cells += cents(row.quoted, missing: "") }
      if showsList { cells += cents(row.list, missing: row.unpriced == nil ? "" : "unknown") }
      if showsQuoted, showsList {
        cells.append(Span(Figures.ratio(row.list?.low, over: row.quoted?.low), .label))
      }
      return cells
    }
    return Table(columns, rows: rows, selected: state.selectedRow, isRuled: true, gap: 1)
  }

  private func cents(_ cost: CostColumns?, missing: String) -> [Span] {
    CostColumn.allCases.map { column in cost.map { Span(Figures.cents($0[column])) } ?? Span(missing, .label)
    }
  }
}

/// One line on both bases.
struct CostRow {
  let id: CostLine.ID
  let quoted: CostColumns?
  let list: CostColumns?
  let unpriced: UnpricedLine.Reason?
}

extension State {
  /// The lines that the fleet has and the filter lets through.
  var costRows: [CostRow] {
    CostLine.ID.allCases.compactMap { id in
      let unpriced = plan.list.unpriced.first { $0.id == id }
      let row = CostRow(
        id: id, quoted: plan.quoted?.line(id)?.cost, list: plan.list.line(id)?.cost,
        unpriced: unpriced?.reason)
      let isThere = row.quoted != nil || row.list != nil || row.unpriced != nil
      return isThere && isFound(id.title, id.rawValue) ? row : nil
    }
  }
}
