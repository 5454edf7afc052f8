import Planning
import Typography

/// What a fleet is to be sized for, while it is being asked.
struct SizingForm: Equatable, Sendable {
  var target: SizingTarget
  var focus = Control.ID.sizedUsers

  init(for profile: Profile) {
    target = SizingTarget(users: profile.demand.concurrentUsers, headroomPercent: 20)
  }

  static let controls: [Control] = [.sizedUsers, .sizedHeadroom, .survivesZoneLoss]

  mutating func select(by count: Int) {
    let controls = SizingForm.controls
    let index = controls.firstIndex { $0.id == focus } ?? 0
    focus = controls[min(max(0, index + count), controls.count - 1)].id
  }
}

extension Control.ID {
  static let sizedUsers = Control.ID("sized users")
  static let sizedHeadroom = Control.ID("sized headroom")
  static let survivesZoneLoss = Control.ID("survives zone loss")
}

extension Control {
  fileprivate static let sizedUsers = Control(
    id: .sizedUsers, name: "users", meaning: "Users that the fleet is to carry",
    reading: { Reading(text: Numbers.grouped($0.sizingTarget.users), place: .word([])) },
    turn: { state, turn in
      guard case .steps(let count) = turn else { return }
      let users = Double(state.sizingTarget.users)
      let scale = Scale.quantity(around: users, upTo: Double(mostUsers))
      state.sizingTarget.users = Int(scale.value(count, stepsFrom: users))
    },
    entering: .text { state, text in
      let number = TypedNumber.value(of: text)
      guard let number, number == number.rounded(), (1...Double(mostUsers)).contains(number) else {
        return "a whole number from 1"
      }
      state.sizingTarget.users = Int(number)
      return nil
    })

  private static let mostUsers = Bound.users.upperBound

  fileprivate static let sizedHeadroom = Control(
    id: .sizedHeadroom, name: "headroom, %", meaning: "Headroom that the fleet is to have above these users",
    reading: { Reading(text: Numbers.plain($0.sizingTarget.headroomPercent), place: .word([])) },
    turn: { state, turn in
      guard case .steps(let count) = turn else { return }
      let percent = state.sizingTarget.headroomPercent + Double(count)
      state.sizingTarget.headroomPercent = min(max(0, percent), mostHeadroom)
    },
    entering: .text { state, text in
      guard let number = TypedNumber.value(of: text), (0...mostHeadroom).contains(number) else {
        return "0 to 1,000"
      }
      state.sizingTarget.headroomPercent = number
      return nil
    })

  private static let mostHeadroom = 1000.0

  fileprivate static let survivesZoneLoss = Control(
    id: .survivesZoneLoss, name: "zone loss", meaning: "Whether the fleet is to carry them without one zone",
    reading: {
      let survives = $0.sizingTarget.survivesZoneLoss
      return Reading(
        text: survives ? "still carried when one zone is lost" : "not planned for", place: .word([]))
    },
    turn: { state, turn in
      guard case .steps(let count) = turn else { return }
      state.sizingTarget.survivesZoneLoss = count > 0
    }, entering: .nothing)
}

extension State {
  mutating func askForSizing() {
    overlays.append(.sizing(SizingForm(for: profile)))
  }

  /// The form that has the keys, if one has.
  var sizingForm: SizingForm? { if case .sizing(let form) = overlays.last { form } else { nil } }

  /// What the form asks for; what it would begin with where there is none.
  fileprivate var sizingTarget: SizingTarget {
    get { (sizingForm ?? SizingForm(for: profile)).target }
    set {
      guard var form = sizingForm else { return }
      form.target = newValue
      show(form)
    }
  }

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
