/// The search for what would hold, one try at a time, so that it can go on between two frames and be left.
///
/// A try is a run of the scenario up to its first minute that turns something away. Each way is found by bisection, so
/// that what is found holds and the next smaller one does not.
package struct RemedySearch: Sendable {
  package let simulation: Simulation

  /// The ways that hold, the cheapest first.
  package private(set) var found: [Remedy] = []

  /// The ways that do not, in the order of the tries.
  package private(set) var missing: [Remedy.Missing] = []

  /// Runs so far, and the minutes that they lived through.
  package private(set) var tries = 0
  private var minutes = 0

  /// Whether it was given up before its end.
  package private(set) var isLeft = false

  private var prescale: PrescaleSearch?
  private var waiting: [Remedy.Kind]
  private var trial: RemedyTrial?

  /// Is finished at once where nothing is turned away.
  package init(_ simulation: Simulation) {
    self.simulation = simulation
    waiting = simulation.totals.saturatedMinutes > 0 ? [.prescale, .scheduled, .start, .min, .cpuTarget] : []
    let walls = simulation.totals.turnedAwayBy.map(\.wall)
    if !waiting.isEmpty, !walls.contains(where: \.growsWithInstances) {
      missing = waiting.map { Remedy.Missing(kind: $0, reason: .doesNotHelp(walls.map(\.id))) }
      waiting = []
    }
  }

  package var isFinished: Bool { waiting.isEmpty && trial == nil && prescale == nil }

  /// What is tried now; nil before the first try and after the last.
  package var current: Remedy.Kind? { prescale != nil ? .prescale : trial?.kind ?? waiting.first }

  /// What all tries say, those that are left made on the spot.
  package func finished() -> RemedySearch {
    var search = self
    while !search.isFinished { search.advance() }
    return search
  }

  /// Gives up what was not tried yet; what was found stays.
  package mutating func leave() {
    guard !isFinished else { return }
    (isLeft, waiting, trial, prescale) = (true, [], nil, nil)
  }

  /// Goes on until about so many more minutes are lived through, or to the end.
  package mutating func advance(minutes most: Int) {
    let end = minutes + most
    while !isFinished, minutes < end { advance() }
  }

  /// Makes one more try.
  package mutating func advance() {
    if prescale != nil { return advancePrescale() }
    guard var current = trial else { return begin() }
    guard let effort = current.next else { return end(current) }
    current.note(effort, holds: holds(current.changes(effort)))
    trial = current
  }

  private mutating func begin() {
    guard !waiting.isEmpty else { return }
    let kind = waiting.removeFirst()
    if kind == .prescale { return prescale = PrescaleSearch(simulation) }
    switch RemedyTrial.make(kind, for: simulation, after: found) {
    case .success(let made): trial = made
    case .failure(let none): miss(kind, none.reason)
    }
  }

  private mutating func advancePrescale() {
    let before = prescale?.minutes ?? 0
    prescale?.advance()
    tries += 1
    minutes += (prescale?.minutes ?? 0) - before
    guard let result = prescale?.result else { return }
    prescale = nil
    switch result {
    case .failure(let unknown): miss(.prescale, .unscaled(unknown.reason))
    case .success(let prescale):
      keep(
        Remedy(
          way: .prescale(prescale), changes: [], instanceHours: prescale.instanceHours, cost: prescale.cost,
          extraCost: extra(prescale.cost)))
    }
  }

  /// Minutes that could be lived through while a plan is made.
  private static let minutesOfPlan = 4_000

  private mutating func end(_ ended: RemedyTrial) {
    trial = nil
    guard let effort = ended.least else { return miss(ended.kind, ended.shortfall) }
    let changes = ended.changes(effort)
    let held = Simulation(simulation.plan.applying(changes), simulation.scenario)
    minutes += simulation.scenario.minutes
    keep(
      Remedy(
        way: ended.way(effort), changes: changes, instanceHours: held.totals.instanceHours, cost: held.cost,
        extraCost: extra(held.cost)))
  }

  private mutating func keep(_ remedy: Remedy) {
    found.append(remedy)
    let kinds = Remedy.Kind.allCases
    let place = { (remedy: Remedy) in kinds.firstIndex(of: remedy.way.kind) ?? 0 }
    found.sort { one, other in
      if let (cost, others) = one.cost.flatMap({ own in other.cost.map { (own, $0) } }), cost != others {
        return cost < others
      }
      return (one.instanceHours, place(one)) < (other.instanceHours, place(other))
    }
  }

  private mutating func miss(_ kind: Remedy.Kind, _ reason: Remedy.Reason) {
    missing.append(Remedy.Missing(kind: kind, reason: reason))
    // Within max nothing is left that could hold.
    if waiting.isEmpty, found.isEmpty, kind != .max { waiting = [.max] }
  }

  private func extra(_ cost: Money?) -> Money? {
    cost.flatMap { cost in simulation.cost.map { cost - $0 } }
  }

  /// Whether the scenario turns nothing away with some changes; one that contradicts the rest of the profile never holds.
  private mutating func holds(_ changes: [ProfileChange]) -> Bool {
    tries += 1
    minutes += Self.minutesOfPlan
    let plan = simulation.plan.applying(changes)
    guard plan.profile.conflicts.isEmpty else { return false }
    let course = Course(plan, simulation.scenario)
    return course.turnsNothingAway(course.start(desired: course.desired(of: plan)), counting: &minutes)
  }
}

extension Plan {
  /// The plan of the changed profile, with the same facts.
  package func applying(_ changes: [ProfileChange]) -> Plan {
    Plan(profile.applying(changes), provenance: provenance, facts: facts, model: model)
  }
}
