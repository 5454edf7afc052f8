package import Canvas
import Planning
import Typography

extension State {
  /// Answers a message: changes the state and says what the session has to do.
  package mutating func update(_ message: Message) -> [Effect] {
    defer { derive() }
    return answer(message)
  }

  /// Answers what a terminal reports at once, up to the first event that asks the session for something, and computes
  /// the plan once at the end of it.
  ///
  /// The events that are left are answered after that is done: a key that was pressed after a save is about what was
  /// saved.
  package mutating func update(_ events: inout ArraySlice<Event>) -> [Effect] {
    defer { derive() }
    while let event = events.popFirst() {
      let effects = message(for: event).map { answer($0) } ?? []
      if !effects.isEmpty { return effects }
    }
    return []
  }

  mutating func answer(_ message: Message) -> [Effect] {
    if !message.isStep { derive() }
    if message.isAction { notice = nil }
    if !message.continuesGesture && !(message == .settle && drag != nil) { history.settle() }
    switch message {
    case .open(let screen): open(screen)
    case .nextScreen(let count): openNext(count)
    case .select(let rows): select(by: rows)
    case .selectEnd(let end): select(end)
    case .scrollPage(let pages): select(by: pages * pageHeight)
    case .edit: startEditing()
    case .restoreValue: restoreValue()
    case .step(let count): step(count)
    case .stepToEnd(let end): step(to: end)
    case .type(let character): type(character)
    case .paste(let text): paste(text)
    case .erase: erase { _ = $0.popLast() }
    case .eraseWord: erase { $0 = $0.withoutLastWord }
    case .eraseAll: erase { $0 = "" }
    case .accept: return accept()
    case .undo: undo()
    case .redo: redo()
    case .settle: return keep()
    case .work: work()
    case .goToSubject: goToSubject()
    case .applyFix: screen == .day ? takeRemedy() : screen == .findings ? applyFix() : lift()
    case .zoom(let steps): day.zoom(by: steps)
    case .nextMoment: moveToNextMoment()
    case .loseZone: loseZone()
    case .nextRemedy: markNextRemedy()
    case .switchBasis: switchBasis()
    case .showDifferences: showDifferences()
    case .showDrift: showDrift()
    case .readAWS: askWhereToCapture()
    case .takeTheirs: takeTheirs(all: false)
    case .takeAllTheirs: takeTheirs(all: true)
    case .keepMine: keepMine()
    case .showMeasurements: overlays.append(ShownMeasurements(in: self))
    case .size: overlays.append(SizingForm(for: profile))
    case .lookAhead: overlays.append(HorizonView())
    case .showHelp: overlays.append(Palette(of: .keys, in: self))
    case .showPalette: overlays.append(Palette(of: .everything, in: self))
    case .showWords: overlays.append(ShownWords(screen: screen))
    case .showHistory: overlays.append(ShownHistory(in: self))
    case .nextTheme: return changeTheme()
    case .pin: pin()
    case .turn(let side): turn(side)
    case .swap: swapScenarios()
    case .compare: compareIfDifferent()
    case .editFile: return editFile()
    case .find: askForWords()
    case .sort: sortAnew()
    case .showRates: openRates()
    case .back: return back()
    case .close: return close()
    case .redraw: return [.redraw]
    case .save: return save()
    case .saveAs: askWhereToSave()
    case .reload: return reload()
    case .copy: return copyCommand()
    case .copyAll: return copyCommands()
    case .copySentence: return copySentence()
    case .write: askWhereToWrite()
    case .copyJustification: return copyJustification()
    case .suspend: return keep() + [.suspend]
    case .mouse(let event): return point(event)
    case .resize(let size): self.size = size
    case .backdrop(let backdrop): look.theme = look.theme.on(backdrop)
    case .dead(let key): tellPlace(of: key)
    case .saved, .reloaded, .readToMerge, .changedBeside, .edited, .changedOnDisk, .alreadyExists, .found,
      .kept, .captured, .did, .failed:
      return hear(message)
    case .terminate: return isUnsaved || profile != kept ? [.keep(profile), .quit] : [.quit]
    }
    return []
  }

  /// Opens a screen; nothing lies over it then.
  mutating func open(_ screen: Screen) {
    self.screen = screen
    overlays = []
    filter = ""
  }

  /// The screen after or before, once what was typed is taken.
  private mutating func openNext(_ count: Int) {
    acceptEntry()
    guard entry == nil else { return }
    open(Screen.allCases[(screen.number - 1 + count).wrapped(to: Screen.allCases.count)])
  }

  /// Whether one is anywhere to go back from.
  var canGoBack: Bool {
    entry != nil || !overlays.isEmpty || !filter.isEmpty || screen != .plan || isFromPortfolio
  }

