import Canvas

/// A table with a selected row, and what there is to say about that row beside or below it.
struct ListScreen {
  let state: State
  let table: Table

  /// Returns where the table stands, for what is to be painted into its cells.
  @discardableResult
  func paint(on frame: inout Frame, in area: Rect) -> Rect {
    var area = area
    if !state.filter.isEmpty {
      let found = "\(state.rowCount) found by \"\(state.filter)\", Esc shows all"
      frame.canvas.put(found, in: area.takeTop(1), .accent)
    }
    let list: Rect
    if area.width >= 150 {
      list = area.takeLeft(area.width * 55 / 100)
      _ = area.takeLeft(4)
    } else {
      list = area.takeTop(min(table.rows.count + 1, max(area.height - 10, area.height / 2)))
      _ = area.takeTop(1)
    }
    frame.canvas.paint(table, in: list)
    let layout = table.layout(in: list)
    for row in layout.rows {
      frame.mark(Rect(x: list.x, y: layout.line(of: row), width: list.width), .row(row))
    }
    guard let detail = state.selectedDetail, area.height > 2 else { return list }
    let text = DetailText(state: state, detail: detail)
    let lines = text.lines(width: area.width)
    let isCut = lines.count > area.height - 1
    let place = "\(state.selectedRow + 1) of \(state.rowCount)"
    let remark = [Span(isCut ? "\(place), Enter shows all" : place, .label)]
    frame.canvas.paint(PanelTitle(text.title, remark: remark), in: area.takeTop(1))
    for (row, line) in lines.prefix(area.height).enumerated() {
      frame.canvas.put(line, in: area.row(row))
    }
    return list
  }
}
