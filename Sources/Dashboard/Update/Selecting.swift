import Canvas
import Planning

extension State {
  /// Moves to another slider, row, line or answer, whatever has the keys.
  mutating func select(by count: Int) {
    guard changeTop({ $0.select(by: count, in: $1) }) == nil else { return }
    selectInScreen(by: count)
  }

  mutating func select(_ end: Message.End) {
    // Longer than any list, and still far from overflow.
    select(by: end == .first ? -1_000_000 : 1_000_000)
  }

  private mutating func selectInScreen(by count: Int) {
    if screen.list == nil {
      let controls = screenControls
      let index = controls.firstIndex { $0.id == screenFocus } ?? 0
      focus(controls[clamped(index + count, to: controls.count)].id)
    } else if rowCount > 0 {
      selectedRows[screen] = clamped(selectedRow + count, to: rowCount)
    }
  }

  mutating func focus(_ id: Control.ID) {
    let isOwn = screen.ownControls(self).contains { $0.id == id }
    // A list has no row for a control of the profile, and keeps its own.
    if isOwn || screen.list == nil { ownFocus[screen] = isOwn ? id : nil }
    if !isOwn { focusedControl = id }
  }

  /// Rows that a page moves by: about what one sees.
  var pageHeight: Int { max(1, size.height - 8) }

  /// The selected row of the screen, within the rows that there are.
  var selectedRow: Int { clamped(selectedRows[screen, default: 0], to: rowCount) }

  /// Rows of the screen's list that the filter lets through.
  var rowCount: Int { screen.list?.rowCount(self) ?? 0 }

  /// Rows among which one may choose, of the list that lies over the screen or of the screen's own.
  var choiceCount: Int { overlays.last?.choiceCount(in: self) ?? rowCount }

  /// Whether there is more than one place to move to.
  var canMove: Bool {
    guard let text = overlays.last as? any TextOverlay else { return choiceCount > 1 }
    return text.lastOffset(in: self) > 0
  }

  /// Whether a word can be looked for in what has the keys.
  var canBeSearched: Bool { overlays.isEmpty || overlays.last?.filter != nil }

  /// Whether something is typed that can be taken back.
  var isLineFilled: Bool { (entry?.text ?? overlays.last?.line)?.isEmpty == false }

  var selectedDetail: Detail? { rowCount > 0 ? screen.list?.detail(self, selectedRow) : nil }

  /// Whether the filter lets a row with these words through.
  func isFound(_ words: String...) -> Bool {
    words.contains { $0.has(filter) }
  }

  /// Moves the focus to the first slider that the typed words name.
  mutating func focusMatch() {
    guard !filter.isEmpty,
      let match = screenControls.first(where: { isFound($0.name, $0.setting?.field.path ?? "") })
    else { return }
    focus(match.id)
  }

  private func clamped(_ index: Int, to count: Int) -> Int {
    min(max(0, index), max(0, count - 1))
  }
}

extension Int {
  /// The place of this number on a ring of so many places, whichever side of it the number lies on.
  func wrapped(to count: Int) -> Int { (self % count + count) % count }
}

extension String {
  /// Whether the words are in the text, whatever their case; no words are in every text.
  func has(_ words: String) -> Bool { words.isEmpty || lowercased().contains(words.lowercased()) }
}
