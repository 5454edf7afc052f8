import Canvas

/// A table with a selected row, and what there is to say about that row beside or below it.
struct ListScreen {
  let state: State
  let table: Table

  func paint(on frame: inout Frame, in area: Rect) {
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
      list = area.takeTop(min(table.rows.count + 1, max(area.height - 12, area.height / 2)))
      _ = area.takeTop(1)
    }
    frame.canvas.paint(table, in: list)
    for y in list.y..<list.bottom {
      guard let row = table.row(at: Point(list.x, y), in: list) else { continue }
      frame.mark(Rect(x: list.x, y: y, width: list.width), .row(row))
    }
    guard let detail = state.selectedDetail, area.height > 2 else { return }
    let text = DetailText(state: state, detail: detail)
    frame.canvas.paint(PanelTitle(text.title), in: area.takeTop(1))
    frame.canvas.paint(ScrollingText(text.lines(width: area.width - 2)), in: area)
  }
}
