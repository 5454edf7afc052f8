import Planning

/// What takes time to compute and follows from the rest of the state: made at the end of an update, for what is in
/// sight alone, so that views need only read it.
struct Derived: Sendable {
  /// What the edits do, against the saved profile.
  private(set) var edits: Differences?
  private(set) var day: PlayedDay?

  /// What A could answer on the same day; nil while nothing told it from the fleet.
  private(set) var dayOfA: CapacityOfDay?

  /// Response times over users; nil also where nobody said how long one takes.
  var latency: LatencyCurves?

  /// Response times over the part of the day that is in sight.
  private(set) var dayLatency: DayLatency?

  /// Those of the minute that is read out.
  private(set) var momentLatency: (minute: Int, latency: Latency?)?

  /// What would have held on that day, as far as it is found.
  private(set) var remedies: RemedySearch?
  private(set) var sizing: SizedFleet?
  private(set) var types: TypeChoices?
  private(set) var regions: RegionChoices?

  /// A and B side by side.
  private(set) var compared: ComparedFleets?
  var history: [HistoryRow]?

  /// What lifts the selected wall.
  var lifts: (wall: Wall.ID, lifts: [Lift])?

  /// Users that the fleet carries with one instance and with each one more.
  var fleetCurve: [Double]?

  /// What the cost rests on, in one line.
  var restsOn: String?

  /// What each finding's fix does, by its place in the review.
  var fixes: [FixEffect]?

  /// Whether the day that is set up turns anything away.
  private(set) var turnsAway: Bool?
  private var judged: Scenario?

  /// What is said beside the total.
  private(set) var bill: BillRemarks?

  /// Lines of the bill that rest on a guess.
  private(set) var guessedLines: Set<CostLine.ID>?
  private(set) var ahead: Lookahead?

  /// How much of the fleet is worth a commitment; nil where its type has no price.
  private(set) var commitment: CommitmentAdvice?
  private var all: [(document: Document?, differences: Differences)] = []

  /// Nothing yet.
  init() {}

  /// Nothing yet of another fleet; A stays what it is.
  init(ofAnotherAfter earlier: Derived) { dayOfA = earlier.dayOfA }

  /// What the state needs now; of what was made earlier for the same plan, all that still answers is kept.
  init(for state: State, keeping earlier: Derived) {
    self = earlier
    state.screen.derive(&self, state)
    for overlay in state.overlays { overlay.derive(&self, from: state) }
    judgeDay(of: state)
  }

  mutating func compare(with document: Document?, for state: State) {
    guard differences(from: document) == nil else { return }
    all.append((document, state.differences(from: document)))
  }

  /// The types that may be chosen instead of the plan's own.
  mutating func compareTypes(of plan: Plan) {
    if types == nil { types = TypeChoices(of: plan, types: Setting.instanceTypes(of: plan)) }
  }

  /// The Regions that the fleet may move to.
  mutating func compareRegions(of plan: Plan) {
    if regions == nil { regions = RegionChoices(of: plan) }
  }

  /// The months to come, from today's on.
  mutating func lookAhead(of plan: Plan, asOf today: Day?) {
    if ahead == nil { ahead = Lookahead(plan, from: plan.firstMonth(asOf: today)) }
  }

  mutating func judgeCommitment(of plan: Plan, asOf today: Day?) {
    guard commitment == nil else { return }
    let months = CommitmentAdvice.defaultMonths
    commitment = try? CommitmentAdvice(
      plan, HorizonRequest(months: months, from: plan.firstMonth(asOf: today)))
  }

  mutating func size(for question: SizingQuestion, row: Int, for state: State) {
    if let sizing, sizing.question == question {
      if sizing.row != row { self.sizing = sizing.looking(at: row, of: state.plan) }
    } else {
      sizing = SizedFleet(state.plan, for: question, row: row)
    }
  }

  /// All that differs from the saved profile, or from another document.
  func differences(from document: Document?) -> Differences? {
    all.first { $0.document == document }?.differences
  }

