import Planning

/// The curves of response times that Walls shows: of the fleet as it is, and as it was saved where that differs.
struct LatencyCurves: Equatable, Sendable {
  let now: LatencyCurve
  let saved: LatencyCurve?

  /// Responses at the target.
  let at: PerSize<Latency>

  /// Users up to whom each size settles; nil where nothing fills.
  let settled: PerSize<Double?>

  /// Where the goal stands and what the target meets.
  let formula: String
  let parts: [LatencyPart]
  let remedies: [LatencyRemedy]
  let caveats: [String]

  /// The most users that the curves are shown for.
  let most: Double

  /// Nil where nobody said how long a response takes or promised it.
  init?(of state: State) {
    let plan = state.plan
    guard plan.isLatencyOfInterest else { return nil }
    let settled = PerSize { plan.usersSettled(at: $0) }
    let target = Double(plan.demand.users)
    // A target that is far away, or far below, must not press the curve into a corner.
    let most = min(max(1.15 * target, 1.02 * (settled.desired ?? 2 * target)), 8 * target)
    self.most = most
    self.settled = settled
    at = plan.latency.at
    formula = plan.explanation(of: .latency).formula
    parts = plan.latencyParts(at: .desired)
    remedies = plan.latencyRemedies(at: .desired)
    caveats = plan.latencyCaveats
    now = plan.latencyCurve(at: .desired, upTo: most)
    saved = state.isUnsaved ? state.saved.latencyCurve(at: .desired, upTo: most) : nil
  }
}

extension Derived {
  mutating func drawLatency(of state: State) {
    if latency == nil { latency = LatencyCurves(of: state) }
  }
}
