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
    for (index, overlay) in overlays.enumerated() {
      if index == 0, overlay.dimsWhatIsBehind {
        frame.canvas.dim(Rect(x: 0, y: 0, width: size.width, height: size.height - 1))
      }
      // Nothing below it can be pressed any more.
      frame.mark(frame.canvas.bounds, .scroll)
      overlay.paint(for: self, on: &frame, over: area, footer: footer)
    }
    return frame
  }

  /// Rows from which on a blank line keeps panels apart.
  static let airyHeight = 34

  /// The smallest terminal that still shows something useful.
  static let least = Size(40, 12)

  var isTooSmall: Bool { size.width < State.least.width || size.height < State.least.height }

  /// What a terminal that is too small is told.
  static let need = "Headroom needs \(least.width)x\(least.height)."

  private func paintTooSmall(on frame: inout Frame) {
    let lines = [
      "The terminal is \(size.width)x\(size.height).",
      State.need,
    ]
    let width = lines.map(\.count).max() ?? 0
    let place = frame.canvas.bounds.centred(Size(min(width, size.width), lines.count))
    for (row, line) in lines.enumerated() { frame.canvas.put(line, in: place.row(row)) }
  }

  /// Rows between the tabs and the footer.
  var bodyHeight: Int { size.height - 3 - (size.height - 3 >= State.airyHeight ? 1 : 0) }

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
    let forms = corner(frame.canvas.glyphs)
    let form = forms.first { tabs.width(.close) + $0.displayWidth < area.width } ?? forms[forms.count - 1]
    frame.canvas.put(form, at: area.takeRight(form.displayWidth).origin)
    frame.canvas.paint(tabs, in: area)
    frame.mark(area, .tabs(area))
  }

  /// How the file and the scenarios stand, the longest first.
  private func corner(_ glyphs: Glyphs) -> [[Span]] {
    let count = editedKeys.count
    let own: [Span] =
      isUnsaved ? [Span("\(glyphs.changed) \(count) unsaved", .changed)] : [Span("saved", .label)]
    if theirs != nil {
      return [
        [Span("\(glyphs.warning) changed on disk: r reads it, d shows it  ", .warning)] + own,
        [Span("\(glyphs.warning) changed on disk  ", .warning)] + own,
        [Span("\(glyphs.warning) on disk", .warning)],
      ]
    }
    guard scenarios.isPinned else {
      return history.isFresh ? [[Span("arrows move, = types, ? helps   ", .label)] + own, own] : [own]
    }
    let sides = [Scenarios.Side.a, .b].map { side in
      Span(
        "\(side.letter) \(scenarios.name(of: side).printable.clipped(to: 24))",
        side == scenarios.moved ? .changed : .label)
    }
    return [[sides[0], Span(" \(glyphs.vertical) ", .border), sides[1], "  "] + own, own]
  }

  var tabs: Tabs {
    Tabs(Screen.allCases.map(\.title), badges: Screen.allCases.map(badge), selected: screen.number - 1)
  }

  /// What there is to see on a screen.
  private func badge(of screen: Screen) -> [Span] {
    let glyphs = look.glyphs
    func count(_ sign: Character, _ count: Int, _ role: Role) -> [Span] {
      count > 0 ? [Span("\(sign)\(count)", role)] : []
    }
    switch screen {
    case .walls:
      return count(
        glyphs.bad, plan.walls.count { $0.decides && plan.headroom(of: $0, at: .desired)?.holds == false },
        .bad)
    case .quotas: return count(glyphs.bad, plan.quotas.count { $0.verdict == .request }, .bad)
    case .day:
      guard let turnsAway = derived.turnsAway else { return [] }
      return [turnsAway ? Span(String(glyphs.bad), .bad) : Span(String(glyphs.good), .good)]
    case .findings:
      return count(glyphs.bad, review.count(of: .error), .bad)
        + count(glyphs.warning, review.count(of: .warning), .warning)
    default: return []
    }
  }

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
    let widget = KeyHints(hints)
    frame.canvas.paint(widget, in: area)
    for (index, place) in widget.places(in: area) {
      if let message = bindings[index].strokes.first?.message { frame.mark(place, .key(message)) }
    }
  }

  private func fileName(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
