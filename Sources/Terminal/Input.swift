import CNcurses
import Canvas

/// Takes all that waits in ncurses and says it in the program's terms.
enum Input {
  static func drain(_ window: UnsafeMutablePointer<WINDOW>) -> [Event] {
    var events: [Event] = []
    var keys = KeyReader()
    var code: wint_t = 0
    while true {
      switch wget_wch(window, &code) {
      case KEY_CODE_YES where Int32(code) == KEY_RESIZE:
        events.append(.resize(Size(Int(getmaxx(window)), Int(getmaxy(window)))))
      case KEY_CODE_YES where Int32(code) == KEY_MOUSE:
        events += mouseEvents()
      case KEY_CODE_YES:
        events += keys.read(code: Int32(code)).map(Event.key)
      case OK:
        events += keys.read(scalar: UInt32(code)).map(Event.key)
      default:
        return events + keys.finish().map(Event.key)
      }
    }
  }

  /// ncurses hands out what the mouse did since the last code with the latest first.
  private static func mouseEvents() -> [Event] {
    var events: [Event] = []
    var report = MEVENT()
    while getmouse(&report) == OK {
      guard let action = MouseEvent.Action(report.bstate) else { continue }
      events.append(.mouse(MouseEvent(action, at: Point(Int(report.x), Int(report.y)))))
    }
    return events.reversed()
  }
}

extension MouseEvent.Action {
  /// ncurses may merge a press and its release into a click: both are presses here.
  init?(_ state: mmask_t) {
    if state & screen_wheel_up != 0 {
      self = .wheelUp
    } else if state & screen_wheel_down != 0 {
      self = .wheelDown
    } else if state & screen_press != 0 {
      self = .press
    } else if state & screen_release != 0 {
      self = .release
    } else if state & screen_motion != 0 {
      self = .drag
    } else {
      return nil
    }
  }
}
