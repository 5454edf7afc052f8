import Canvas
import Planning
import Typography

/// What a fleet is to be sized for, while it is being asked.
struct SizingForm: Overlay {
  var target: SizingTarget
  private(set) var focus: Control.ID? = .sizedUsers

  var keys: KeyMap { .sizing }

  init(for profile: Profile) {
    target = SizingTarget(users: profile.demand.concurrentUsers, headroomPercent: 20)
  }

  var controls: [Control] { [.sizedUsers, .sizedHeadroom, .survivesZoneLoss] }

  mutating func select(by count: Int, in state: State) {
    let index = controls.firstIndex { $0.id == focus } ?? 0
    focus = controls[min(max(0, index + count), controls.count - 1)].id
  }

  /// Sets the fleet that the form found, as one step that can be taken back.
  func accept(in state: inout State) -> [Effect] {
    guard let sizing = state.derived.sizing?.sizing, let chosen = sizing.chosen else {
      state.notice = Notice(text: "no instance type carries that", kind: .caution)
      return []
    }
    state.spare = target.headroomPercent
    state.replace(
      with: state.profile.applying(sizing.changes), summary: "fleet sized for \(target.users) users")
    state.notice = Notice(
      text: "sized: \(chosen.instances.min)..\(chosen.instances.desired)..\(chosen.instances.max)"
        + " of \(chosen.instanceType); undo takes it back")
    return []
  }

  func paint(for state: State, on frame: inout Frame, over area: Rect, footer: Rect) {
    SizingView(state: state, form: self).paint(on: &frame, over: area)
  }

  func derive(_ derived: inout Derived, from state: State) { derived.size(for: target, for: state) }
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
  /// The form that has the keys, if one has.
  var sizingForm: SizingForm? { overlays.last as? SizingForm }

  /// What the form asks for; what it would begin with where there is none.
  fileprivate var sizingTarget: SizingTarget {
    get { (sizingForm ?? SizingForm(for: profile)).target }
    set {
      guard var form = sizingForm else { return }
      form.target = newValue
      overlays[overlays.count - 1] = form
    }
  }
}
