import Planning

/// What can be taken back, gesture by gesture.
struct History: Equatable, Sendable {
  private var done: [Step] = []
  private var undone: [Step] = []

  /// About how many bytes the steps take.
  private(set) var size = 0

  /// What the steps may take together: the oldest go before there are more.
  private let room: Int

  init(room: Int = 32 << 20) { self.room = room }

  /// The movement that goes on: further steps of it belong to one undo.
  private(set) var gesture: Gesture?

  private struct Step: Equatable, Sendable {
    var difference: ProfileDifference
    var summary: String

    /// About the bytes that the step takes: its place, and each value with what it points to.
    var size: Int {
      difference.changes.reduce(128 + summary.utf8.count) { size, change in
        let texts = [change.old, change.new].compactMap { $0?.text.utf8.count }
        return texts.reduce(size + MemoryLayout<KeyChange>.stride, +)
      }
    }
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
    undone.forEach { size -= $0.size }
    undone = []
    let isMore = gesture != nil && gesture == self.gesture
    let start = isMore ? takeLast().map { before.applying($0.difference.inverted) } ?? before : before
    append(Step(difference: ProfileDifference(from: start, to: after), summary: summary(start, after)))
    self.gesture = gesture
  }

  var canUndo: Bool { !done.isEmpty }
  /// Whether nothing was ever done.
  var isFresh: Bool { done.isEmpty && undone.isEmpty }
  var doneCount: Int { done.count }
  var undoneCount: Int { undone.count }

  /// What each gesture did, the last one first; those that were taken back come before those that stand.
  var summaries: [String] { undone.map(\.summary) + done.reversed().map(\.summary) }

  /// The profile after each of the gestures, in that order, and before the first one; as many as that from now on.
  func profiles(around profile: Profile, atMost limit: Int) -> [Profile] {
    var later: [Profile] = []
    for step in undone.reversed() { later.append((later.last ?? profile).applying(step.difference)) }
    var earlier: [Profile] = [profile]
    for step in done.reversed().prefix(limit) {
      earlier.append((earlier.last ?? profile).applying(step.difference.inverted))
    }
    return later.reversed() + earlier
  }

  /// The movement is over: what comes next is an undo of its own.
  mutating func settle() { gesture = nil }

  /// A profile without the last gesture, and what that gesture did.
  mutating func undo(in profile: Profile) -> (profile: Profile, summary: String)? {
    settle()
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return (profile.applying(step.difference.inverted), step.summary)
  }

  /// A profile with the gesture that was taken back last, and what it did.
  mutating func redo(in profile: Profile) -> (profile: Profile, summary: String)? {
    settle()
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return (profile.applying(step.difference), step.summary)
  }

  private mutating func takeLast() -> Step? {
    guard let step = done.popLast() else { return nil }
    size -= step.size
    return step
  }

  /// The last step stays, however large it is.
  private mutating func append(_ step: Step) {
    size += step.size
    if size > room {
      var surplus = 0
      // Some more at once, since taking the first ones out moves all others.
      while surplus < done.count, size > room - room / 16 {
        size -= done[surplus].size
        surplus += 1
      }
      done.removeFirst(surplus)
    }
    done.append(step)
  }
}
