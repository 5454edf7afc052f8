import Canvas

/// A table with a selected row, what there is to say about that row below it, and what else belongs there.
struct ListScreen {
  let state: State
  let table: Table

  /// What stands beside the story of the row where the screen is wide, and what stands below both.
  var beside: Panel?
  var below: Panel?

  /// Something that is painted where there is room for it.
  struct Panel {
    let least: Int
    let paint: (inout Frame, Rect) -> Void
  }

  /// Returns where the table stands, for what is to be painted into its cells.
  @discardableResult
  func paint(on frame: inout Frame, in area: Rect) -> Rect {
    var area = area
    if !state.filter.isEmpty {
      let found = "\(state.rowCount) found by \"\(state.filter)\", Esc shows all"
      frame.canvas.put(found, in: area.takeTop(1), .accent)
    }
    let lines = table.rows.count + table.sections.count + 1
    let list: Rect
    if isSideBySide(area) {
      list = area.takeLeft(area.width * 6 / 10)
      _ = area.takeLeft(4)
    } else {
      list = area.takeTop(min(lines, max(area.height - storyHeight(area), area.height / 2)))
      _ = area.takeTop(1)
    }
    frame.canvas.paint(table, in: list)
    mark(list, on: &frame)
    paintStory(on: &frame, in: area)
    return list
  }

  /// Whether the story stands beside the list: on a wide screen that has nothing else to show.
  private func isSideBySide(_ area: Rect) -> Bool { area.width >= 160 && beside == nil && below == nil }

  /// Rows that are kept for the story of the selected row.
  private func storyHeight(_ area: Rect) -> Int { area.height >= 36 ? 15 : 10 }

  private func mark(_ list: Rect, on frame: inout Frame) {
    let layout = table.layout(in: list)
    for row in layout.rows {
      frame.mark(Rect(x: list.x, y: layout.line(of: row), width: list.width), .row(row))
    }
    for (column, place) in layout.headings.enumerated() {
      if let place { frame.mark(place, .heading(column)) }
    }
  }

  private func paintStory(on frame: inout Frame, in area: Rect) {
    guard let detail = state.selectedDetail, area.height > 2 else { return }
    var area = area
    var bottom: Rect?
    if let below, area.height >= below.least + 9 {
      bottom = area.takeBottom(max(below.least, area.height - 14))
      _ = area.takeBottom(1)
    }
    var side: Rect?
    if beside != nil, area.width >= 110 {
      side = area.takeRight(area.width * 45 / 100)
      _ = area.takeRight(3)
    }
    paint(detail, on: &frame, in: area)
    if let side { beside?.paint(&frame, side) }
    if let bottom { below?.paint(&frame, bottom) }
  }

  private func paint(_ detail: Detail, on frame: inout Frame, in area: Rect) {
    var area = area
    let text = DetailText(state: state, detail: detail)
    let lines = text.lines(width: area.width)
    let isCut = lines.count > area.height - 1
    let place = "\(state.selectedRow + 1) of \(state.rowCount)"
    let remark = [Span(isCut ? "\(place), Enter shows all" : place, .label)]
    frame.mark(area, .key(.accept))
    frame.canvas.paint(PanelTitle(text.title, remark: remark), in: area.takeTop(1))
    for (row, line) in lines.prefix(area.height).enumerated() {
      frame.canvas.put(line, in: area.row(row))
    }
  }
}
