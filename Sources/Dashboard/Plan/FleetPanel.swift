import Canvas
import Planning
import Typography

/// The sliders and choices of a screen, with the focused one in sight.
struct FleetPanel {
  let state: State

  private static let nameWidth = 15
  private static let valueWidth = 8

  var rowCount: Int { state.screenControls.count }

  func paint(on frame: inout Frame, in area: Rect) {
    guard area.height > 1 else { return }
    let controls = state.screenControls
    let focused = controls.firstIndex { $0.id == state.screenFocus } ?? 0
    let rows = visibleRows(of: controls.count, around: focused, height: area.height - 1)
    let isCut = rows.count < controls.count
    let remark = isCut ? "\(rows.lowerBound + 1)-\(rows.upperBound) of \(controls.count)" : ""
    let title = controls.contains { $0.setting == nil } ? "Scenario and fleet" : "Fleet"
    frame.canvas.paint(PanelTitle(title, remark: [Span(remark, .label)]), in: area.row(0))
    let ages = controls.map(age)
    let margin = ages.map(\.displayWidth).max() ?? 0
    for (line, row) in rows.enumerated() {
      var place = area.row(line + 1)
      if margin > 0 {
        frame.canvas.put(ages[row], in: place.takeRight(margin), .label, alignment: .right)
        _ = place.takeRight(1)
      }
      paint(controls[row], isFocused: row == focused, on: &frame, in: place)
    }
  }

  /// How long ago the value was measured; nothing where it was not.
  private func age(of control: Control) -> String {
    guard let path = control.setting?.field.path,
      case .measured(let measured, _) = state.plan.origin(of: path)
    else { return "" }
    return state.shortAge(of: measured)
  }

  private func visibleRows(of count: Int, around focused: Int, height: Int) -> Range<Int> {
    let first = min(max(0, focused - height + 2), max(0, count - height))
    return first..<min(count, first + height)
  }

  private func paint(_ control: Control, isFocused: Bool, on frame: inout Frame, in row: Rect) {
    frame.mark(row, .control(control.id))
    defer {
      if isFocused {
        frame.canvas.highlight(
          row, name: Rect(x: row.x + 2, y: row.y, width: min(control.name.displayWidth, row.width - 2)))
      }
    }
    let area = paintName(control.name, isFocused: isFocused, on: &frame, in: row)
    let reading = control.reading(state)
    if isFocused, let entry = state.entry, !state.isInForm {
      return paint(entry, before: reading.exact ?? reading.text, on: &frame, in: area)
    }
    switch reading.place {
    case .track(let fraction, let saved, let live, let range):
      let track = paintFigure(reading, of: control, on: &frame, in: area)
      frame.canvas.paint(
        Slider(
          fraction: fraction, savedFraction: saved, liveFraction: live, range: range, isFocused: isFocused),
        in: track)
      frame.mark(track, .track(control.id, track))
      if isFocused { frame.canvas.cursor = Point(Slider.column(of: fraction, in: track), track.y) }
    case .arrows(let remark):
      let place = paintFigure(reading, of: control, on: &frame, in: area)
      frame.canvas.put(remark.displayWidth <= place.width ? remark : "← →", in: place, .label)
      if isFocused { frame.canvas.cursor = Point(max(place.x - 2, 0), place.y) }
    case .word(let remarks):
      paintWord(reading, remarks, of: control, on: &frame, in: area)
      if isFocused { frame.canvas.cursor = area.origin }
    }
  }

  /// Paints pointer and name, and returns what is left of the row for the value.
  private func paintName(_ name: String, isFocused: Bool, on frame: inout Frame, in area: Rect) -> Rect {
    var area = area
    let pointer = area.takeLeft(2)
    if isFocused { frame.canvas.put(String(frame.canvas.glyphs.rowMark), at: pointer.origin, .focus) }
    let place = area.takeLeft(min(FleetPanel.nameWidth, area.width / 2))
    frame.canvas.put(name, in: place, isFocused ? .title : .label)
    return area
  }

  /// Paints a value that ends where all figures do, and returns what is left of the row.
  private func paintFigure(
    _ reading: Control.Reading, of control: Control, on frame: inout Frame, in area: Rect
  ) -> Rect {
    var area = area
    paintValue(
      reading, of: control, on: &frame, in: area.takeLeft(FleetPanel.valueWidth), alignment: .right)
    _ = area.takeLeft(1)
    return area
  }

  private func paintWord(
    _ reading: Control.Reading, _ remarks: [String], of control: Control, on frame: inout Frame, in area: Rect
  ) {
    var area = area
    let width = reading.text.printable.displayWidth + 2
    paintValue(reading, of: control, on: &frame, in: area.takeLeft(width), alignment: .left)
    let fitting = remarks.first { $0.displayWidth <= area.width }
    frame.canvas.put(fitting ?? "", in: area, .label)
  }

  /// The value, with a sign before it where it differs from the saved one, or is a guess.
  private func paintValue(
    _ reading: Control.Reading, of control: Control, on frame: inout Frame, in area: Rect,
    alignment: TextAlignment
  ) {
    let sign =
      reading.isChanged
      ? String(frame.canvas.glyphs.changed) : reading.isGuess ? "~" : alignment == .left ? " " : ""
    frame.canvas.put(
      sign + reading.text, in: area, reading.isChanged ? .changed : .value, alignment: alignment)
  }

  /// What is typed stands where the value was; a mistake is said beside it.
  private func paint(_ entry: Entry, before: String, on frame: inout Frame, in area: Rect) {
    var area = area
    let field = area.takeLeft(max(FleetPanel.valueWidth, entry.text.displayWidth + 1))
    frame.canvas.put(entry.text + " ", in: field, .selection, alignment: .right)
    frame.canvas.cursor = Point(field.right - 1, field.y)
    if let error = entry.error {
      let words = "\(frame.canvas.glyphs.bad) \(error)"
      let isWhole = words.displayWidth <= area.width
      frame.canvas.put(isWhole ? words : String(frame.canvas.glyphs.bad), in: area, .bad)
    } else {
      frame.canvas.put(" was \(before)", in: area, .label)
    }
  }
}
