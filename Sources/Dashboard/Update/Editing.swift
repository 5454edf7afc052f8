import Planning

extension State {
  mutating func step(_ count: Int) {
    if var form = sizingForm {
      form.turn(by: count)
      show(form)
    } else if let knob = dayKnob {
      day.turn(knob, by: count)
    } else if let scale = control.scale {
      let number = control.number(in: profile) ?? 0
      set(control, to: scale.value(count, stepsFrom: number), gesture: .steps(count))
    } else if let choices = control.choices {
      let index = choices.firstIndex { $0 == control.word(in: profile) } ?? 0
      let next = min(max(0, index + count), choices.count - 1)
      set(control, to: choices[next], gesture: .steps(count.signum()))
    }
  }

  mutating func step(to end: Message.End) {
    if let knob = dayKnob {
      day.turn(knob, by: end == .first ? -10_000 : 10_000)
    } else if let track = control.scale?.track {
      let number = control.number(in: profile) ?? track.lowerBound
      // A value beyond the track is further than its end already.
      let place = end == .first ? min(track.lowerBound, number) : max(track.upperBound, number)
      set(control, to: place, gesture: nil)
    } else if let choices = control.choices, let word = end == .first ? choices.first : choices.last {
      set(control, to: word, gesture: nil)
    }
  }

  /// Begins to type a value, or opens the list to choose from.
  mutating func startEditing() {
    if let knob = dayKnob {
      if knob == .scenario { day.turn(.scenario, by: 1) } else { entry = Entry(text: "") }
    } else if control.scale != nil {
      entry = Entry(text: "")
    } else if let choices = control.choices {
      let selected = choices.firstIndex { $0 == control.word(in: profile) } ?? 0
      overlays.append(.chooser(Chooser(control: control.id, selected: selected)))
    }
  }

  /// Whether a value can be typed for what is focused.
  var canType: Bool { dayKnob.map { $0 != .scenario } ?? (control.scale != nil) }

  /// The knob of the Day screen that has the keys, nil where a slider of the profile has them.
  var dayKnob: DayKnob? { screen == .day ? day.focus : nil }

  mutating func acceptEntry() {
    guard let text = entry?.text, !text.isEmpty else { return entry = nil }
    if var form = sizingForm {
      let error = form.set(text)
      entry = error.map { Entry(text: text, error: $0) }
      return show(form)
    }
    if let knob = dayKnob {
      let error = day.set(knob, to: text)
      entry = error.map { Entry(text: text, error: $0) }
      return
    }
    switch control.value(from: text) {
    case .success(.number(let number)):
      entry = nil
      set(control, to: number, gesture: nil)
    case .success(.estimate(let estimate)):
      entry = nil
      apply(control.edit(profile, to: estimate), of: control, nil)
    case .failure(let error):
      entry?.error = error.text
    }
  }

  mutating func choose(_ chooser: Chooser) {
    guard let control = controls.first(where: { $0.id == chooser.control }) else { return }
    let choices = choices(of: chooser)
    if choices.indices.contains(chooser.selected) {
      set(control, to: choices[chooser.selected], gesture: nil)
    }
  }

  func choices(of chooser: Chooser) -> [String] {
    let control = controls.first { $0.id == chooser.control }
    return (control?.choices ?? []).filter { isFound($0) }
  }

  mutating func set(_ control: Control, to number: Double, gesture: History.Gesture.Kind?) {
    apply(control.edit(profile, to: number, saved: saved.profile), of: control, gesture)
  }

  private mutating func set(_ control: Control, to word: String, gesture: History.Gesture.Kind?) {
    let edit = control.edit(
      profile, to: word, saved: saved.profile, hardware: plan.facts.hardware)
    apply(edit, of: control, gesture)
  }

  private mutating func apply(_ edit: Edit?, of control: Control, _ kind: History.Gesture.Kind?) {
    guard let edit else { return }
    history.record(
      from: profile, to: edit.profile, gesture: kind.map { .init(control: control.id, kind: $0) },
      summary: control.summary)
    show(edit.profile)
    notice = edit.consequence.map { Notice(text: $0) }
  }

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
