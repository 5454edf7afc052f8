import Canvas

/// One view over the state: all that the dashboard has to know of it.
package struct Screen: Sendable {
  package let title: String

  /// Keys beyond those that every list, or every screen of controls, has.
  var bindings: [Binding] = []

  /// The rows among which one is selected; nil where one turns controls.
  var list: List?

  /// What can be turned on it besides the profile, and what of that is focused at first.
  var ownControls: @Sendable (State) -> [Control] = { _ in [] }
  var firstFocus: Control.ID?

  /// Whether it shows draws of the uncertain inputs.
  var showsDraws = false

  /// Computes what it shows and what takes time.
  var derive: @Sendable (inout Derived, State) -> Void = { _, _ in }
  let paint: @Sendable (State, inout Frame, Rect) -> Void

  struct List: Sendable {
    let rowCount: @Sendable (State) -> Int

    /// The rows as they are shown.
    let table: @Sendable (State) -> Table

    /// What there is to tell of a row.
    let detail: @Sendable (State, Int) -> Detail

    /// What the rows may be sorted by, the order that they come in first: `lowest first`.
    var orders: [String] = []

    /// Which of the orders a press on the title of a column asks for, by the column's number.
    var ordersOfColumns: [Int: Int] = [:]
  }
}

extension Screen: CaseIterable {
  /// In the order of their numbers.
  package static let allCases = [plan, walls, cost, quotas, day, findings]

  var number: Int { (Screen.allCases.firstIndex(of: self) ?? 0) + 1 }

  var keys: KeyMap {
    KeyMap(title, (list == nil ? KeyMap.sliders : KeyMap.list) + bindings, KeyMap.everywhere)
  }
}

extension Screen: Hashable, CustomStringConvertible {
  package static func == (one: Screen, other: Screen) -> Bool { one.title == other.title }
  package func hash(into hasher: inout Hasher) { hasher.combine(title) }
  package var description: String { title.lowercased() }
}
