/// What a terminal reports.
package enum Event: Hashable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// Text that was pasted, with its line breaks; a long one is cut.
  case paste(String)
  case resize(Size)
  /// What the terminal writes upon, as it says itself.
  case backdrop(Backdrop)
  /// What the program was asked to watch has changed.
  case watched
  /// The program is in the foreground again, on a screen that must be drawn anew.
  case resume
  /// A signal asks the program to end: time to keep what is unsaved, then to end the terminal and raise it again.
  case terminate(signal: Int32)
  /// The terminal is gone; no event follows.
  case endOfInput
}

/// A key as a person names it.
package enum Key: Hashable, Sendable {
  case character(Character)
  /// The letter, in lower case, that was pressed together with Control.
  case control(Character)
  case function(Int)
  case up, down, left, right
  case shiftUp, shiftDown, shiftLeft, shiftRight
  case home, end, pageUp, pageDown
  case tab, backTab, enter, escape, backspace, delete, insert
}

package struct MouseEvent: Hashable, Sendable {
  package enum Action: Hashable, Sendable {
    case press, drag, release, wheelUp, wheelDown
  }

  package var action: Action
  package var point: Point

  package init(_ action: Action, at point: Point) {
    self.action = action
    self.point = point
  }
}
