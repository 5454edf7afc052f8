import Planning

/// What can be taken back, gesture by gesture.
struct History: Sendable {
  private var done: [Step] = []
  private var undone: [Step] = []

  /// The movement that goes on: further steps of it belong to one undo.
  private(set) var gesture: Gesture?

  private struct Step: Sendable {
    var before: Profile
    var summary: String
    var after: Profile
  }

  /// Repeated steps of one control in one direction, as a held key or a drag makes them.
  struct Gesture: Equatable, Sendable {
    enum Kind: Equatable, Sendable { case steps(Int), drag, once }

    var control: Control.ID
    var kind: Kind
  }

  /// `summary` says what a change from one profile to another comes to.
  mutating func record(
    from before: Profile, to after: Profile, gesture: Gesture?, summary: (Profile, Profile) -> String
  ) {
    undone = []
    let start = gesture != nil && gesture == self.gesture ? done.popLast()?.before ?? before : before
    done.append(Step(before: start, summary: summary(start, after), after: after))
    self.gesture = gesture
  }

  /// The movement is over: what comes next is an undo of its own.
  mutating func settle() { gesture = nil }

  /// The profile before the last gesture, and what that gesture did.
  mutating func undo() -> (profile: Profile, summary: String)? {
    settle()
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return (step.before, step.summary)
  }

  /// The profile after the gesture that was taken back last, and what it did.
  mutating func redo() -> (profile: Profile, summary: String)? {
    settle()
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return (step.after, step.summary)
  }
}