  /// Whether other values of the same state have all that these have.
  func holdsNoMore(than other: Derived) -> Bool {
    (edits == nil) == (other.edits == nil) && day?.scenario == other.day?.scenario
      && day?.detail == other.day?.detail && sizing?.question == other.sizing?.question
      && sizing?.row == other.sizing?.row
      && types == other.types && regions == other.regions && history == other.history
      && (compared == nil) == (other.compared == nil) && judged == other.judged
      && lifts?.wall == other.lifts?.wall && fleetCurve == other.fleetCurve
      && (fixes == nil) == (other.fixes == nil) && restsOn == other.restsOn && bill == other.bill
      && guessedLines == other.guessedLines
      && (ahead == nil) == (other.ahead == nil) && (commitment == nil) == (other.commitment == nil)
      && all.count == other.all.count
      && latency == other.latency && dayLatency == other.dayLatency
      && momentLatency?.minute == other.momentLatency?.minute
  }

  mutating func tellBill(of plan: Plan) {
    if bill == nil { bill = BillRemarks(plan) }
  }

  mutating func tellGuesses(of plan: Plan) {
    if guessedLines == nil { guessedLines = Set(plan.list.lines.map(\.id).filter(plan.restsOnGuess)) }
  }

  mutating func compareEdits(of state: State) {
    guard state.differsFromBaseline, edits == nil else { return }
    edits = Differences(Comparison(from: state.baseline, to: state.plan))
  }

  mutating func compareScenarios(of state: State) {
    guard compared == nil else { return }
    compared = ComparedFleets(state.plan(of: .a), state.plan(of: .b), asOf: state.today)
  }

  /// Plays the day for its answer alone, unless it was played for the screen.
  private mutating func judgeDay(of state: State) {
    let scenario = state.day.scenario(of: state.plan.profile.demand)
    if let judged, judged == scenario { return }
    judged = scenario
    let played = day?.scenario == scenario ? day?.totals : nil
    let totals = played ?? Simulation(state.plan, scenario).totals
    turnsAway = totals.turnedAway + totals.failed > 0
  }

  mutating func play(_ detail: PlayedDay.Detail, of state: State) {
    let scenario = state.day.scenario(of: state.plan.profile.demand)
    if let day, day.scenario == scenario, day.detail >= detail { return }
    let (simulation, minutes) = Simulation.traced(state.plan, scenario)
    day = PlayedDay(simulation, minutes: minutes, detail)
    if dayOfA?.isThat(of: state.baseline, scenario) != true {
      dayOfA = state.differsFromBaseline ? CapacityOfDay(of: state.baseline, scenario) : nil
    }
    remedies = RemedySearch(simulation)
    remedies?.advance(minutes: Derived.minutesInFrame)
    (dayLatency, momentLatency) = (nil, nil)
  }

  /// Response times of the played day, where somebody said how long a response takes or promised it.
  mutating func readLatency(of state: State) {
    guard let day, state.plan.isLatencyOfInterest else { return }
    let window = state.day.window.clamped(to: 0..<day.minutes.count)
    let events = day.scenario.events
    if dayLatency?.window != window, !window.isEmpty {
      dayLatency = DayLatency(state.plan, events: events, of: day.minutes, in: window)
    }
    let minute = state.day.minute
    if momentLatency?.minute != minute, day.minutes.indices.contains(minute) {
      momentLatency = (minute, DayLatency.latency(state.plan, events: events, in: day.minutes[minute]))
    }
  }

  /// Whether what would hold is still looked for.
  var isSearching: Bool { remedies.map { !$0.isFinished } ?? false }

  /// Goes on with that for about ten milliseconds.
  mutating func search() { remedies?.advance(minutes: 5 * Derived.minutesInFrame) }

  /// Gives up the rest of that, until another day is played.
  mutating func leaveSearch() { remedies?.leave() }

  /// Minutes that a search lives through in the frame of a key: about two milliseconds.
  private static let minutesInFrame = 200_000
}

extension State {
  fileprivate func differences(from document: Document?) -> Differences {
    let other = document.map { Plan($0.profile, provenance: $0.provenance, facts: saved.facts) }
    return Differences(Comparison(from: other ?? baseline, to: plan, asOf: today), isWhole: true)
  }
}
