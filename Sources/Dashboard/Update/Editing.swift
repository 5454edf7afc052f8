import Planning

extension State {
  /// What can be turned on the screen.
  var screenControls: [Control] { screen.ownControls(self) + profileControls }

  /// Which of that is focused.
  var screenFocus: Control.ID { ownFocus[screen] ?? focusedControl }

  var screenControl: Control { screenControls.first { $0.id == screenFocus } ?? screenControls[0] }

  /// What can be turned where the keys are: the rows of a form, or those of the screen.
  var controls: [Control] { isInForm ? overlays.last?.controls ?? [] : screenControls }

  /// Whether what lies on top has controls of its own.
  var isInForm: Bool { overlays.last?.controls.isEmpty == false }

  /// What is focused of that.
  var control: Control { overlays.last?.focus.flatMap(control) ?? screenControl }

  mutating func step(_ count: Int) { control.turn(&self, .steps(count)) }

  mutating func step(to end: Message.End) { control.turn(&self, .end(end)) }

  /// Begins to type a value, or opens the list to choose from.
  mutating func startEditing() {
    let control = control
    switch control.entering {
    case .text: entry = Entry(text: "")
    case .choice(let choices):
      // The types of the Region that the fleet is in now, which may not be the saved one.
      let words = control.id == .instanceType ? Setting.instanceTypes(of: plan) : choices
      let selected = words.firstIndex { $0 == control.reading(self).text } ?? 0
      overlays.append(Chooser(control: control.id, selected: selected))
    case .step: step(1)
    case .nothing: break
    }
  }

  mutating func acceptEntry() {
    guard let text = entry?.text, !text.isEmpty, case .text(let take) = control.entering else {
      return entry = nil
    }
    let error = take(&self, text)
    entry = error.map { Entry(text: text, error: $0) }
  }

  /// What can be turned by that name, on whatever has the keys.
  func control(_ id: Control.ID) -> Control? { controls.first { $0.id == id } }

  /// Shows another profile as one step that can be taken back.
  mutating func replace(with profile: Profile, summary: String) {
    history.record(from: self.profile, to: profile, gesture: nil) { _, _ in summary }
    show(profile)
  }

  mutating func undo() {
    guard let step = history.undo(in: profile) else { return notice = Notice(text: "nothing to undo") }
    show(step.profile)
    notice = Notice(text: "undone: \(step.summary)")
  }

  mutating func redo() {
    guard let step = history.redo(in: profile) else { return notice = Notice(text: "nothing to redo") }
    show(step.profile)
    notice = Notice(text: "redone: \(step.summary)")
  }
}
