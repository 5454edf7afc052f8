import Planning
import Typography

extension Setting {
  /// The slider or the choice that sets the value.
  var control: Control {
    let entering: Control.Entering =
      switch kind {
      case .slider: .text { $0.take($1, for: self) }
      case .choice(let words): .choice(words)
      }
    return Control(
      id: id, name: name, meaning: field.title, setting: self, reading: reading,
      turn: { $0.turn(self, $1) }, entering: entering)
  }

  private func reading(in state: State) -> Control.Reading {
    let profile = state.plan.profile
    return Control.Reading(
      text: text(in: profile), exact: exactText(in: profile), isChanged: isChanged(in: state),
      isGuess: state.plan.isGuessed(field.path), place: place(in: state))
  }

  private func place(in state: State) -> Control.Place {
    guard let scale else {
      let remarks = id == .instanceType ? state.instanceRemarks : id == .region ? state.regionRemarks : []
      guard let word = state.live?.value(of: field)?.text, word != self.word(in: state.plan.profile) else {
        return .word(remarks)
      }
      return .word(remarks.map { "AWS has \(word.printable); \($0)" } + ["AWS has \(word.printable)"])
    }
    let number = number(in: state.plan.profile) ?? scale.track.lowerBound
    return .track(
      scale.fraction(of: number), saved: self.number(in: state.baseline.profile).map(scale.fraction),
      live: state.live?.profile(with: field, over: state.saved.profile).flatMap(self.number)
        .map(scale.fraction),
      range: range(in: state.plan.profile).map { scale.fraction(of: $0.low)...scale.fraction(of: $0.high) })
  }
}

extension State {
  /// Whether the focused value differs from the saved one.
  var canRestoreValue: Bool { control.setting.flatMap(restoring) != nil }

  private func restoring(_ setting: Setting) -> Edit? {
    setting.restoring(profile, from: saved.profile, hardware: plan.facts.hardware)
  }

  /// Puts the focused value back to the saved one, as one step that can be taken back.
  mutating func restoreValue() {
    guard let setting = control.setting else {
      return notice = Notice(text: "\(control.name) is no value of the file", kind: .caution)
    }
    guard let edit = restoring(setting) else {
      return notice = Notice(text: "\(setting.name) is as it was saved")
    }
    apply(edit, of: setting, nil)
    if notice == nil {
      notice = Notice(text: "\(setting.name) is \(setting.exactText(in: profile)) again, as saved")
    }
  }

  fileprivate mutating func turn(_ setting: Setting, _ turn: Control.Turn) {
    switch setting.kind {
    case .slider(let scale): self.turn(setting, scale, turn)
    case .choice(let words): choose(from: words, for: setting, turn)
    }
  }

  private mutating func turn(_ setting: Setting, _ scale: Scale, _ turn: Control.Turn) {
    switch turn {
    case .steps(let count):
      let number = setting.number(in: profile) ?? 0
      set(setting, to: scale.value(count, stepsFrom: number), gesture: .steps(count))
    case .end(let end):
      let number = setting.number(in: profile) ?? scale.track.lowerBound
      // A value beyond the track is further than its end already.
      let place =
        end == .first ? min(scale.track.lowerBound, number) : max(scale.track.upperBound, number)
      set(setting, to: place, gesture: nil)
    case .place(let fraction): set(setting, to: scale.value(atFraction: fraction), gesture: .drag)
    case .word: break
    }
  }

  private mutating func choose(from words: [String], for setting: Setting, _ turn: Control.Turn) {
    switch turn {
    case .steps(let count):
      let index = words.firstIndex { $0 == setting.word(in: profile) } ?? 0
      let next = min(max(0, index + count), words.count - 1)
      set(setting, to: words[next], gesture: .steps(count.signum()))
    case .end(let end):
      if let word = end == .first ? words.first : words.last { set(setting, to: word, gesture: nil) }
    case .word(let word): set(setting, to: word, gesture: nil)
    case .place: break
    }
  }

  /// Takes a typed text, or says why it means nothing.
  fileprivate mutating func take(_ text: String, for setting: Setting) -> String? {
    switch setting.value(from: text) {
    case .success(.number(let number)): set(setting, to: number, gesture: nil)
    case .success(.estimate(let estimate)): apply(setting.edit(profile, to: estimate), of: setting, nil)
    case .failure(let error): return error.text
    }
    return nil
  }

  private mutating func set(_ setting: Setting, to number: Double, gesture: History.Gesture.Kind?) {
    let edit = setting.edit(profile, to: number, saved: saved.profile, hardware: plan.facts.hardware)
    apply(edit, of: setting, gesture)
  }

  private mutating func set(_ setting: Setting, to word: String, gesture: History.Gesture.Kind?) {
    let edit = setting.edit(profile, to: word, saved: saved.profile, hardware: plan.facts.hardware)
    apply(edit, of: setting, gesture)
  }

  private mutating func apply(_ edit: Edit?, of setting: Setting, _ kind: History.Gesture.Kind?) {
    guard let edit else { return }
    history.record(
      from: profile, to: edit.profile, gesture: kind.map { .init(control: setting.id, kind: $0) },
      summary: setting.summary)
    show(edit.profile)
    notice = edit.consequence.map { Notice(text: $0) }
  }

  /// What AWS calls the Region, and how much is known there, the longest first.
  fileprivate var regionRemarks: [String] {
    let name = Region(plan.profile.region)?.name ?? "not a Region that is known"
    guard plan.prices != nil else { return ["\(name), no price known", name, "no price known"] }
    return [name]
  }

  /// What the instance type brings, the longest first.
  fileprivate var instanceRemarks: [String] {
    guard let vcpus = plan.instanceHardware?.vcpus else { return [] }
    let hourly = plan.prices?[.instance(plan.profile.compute.instanceType)]?.price
    return [
      "\(vcpus) vCPU, \(hourly.map { "\($0.decimal) USD an hour" } ?? "price unknown")", "\(vcpus) vCPU",
    ]
  }
}
