import Canvas

extension State {
  /// Answers the mouse: what is under it is what the last frame painted there.
  mutating func point(_ event: MouseEvent) -> [Effect] {
    // Who points elsewhere has typed the value; one that is wrong stays to be mended.
    if event.action.isStart { acceptEntry() }
    guard entry == nil else { return [] }
    switch event.action {
    case .press:
      history.settle()
      if let (target, point) = frame.target(at: event.point) { return press(target, at: point) }
    case .drag:
      drag(to: event.point)
    case .release:
      // A release without its press, as after a press outside, says nothing.
      if drag != nil { history.settle() }
      drag = nil
    case .wheelUp: turnWheel(1, at: event.point)
    case .wheelDown: turnWheel(-1, at: event.point)
    }
    return []
  }

  mutating func press(_ target: Frame.Target, at point: Point) -> [Effect] {
    switch target {
    case .tabs(let area):
      guard let index = tabs.index(at: point, in: area) else { break }
      return answer(.open(Screen.allCases[index]))
    case .control(let id):
      focus(id)
    case .track(let id, let area):
      focus(id)
      drag = target
      slide(id, to: point, in: area)
    case .chart:
      if screen.ownControls(self).contains(where: { $0.id == .minute }) { focus(.minute) }
      drag = target
      drag(to: point)
    case .row(let row):
      if row == selectedRow, let detail = selectedDetail { overlays.append(ShownDetail(detail: detail)) }
      selectedRows[screen] = row
    case .heading(let column): sort(byHeading: column)
    case .key(let message): return answer(message)
    case .command(let action): return run(action)
    case .remedy(let index): mark(remedy: index)
    case .choice(let index):
      if changeTop({ top, _ in top.press(choice: index) }) == true { return answer(.accept) }
    case .scroll: break
    }
    return []
  }

  private mutating func drag(to point: Point) {
    switch drag {
    case .track(let id, let area): slide(id, to: point, in: area)
    case .chart(let area):
      if let minute = DayChart(state: self)?.minute(at: point, in: area) { day.move(to: minute) }
    default: break
    }
  }

  private mutating func slide(_ id: Control.ID, to point: Point, in area: Rect) {
    control(id)?.turn(&self, .place(Slider.fraction(at: point.x, in: area)))
  }

  /// Over a slider the wheel moves it, elsewhere it scrolls.
  private mutating func turnWheel(_ notches: Int, at point: Point) {
    switch frame.target(at: point)?.target {
    case .track(let id, _), .control(let id):
      focus(id)
      step(notches)
    default:
      select(by: -notches * (overlays.isEmpty && screen != .plan ? 1 : 3))
    }
  }
}

extension MouseEvent.Action {
  /// Whether something new begins with it.
  fileprivate var isStart: Bool { self != .drag && self != .release }
}
