import Canvas
import Planning
import Typography

/// What a fleet is to be sized for, while it is being asked, and the types that carry it below.
struct SizingForm: Overlay {
  private(set) var question: SizingQuestion

  /// The field that has the keys; nil where the table has them.
  private(set) var field: Int? = 0

  /// The type that is looked at, and that Enter takes.
  private(set) var row = 0

  var keys: KeyMap { .sizing }

  init(for profile: Profile) {
    question = SizingQuestion(
      target: SizingTarget(users: profile.demand.concurrentUsers, headroomPercent: 20))
  }

  var target: SizingTarget {
    get { question.target }
    set {
      question.target = newValue
      row = 0
    }
  }

  var fields: [Control] { [.sizedUsers, .sizedHeadroom, .survivesZoneLoss] }

  /// The table is one of them, so that nothing below the form is turned while it has the keys.
  var controls: [Control] { fields + [.sizedTypes] }
  var focus: Control.ID? { field.map { fields[$0].id } ?? .sizedTypes }

  /// The words by which the table shows only some types.
  var filter: String? {
    get { question.words }
    set {
      question.words = newValue ?? ""
      row = 0
    }
  }

  mutating func sortAnew() {
    question.order = question.order.next
    row = 0
  }

  func choiceCount(in state: State) -> Int { state.derived.sizing?.sizing.candidates.count ?? 0 }

  /// Down from the last field lies the table.
  mutating func select(by count: Int, in state: State) {
    let last = fields.count + max(0, choiceCount(in: state) - 1)
    let place = min(max(0, (field ?? fields.count + row) + count), last)
    field = place < fields.count ? place : nil
    row = max(0, place - fields.count)
  }

  /// The second press on a row takes it.
  mutating func press(choice: Int) -> Bool {
    defer { (field, row) = (nil, choice) }
    return field == nil && row == choice
  }

  /// Sets the fleet that is looked at, as one step that can be taken back.
  func accept(in state: inout State) -> [Effect] {
    guard let sized = state.derived.sizing, let candidate = sized.candidate, let changes = sized.changes,
      sized.sizing.chosen != nil || field == nil
    else {
      state.notice = Notice(text: "no instance type carries that", kind: .caution)
      return []
    }
    state.replace(
      with: state.profile.applying(changes), summary: "fleet sized for \(target.users) users")
    let instances = candidate.instances
    state.notice = Notice(
      text: "sized: \(instances.min)..\(instances.desired)..\(instances.max)"
        + " of \(candidate.instanceType); undo takes it back")
    return []
  }

  func paint(for state: State, on frame: inout Frame, over area: Rect, footer: Rect) {
    SizingView(state: state, form: self).paint(on: &frame, over: area)
  }

  func derive(_ derived: inout Derived, from state: State) {
    derived.size(for: question, row: row, for: state)
  }

  func flaw(in state: State) -> String? {
    row == 0 || row < choiceCount(in: state) ? nil : "type \(row) is looked at"
  }
}

extension SizingOrder {
  fileprivate var next: SizingOrder {
    let all = Self.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1).wrapped(to: all.count)]
  }
}

extension Control.ID {
  static let sizedUsers = Control.ID("sized users")
  static let sizedHeadroom = Control.ID("sized headroom")
  static let survivesZoneLoss = Control.ID("survives zone loss")
  static let sizedTypes = Control.ID("sized types")
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

  /// The table, in which nothing is turned.
  fileprivate static let sizedTypes = Control(
    id: .sizedTypes, name: "types", meaning: "The types that the fleet may run on",
    reading: { _ in Reading(text: "", place: .word([])) }, turn: { _, _ in }, entering: .nothing)
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
