/// How often a simulated fleet breaks what is promised of its response times.
///
/// Queues that are left from the minute before are not modelled, so that it is at least so often.
package struct SimulatedLatency: Equatable, Sendable {
  package let minutesOver: Int
  package let budgetMinutes: Double

  /// Share of a month's error budget that the minutes take.
  package var budgetEatenPercent: Double { 100 * Double(minutesOver) / budgetMinutes }
}

extension Simulation {
  /// Nil where nothing is promised.
  static func latency(of course: Course, desired: Int, plan: Plan) -> SimulatedLatency? {
    guard let level = plan.profile.serviceLevel else { return nil }
    var responses = LatencyCourse(plan, events: course.scenario.events)
    var over = 0
    var run = course.start(desired: desired)
    course.play(&run) { minute in
      if responses.breaks(level, in: minute) { over += 1 }
      return true
    }
    return SimulatedLatency(minutesOver: over, budgetMinutes: level.budgetMinutes)
  }
}

/// Response times of simulated minutes, with what one minute has in common with another worked out once.
package struct LatencyCourse: Sendable {
  private let fleet: WalledFleet
  private let events: SimulatedEvents
  private var models: [Conditions: LatencyModel] = [:]
  private var limits: [Situation: Double] = [:]

  /// The p95 of minutes that were alike, as the minutes of two days are.
  private var known: [Minute: (milliseconds: Double, isAtLeast: Bool)] = [:]

  private struct Minute: Hashable {
    let situation: Situation
    let live: Double
  }

  /// What changes how long a request takes alone and what it meets behind the instances.
  private struct Conditions: Hashable {
    let isSlow: Bool
    let isCold: Bool
  }

  private struct Situation: Hashable {
    let conditions: Conditions
    let serving: Int
  }

  package init(_ plan: Plan, events: SimulatedEvents) {
    fleet = plan.walledFleet
    self.events = events
  }

  /// Whether a minute turns requests away or fails some, or misses a goal.
  mutating func breaks(_ level: ServiceLevel, in minute: SimulatedMinute) -> Bool {
    if minute.isSaturated || minute.failed > 0 { return true }
    guard minute.live > 0 else { return false }
    guard minute.serving > 0 else { return true }
    return minute.live.exceeds(60 * limit(level, serving: minute.serving, conditions(minute.minute)))
  }

  /// Responses of a minute; nil where nobody serves.
  package mutating func latency(in minute: SimulatedMinute) -> Latency? {
    guard minute.serving > 0 else { return nil }
    return model(conditions(minute.minute))
      .figure(load: minute.live / 60, instances: Double(minute.serving))
  }

  /// The p95 of a minute; nil where nobody serves.
  package mutating func p95(in minute: SimulatedMinute) -> (milliseconds: Double, isAtLeast: Bool)? {
    guard minute.serving > 0 else { return nil }
    let conditions = conditions(minute.minute)
    let key = Minute(
      situation: Situation(conditions: conditions, serving: minute.serving), live: minute.live)
    if let known = known[key] { return known }
    let p95 = model(conditions)
      .percentile(.p95, load: minute.live / 60, instances: Double(minute.serving))
    known[key] = p95
    return p95
  }

  private func conditions(_ minute: Int) -> Conditions {
    Conditions(
      isSlow: events.slowBackend?.minutes.contains(minute) ?? false,
      isCold: events.coldCache?.contains(minute) ?? false)
  }

  private mutating func model(_ conditions: Conditions) -> LatencyModel {
    if let known = models[conditions] { return known }
    var model = fleet.latency(isCacheCold: conditions.isCold)
    if conditions.isSlow, let factor = events.slowBackend?.factor { model = model.slower(by: factor) }
    models[conditions] = model
    return model
  }

  /// The largest load at which so many instances keep the goals.
  private mutating func limit(_ level: ServiceLevel, serving: Int, _ conditions: Conditions) -> Double {
    let model = model(conditions)
    // Without anything behind them, instances do not know of each other.
    let situation = Situation(conditions: conditions, serving: model.stations.isEmpty ? 1 : serving)
    let limit: Double
    if let known = limits[situation] {
      limit = known
    } else {
      limit = model.mostLoad(keeping: level, instances: Double(situation.serving))
      limits[situation] = limit
    }
    return model.stations.isEmpty ? limit * Double(serving) : limit
  }
}

extension LatencyModel {
  /// The same where a request takes so many times as long by itself.
  func slower(by factor: Double) -> LatencyModel {
    LatencyModel(service: service * factor, spread: spread, queue: queue, stations: stations)
  }
}

extension SimulatedMinute {
  /// Requests that reached an instance that serves, or were turned away there.
  var live: Double { requests - failed }
}