  /// One step back: out of what lies on top, then out of a filter or a search, then to the first screen.
  private mutating func back() -> [Effect] {
    if entry != nil {
      entry = nil
    } else if let overlay = overlays.popLast() {
      return overlay.back(in: &self)
    } else if !filter.isEmpty {
      filter = ""
    } else if screen == .day, derived.isSearching {
      derived.leaveSearch()
    } else if screen != .plan {
      open(.plan)
    } else if isFromPortfolio {
      return close()
    }
    return []
  }

  /// Words are looked for in the help and in the screens, and in no other text.
  private mutating func askForWords() {
    guard canBeSearched else { return }
    overlays.append(Prompt(purpose: .find, text: ""))
  }

  private mutating func switchBasis() {
    guard hasQuotes else { return notice = Notice(text: "nothing is quoted: all costs are list prices") }
    basis = basis.next
  }

  private mutating func showDifferences() {
    guard hasDifferences else {
      return notice = Notice(text: "no differences: nothing has been changed here")
    }
    overlays.append(ShownDifferences(document: theirs))
  }

  private mutating func close() -> [Effect] {
    guard needsSaving else { return [.discard(profile), .quit] }
    overlays.append(Asked(.quit))
    return []
  }

  /// Enter: takes what is typed or chosen, or tells more about what is selected.
  private mutating func accept() -> [Effect] {
    if entry != nil {
      acceptEntry()
    } else if let overlay = overlays.popLast() {
      return overlay.accept(in: &self)
    } else if screen.list == nil {
      startEditing()
    } else if let detail = selectedDetail {
      overlays.append(ShownDetail(detail: detail))
    }
    return []
  }

  private mutating func type(_ character: Character) {
    if overlays.last?.line != nil {
      changeLine { line, limit in
        if line.utf8.count + character.utf8.count <= limit { line.append(character) }
      }
    } else if entry != nil {
      entry?.type(character)
    } else if control.canBeTyped {
      entry = Entry(text: String(character))
    } else {
      startEditing()
    }
  }

  private mutating func paste(_ text: String) {
    let line = text.prefix { !$0.isNewline }.filter { $0.unicodeScalars.allSatisfy(\.isPlain) }
    if overlays.last?.line != nil {
      for character in line { type(character) }
    } else {
      for character in line { entry?.type(character) }
    }
  }

  private mutating func erase(_ change: (inout String) -> Void) {
    if overlays.last?.line != nil {
      changeLine { line, _ in change(&line) }
    } else {
      entry?.error = nil
      if var text = entry?.text {
        change(&text)
        entry?.text = text
      }
    }
  }

  /// Changes the line that is typed into what lies on top, and lets that see it.
  private mutating func changeLine(_ change: (inout String, _ limit: Int) -> Void) {
    guard var top = overlays.last, var line = top.line else { return }
    change(&line, top.lineLimit)
    guard line != top.line else { return }
    top.line = line
    top.follow(in: self)
    overlays[overlays.count - 1] = top
    if (top as? Prompt)?.purpose == .find { find(line) }
  }

  /// Shows only what has these words: of what lies below, or of the screen.
  mutating func find(_ words: String) {
    if let index = overlays.lastIndex(where: { $0.filter != nil }) {
      overlays[index].filter = words
      return
    }
    filter = words
    if screen.list == nil { focusMatch() }
  }
}

extension String {
  /// The text up to its last word, with the space or the slash before it.
  fileprivate var withoutLastWord: String {
    let isBreak = { (character: Character) in character == " " || character == "/" }
    let end = lastIndex { !isBreak($0) } ?? startIndex
    let start = self[..<end].lastIndex(where: isBreak).map { index(after: $0) } ?? startIndex
    return String(self[..<start])
  }
}

extension Message {
  /// Whether a person did something, so that the last notice has been read.
  fileprivate var isAction: Bool {
    switch self {
    case .settle, .work, .resize, .redraw, .backdrop, .saved, .reloaded, .readToMerge, .changedBeside,
      .edited, .changedOnDisk, .alreadyExists, .found, .kept, .did, .failed:
      false
    case .mouse(let event): event.action != .release
    default: true
    }
  }

  /// Whether the message changes a value by what the profile alone says.
  fileprivate var isStep: Bool {
    switch self {
    case .step, .undo, .redo: true
    case .mouse(let event): event.action == .drag
    default: false
    }
  }

  /// Whether the message can be one more step of a movement.
  fileprivate var continuesGesture: Bool {
    switch self {
    case .step, .mouse, .resize, .backdrop, .work: true
    default: false
    }
  }
}
