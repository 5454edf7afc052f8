import Canvas
import Planning
import Typography

extension State {
  /// The screen as it is now.
  package var frame: Frame {
    var frame = Frame(size, look: look)
    guard !isTooSmall else {
      paintTooSmall(on: &frame)
      return frame
    }
    var area = frame.canvas.bounds.inset(horizontal: 1)
    paintHeader(on: &frame, in: area.takeTop(1))
    paintTabs(on: &frame, in: area.takeTop(1))
    let footer = area.takeBottom(1)
    if area.height >= State.airyHeight { _ = area.takeTop(1) }
    screen.paint(self, &frame, area)
    paintFooter(on: &frame, in: footer)
    for overlay in overlays {
      // Nothing below it can be pressed any more.
      frame.mark(frame.canvas.bounds, .scroll)
      overlay.paint(for: self, on: &frame, over: area, footer: footer)
    }
    return frame
  }

  /// Rows from which on a blank line keeps panels apart.
  static let airyHeight = 34

  /// The smallest terminal that still shows something useful.
  private static let least = Size(40, 12)

  var isTooSmall: Bool { size.width < State.least.width || size.height < State.least.height }

  private func paintTooSmall(on frame: inout Frame) {
    let lines = [
      "The terminal is \(size.width)x\(size.height).",
      "Headroom needs \(State.least.width)x\(State.least.height).",
    ]
    let width = lines.map(\.count).max() ?? 0
    let place = frame.canvas.bounds.centred(Size(min(width, size.width), lines.count))
    for (row, line) in lines.enumerated() { frame.canvas.put(line, in: place.row(row)) }
  }

  /// The name, and beside it as much about where it comes from as fits.
  private func paintHeader(on frame: inout Frame, in area: Rect) {
    let (name, region) = (plan.profile.name.printable, plan.profile.region.printable)
    let file = (path.map(fileName) ?? "built-in guide").printable
    var area = area
    frame.canvas.put("Headroom", in: area.takeLeft(10), .accent)
    let room = area.width - min(name.displayWidth, area.width * 2 / 3) - 2
    let remark = ["\(region) · \(file)", file].first { $0.displayWidth <= room } ?? ""
    frame.canvas.put(remark, in: area.takeRight(remark.displayWidth), .label)
    if !remark.isEmpty { _ = area.takeRight(2) }
    frame.canvas.put(name, in: area, .title)
  }

  private func paintTabs(on frame: inout Frame, in area: Rect) {
    var area = area
    let state: [Span] =
      isUnsaved
      ? [Span("\(frame.canvas.glyphs.changed) \(editedKeys.count) unsaved", .changed)]
      : [Span("saved", .label)]
    frame.canvas.put(state, at: area.takeRight(state.displayWidth).origin)
    frame.canvas.paint(tabs, in: area)
    frame.mark(area, .tabs(area))
  }

  var tabs: Tabs { Tabs(Screen.allCases.map(\.title), selected: screen.number - 1) }

  /// The bottom line: a prompt, what just happened, or the keys that mean something here.
  private func paintFooter(on frame: inout Frame, in area: Rect) {
    if let error = entry?.error {
      frame.canvas.put("\(frame.canvas.glyphs.bad) \(error)", in: area, .bad)
      return
    }
    if let notice {
      let sign: Span =
        switch notice.kind {
        case .done: Span("\(frame.canvas.glyphs.good) ", .good)
        case .caution: Span("\(frame.canvas.glyphs.warning) ", .warning)
        case .failure: Span("\(frame.canvas.glyphs.bad) ", .bad)
        }
      frame.canvas.put([sign], at: area.origin)
      frame.canvas.put(notice.text, in: Rect(x: area.x + 2, y: area.y, width: area.width - 2))
      return
    }
    let bindings = keys.bindings.filter { $0.isOffered(in: self) }
    let hints = bindings.map { KeyHints.Hint($0.label, $0.action, isPinned: $0.place == .pinned) }
    frame.canvas.paint(KeyHints(hints), in: area)
  }

  private func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
