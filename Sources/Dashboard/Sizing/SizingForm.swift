import Planning

/// What a fleet is to be sized for, while it is being asked.
struct SizingForm: Equatable, Sendable {
  var target: SizingTarget
  var row = Row.users

  enum Row: Int, CaseIterable, Sendable {
    case users, headroom, zoneLoss

    var name: String {
      switch self {
      case .users: "users"
      case .headroom: "headroom, %"
      case .zoneLoss: "zone loss"
      }
    }
  }

  init(for profile: Profile) {
    target = SizingTarget(users: profile.demand.concurrentUsers, headroomPercent: 20)
  }

  static let mostUsers = Bound.users.upperBound
  static let mostHeadroom = 1000.0

  mutating func select(by count: Int) {
    row = Row(rawValue: min(max(0, row.rawValue + count), Row.allCases.count - 1)) ?? row
  }

  mutating func turn(by count: Int) {
    switch row {
    case .users:
      let scale = Scale.quantity(around: Double(target.users), upTo: Double(SizingForm.mostUsers))
      target.users = Int(scale.value(count, stepsFrom: Double(target.users)))
    case .headroom:
      let percent = target.headroomPercent + Double(count)
      target.headroomPercent = min(max(0, percent), SizingForm.mostHeadroom)
    case .zoneLoss: target.survivesZoneLoss = count > 0
    }
  }

  /// Takes a typed text for the selected row, or says what it should be.
  mutating func set(_ text: String) -> String? {
    let number = TypedNumber.value(of: text)
    switch row {
    case .users:
      guard let number, number == number.rounded(), (1...Double(SizingForm.mostUsers)).contains(number) else {
        return "a whole number from 1"
      }
      target.users = Int(number)
    case .headroom:
      guard let number, (0...SizingForm.mostHeadroom).contains(number) else { return "0 to 1,000" }
      target.headroomPercent = number
    case .zoneLoss: return "← or →"
    }
    return nil
  }
}

extension State {
  mutating func askForSizing() {
    overlays.append(.sizing(SizingForm(for: profile)))
  }

  /// The form that has the keys, if one has.
  var sizingForm: SizingForm? { if case .sizing(let form) = overlays.last { form } else { nil } }

  mutating func show(_ form: SizingForm) { overlays[overlays.count - 1] = .sizing(form) }

  /// Sets the fleet that the form found, as one step that can be taken back.
  mutating func takeSizing(_ form: SizingForm) {
    guard let sizing = derived.sizing?.sizing, let chosen = sizing.chosen else {
      notice = Notice(text: "no instance type carries that", kind: .caution)
      return
    }
    replace(with: profile.applying(sizing.changes), summary: "fleet sized for \(form.target.users) users")
    notice = Notice(
      text: "sized: \(chosen.instances.min)..\(chosen.instances.desired)..\(chosen.instances.max)"
        + " of \(chosen.instanceType); undo takes it back")
  }
}
