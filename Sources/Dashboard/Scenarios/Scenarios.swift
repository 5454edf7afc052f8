import Planning

/// Two versions of the fleet: the one that the sliders move, and the one that it is held against.
package struct Scenarios: Equatable, Sendable {
  package enum Side: Sendable {
    case a, b

    var other: Side { self == .a ? .b : .a }
    var letter: String { self == .a ? "A" : "B" }
  }

  /// The side that the sliders move.
  private(set) var moved = Side.b

  /// The other side; nil for the fleet as it was read or saved.
  private(set) var pinned: Plan?

  /// What people call a side; nil for `saved` and `now`.
  private var names: [Side: String] = [:]

  /// The file of the fleet that lies beside the one that is edited; nil where it has none of its own.
  private var otherFile: String?

  /// Whether the fleet that the sliders move is that other one.
  private var isTurned = false

  /// A fleet of another file beside the one that is edited.
  init(_ plan: Plan, named name: String, beside other: String?) {
    pinned = plan
    names = [.a: name]
    names[.b] = other
    otherFile = name
  }

  init() {}

  /// Pinned plans are compared by what they were made of: one session makes all of them of the same facts.
  package static func == (one: Scenarios, other: Scenarios) -> Bool {
    one.moved == other.moved && one.pinned?.profile == other.pinned?.profile
      && one.pinned?.provenance == other.pinned?.provenance && one.names == other.names
      && one.otherFile == other.otherFile && one.isTurned == other.isTurned
  }

  /// Whether A is another fleet than the saved one.
  var isPinned: Bool { pinned != nil }

  func name(of side: Side) -> String { names[side] ?? (side == .a ? isPinned ? "pinned" : "saved" : "now") }

  /// The file that the moved fleet is of, where that is not the one that would be saved.
  var foreignName: String? { isTurned ? otherFile : nil }

  mutating func pin(_ plan: Plan, named name: String? = nil) {
    unpin()
    pinned = plan
    names[.a] = name
  }

  mutating func unpin() {
    moved = .b
    pinned = nil
    names = [:]
  }

  /// The sliders move the other side from now on.
  mutating func turn(leaving plan: Plan) {
    if moved == .b, pinned == nil { names[.a] = "saved" }
    pinned = plan
    moved = moved.other
    isTurned.toggle()
  }

  /// The sides take each other's fleet and name.
  mutating func swap(leaving plan: Plan) {
    names = [.a: name(of: .b), .b: name(of: .a)]
    pinned = plan
    isTurned.toggle()
  }
}

extension State {
  /// The fleet that changes are told against.
  var baseline: Plan { scenarios.pinned ?? saved }

  /// Whether the edited fleet differs from it.
  var differsFromBaseline: Bool { profile != baseline.profile }

  /// What the changes are told against, after the word "against" or "since".
  var baselineName: String {
    scenarios.isPinned
      ? "\(scenarios.moved.other.letter), \(scenarios.name(of: scenarios.moved.other))" : "saved"
  }

  func plan(of side: Scenarios.Side) -> Plan { side == scenarios.moved ? plan : baseline }

  /// Makes the fleet as it is A, or the saved one where it is A already.
  mutating func pin() {
    if scenarios.pinned?.profile == profile {
      scenarios.unpin()
      notice = Notice(text: "A is the saved fleet again")
    } else {
      scenarios.pin(plan)
      notice = Notice(text: "pinned as A: every slider, bar and figure is held against it; v compares")
    }
    forgetComparisons()
  }

  mutating func turn(_ side: Scenarios.Side) {
    guard side != scenarios.moved else {
      notice = Notice(text: "the sliders move \(side.letter), \(scenarios.name(of: side)), already")
      return
    }
    let (left, taken) = (plan, baseline.profile)
    scenarios.turn(leaving: left)
    if taken != left.profile { replace(with: taken, summary: "turned to \(side.letter)") }
    notice = Notice(text: "the sliders move \(side.letter), \(scenarios.name(of: side)); v compares")
    forgetComparisons()
  }

  mutating func swapScenarios() {
    let (left, taken) = (plan, baseline.profile)
    scenarios.swap(leaving: left)
    if taken != left.profile { replace(with: taken, summary: "A and B swapped") }
    forgetComparisons()
  }

  /// Holds the fleet against that of another file from the start.
  package mutating func compare(with document: Document) {
    let other = Plan(document.profile, provenance: document.provenance, facts: plan.facts)
    let names = [document.path ?? document.name, path ?? "guide"].map {
      $0.split(separator: "/").last.map(String.init) ?? $0
    }
    scenarios = Scenarios(other, named: names[0], beside: names[1])
    forgetComparisons()
    compare()
    derive()
  }

  mutating func compare() { overlays.append(ShownComparison()) }

  mutating func compareIfDifferent() {
    guard canCompare else {
      return notice = Notice(text: "nothing to compare: nothing has been changed here, and nothing is pinned")
    }
    compare()
  }
}
