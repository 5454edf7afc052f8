import Planning

/// A simulated day, launch or steady time, as far as a screen tells of it.
struct PlayedDay: Sendable {
  let scenario: Scenario
  let detail: Detail
  let minutes: [SimulatedMinute]
  let totals: Simulation.Totals

  /// List price of the instance-hours; nil where it is not known.
  let cost: Money?

  /// How often the promised response times are missed; nil where nothing is promised.
  let latency: SimulatedLatency?

  /// The smallest start that turns nothing away; nil where nobody asks, or too many sizes would have to be tried.
  let lowestDesired: LowestDesired?

  /// What happened and why, in words; nil as `lowestDesired` is.
  let story: String?

  /// How much is told, each case with all of those before it.
  enum Detail: Int, Comparable, Sendable {
    case minutes, totals, story

    static func < (one: Detail, other: Detail) -> Bool { one.rawValue < other.rawValue }
  }

  init(_ simulation: Simulation, minutes: [SimulatedMinute], _ detail: Detail) {
    let isSearched = simulation.isSearchable
    scenario = simulation.scenario
    self.detail = detail
    self.minutes = minutes
    totals = simulation.totals
    cost = simulation.cost
    latency = simulation.latency
    lowestDesired = detail >= .totals && isSearched ? simulation.lowestDesired() : nil
    story = detail >= .story && isSearched ? simulation.story() : nil
  }
}

extension Simulation {
  /// Whether every start can be tried within a frame.
  fileprivate var isSearchable: Bool { (rules.max - rules.min + 1) * scenario.minutes <= 2_000_000 }
}
