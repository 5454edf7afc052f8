import Canvas

/// What lies over a screen until it is closed; the last one opened has the keys.
protocol Overlay: Equatable, Sendable {
  /// The keys that mean something while it lies on top.
  var keys: KeyMap { get }

  /// Paints it over the screen, or into the line of the footer.
  func paint(for state: State, on frame: inout Frame, over area: Rect, footer: Rect)

  /// Whether it stands before the screen, which then steps back.
  var dimsWhatIsBehind: Bool { get }

  /// Moves to another line, row or answer.
  mutating func select(by count: Int, in state: State)

  /// What Enter does, once it is closed.
  func accept(in state: inout State) -> [Effect]

  /// What Escape does, once it is closed.
  func back(in state: inout State) -> [Effect]

  /// What can be turned in it, and which of that is focused.
  var controls: [Control] { get }
  var focus: Control.ID? { get }

  /// Rows among which one may choose.
  func choiceCount(in state: State) -> Int

  /// Takes a press on one of its choices, and says whether that accepts it.
  mutating func press(choice: Int) -> Bool

  /// The words by which it shows only a part of itself; nil where there is nothing to find.
  var filter: String? { get set }

  /// The line of text that is typed into it; nil where nothing is.
  var line: String? { get set }

  /// Bytes that the line may have.
  var lineLimit: Int { get }

  /// Shows what the line asks for.
  mutating func follow(in state: State)

  /// Sorts its rows by the next thing.
  mutating func sortAnew()

  /// Computes what it tells and what takes time.
  func derive(_ derived: inout Derived, from state: State)

  /// What no event may ever make of it, if it is so.
  func flaw(in state: State) -> String?
}

extension Overlay {
  var dimsWhatIsBehind: Bool { true }

  mutating func select(by count: Int, in state: State) {}
  func accept(in state: inout State) -> [Effect] { [] }

  func back(in state: inout State) -> [Effect] {
    state.quitsAfterSaving = false
    return []
  }

  var controls: [Control] { [] }
  var focus: Control.ID? { nil }
  func choiceCount(in state: State) -> Int { 0 }
  mutating func press(choice: Int) -> Bool { false }

  var filter: String? {
    get { nil }
    set {}
  }

  var line: String? {
    get { nil }
    set {}
  }

  var lineLimit: Int { 100 }
  mutating func follow(in state: State) {}
  mutating func sortAnew() {}
  func derive(_ derived: inout Derived, from state: State) {}
  func flaw(in state: State) -> String? { nil }
}

extension State {
  /// Changes what lies on top.
  mutating func changeTop<Value>(_ change: (inout any Overlay, State) -> Value) -> Value? {
    guard var top = overlays.last else { return nil }
    defer { overlays[overlays.count - 1] = top }
    return change(&top, self)
  }
}
