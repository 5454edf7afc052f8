import Canvas
import Planning
import Typography

/// The sliders and choices of a screen, with the focused one in sight.
struct FleetPanel {
  let state: State

  private static let nameWidth = 15
  private static let valueWidth = 8

  var rowCount: Int { state.dayKnobs.count + state.controls.count }

  func paint(on frame: inout Frame, in area: Rect) {
    guard area.height > 1 else { return }
    let rows = visibleRows(height: area.height - 1)
    let isCut = rows.count < rowCount
    let remark = isCut ? "\(rows.lowerBound + 1)-\(rows.upperBound) of \(rowCount)" : ""
    let title = state.dayKnobs.isEmpty ? "Fleet" : "Scenario and fleet"
    frame.canvas.paint(PanelTitle(title, remark: [Span(remark, .label)]), in: area.row(0))
    for (line, row) in rows.enumerated() {
      let place = area.row(line + 1)
      if row < state.dayKnobs.count {
        paint(state.dayKnobs[row], on: &frame, in: place)
      } else {
        paint(state.controls[row - state.dayKnobs.count], on: &frame, in: place)
      }
    }
  }

  private func visibleRows(height: Int) -> Range<Int> {
    let first = min(max(0, state.focusedSlider - height + 2), max(0, rowCount - height))
    return first..<min(rowCount, first + height)
  }

  /// Paints pointer and name, and returns what is left of the row for the value.
  private func paintName(_ name: String, isFocused: Bool, on frame: inout Frame, in area: Rect) -> Rect {
    var area = area
    let pointer = area.takeLeft(2)
    if isFocused { frame.canvas.put(String(frame.canvas.glyphs.pointer), at: pointer.origin, .focus) }
    let place = area.takeLeft(min(FleetPanel.nameWidth, area.width / 2))
    frame.canvas.put(name, in: place, isFocused ? .focus : .label)
    return area
  }

  private func paint(_ knob: DayKnob, on frame: inout Frame, in area: Rect) {
    let isFocused = state.dayKnob == knob
    frame.mark(area, .knob(knob))
    var area = paintName(knob.name, isFocused: isFocused, on: &frame, in: area)
    if isFocused, let entry = state.entry {
      return paint(entry, before: state.day.text(of: knob), on: &frame, in: area)
    }
    frame.canvas.put(state.day.text(of: knob), in: area.takeLeft(FleetPanel.valueWidth), alignment: .right)
    if isFocused { frame.canvas.cursor = Point(max(area.x - 1, 0), area.y) }
    _ = area.takeLeft(1)
    guard let fraction = state.day.fraction(of: knob) else {
      let remark = state.day.remark(on: knob)
      return frame.canvas.put(remark.displayWidth <= area.width ? remark : "← →", in: area, .label)
    }
    frame.canvas.paint(Slider(fraction: fraction, isFocused: isFocused), in: area)
    if isFocused { frame.canvas.cursor = Point(Slider.column(of: fraction, in: area), area.y) }
  }

  private func paint(_ control: Control, on frame: inout Frame, in area: Rect) {
    let isFocused = state.dayKnob == nil && control.id == state.focusedControl
    frame.mark(area, .control(control.id))
    let area = paintName(control.name, isFocused: isFocused, on: &frame, in: area)
    if isFocused, let entry = state.entry {
      paint(entry, before: control.exactText(in: state.plan.profile), on: &frame, in: area)
    } else if let scale = control.scale {
      paint(control, scale, isFocused, on: &frame, in: area)
    } else {
      paintChoice(control, on: &frame, in: area)
      if isFocused { frame.canvas.cursor = area.origin }
    }
  }

  private func paint(
    _ control: Control, _ scale: Scale, _ isFocused: Bool, on frame: inout Frame, in area: Rect
  ) {
    var track = area
    let value = track.takeLeft(FleetPanel.valueWidth)
    paintValue(control, on: &frame, in: value, alignment: .right)
    _ = track.takeLeft(1)
    let saved = control.number(in: state.saved.profile)
    let number = control.number(in: state.plan.profile) ?? scale.track.lowerBound
    let slider = Slider(
      fraction: scale.fraction(of: number), savedFraction: saved.map(scale.fraction), isFocused: isFocused)
    frame.canvas.paint(slider, in: track)
    frame.mark(track, .track(control.id, track))
    if isFocused {
      frame.canvas.cursor = Point(Slider.column(of: scale.fraction(of: number), in: track), track.y)
    }
  }

  private func paintChoice(_ control: Control, on frame: inout Frame, in area: Rect) {
    var area = area
    let word = control.text(in: state.plan.profile).printable
    paintValue(control, on: &frame, in: area.takeLeft(word.displayWidth + 2), alignment: .left)
    let fitting = remarks(on: control).first { $0.displayWidth <= area.width }
    frame.canvas.put(fitting ?? "", in: area, .label)
  }

  /// What a choice brings, the longest first.
  private func remarks(on control: Control) -> [String] {
    guard control.id == .instanceType, let vcpus = state.plan.instanceHardware?.vcpus else { return [] }
    let hourly = state.plan.prices?[.instance(state.plan.profile.compute.instanceType)]?.price
    return [
      "\(vcpus) vCPU, \(hourly.map { "\($0.decimal) USD an hour" } ?? "price unknown")", "\(vcpus) vCPU",
    ]
  }

  /// The value, with a sign before it where it differs from the saved one.
  private func paintValue(
    _ control: Control, on frame: inout Frame, in area: Rect, alignment: TextAlignment
  ) {
    let isChanged = control.isChanged(in: state)
    let sign = isChanged ? String(frame.canvas.glyphs.changed) : alignment == .left ? " " : ""
    frame.canvas.put(
      sign + control.text(in: state.plan.profile), in: area, isChanged ? .changed : .value,
      alignment: alignment)
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
