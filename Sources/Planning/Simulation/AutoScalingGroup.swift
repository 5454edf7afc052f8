/// A fleet that grows and shrinks by its rules, one minute after the other.
///
/// A pause that begins at minute t is over at minute t + its length, so a pause of zero never holds anything back.
struct AutoScalingGroup {
  let rules: AutoScalingRules
  private(set) var inService: Int
  private(set) var starting = 0

  /// Instances that join, by minute modulo the time of a start; only `starting` of them are on their way.
  private var arrivals: [Int]
  private var slot = 0
  private var minutesHigh = 0
  private var minutesLow = 0
  private var scaleOutRestsUntil = 0
  private var scaleInRestsUntil = 0
  private var emergencyRestsUntil = 0

  init(_ rules: AutoScalingRules, desired: Int) {
    self.rules = rules
    inService = desired
    arrivals = Array(repeating: 0, count: Swift.max(1, rules.startMinutes))
  }

  var fleet: Int { inService + starting }

  /// Lives through the next minute, in the order of the model: arrivals, load, alarms, one action.
  @inline(__always)
  mutating func live(minute: Int, users: Double, requests: Double, zoneFails: Bool) -> SimulatedMinute {
    welcomeArrivals()
    if zoneFails { loseZone() }
    let serving = inService
    let atTarget = rules.requestsAtTarget(serving)
    let capacity = rules.capacity(serving)
    let cpu = requests > 0 ? Swift.min(100, rules.targetCPUPercent * requests / atTarget) : 0
    minutesHigh = cpu > rules.scaleOutLimit ? minutesHigh + 1 : 0
    minutesLow = rules.scaleInBelow.exceeds(cpu) ? minutesLow + 1 : 0
    let action = act(minute: minute, requests: requests, cpu: cpu)
    slot = slot + 1 == arrivals.count ? 0 : slot + 1
    return SimulatedMinute(
      minute: minute, users: users, requests: requests, serving: serving, cpuPercent: cpu,
      requestsAtTarget: atTarget, capacity: capacity, action: action, starting: starting, fleet: fleet)
  }

  private mutating func welcomeArrivals() {
    let joining = arrivals[slot]
    guard joining > 0 else { return }
    arrivals[slot] = 0
    inService += joining
    starting -= joining
  }

  /// The fleet is spread evenly, so the largest zone goes; the group asks for as many instances at once.
  private mutating func loseZone() {
    let lost = (inService + rules.zones - 1) / rules.zones
    inService -= lost
    ask(for: lost)
  }

  /// Instances asked for now join when this slot comes round again.
  private mutating func ask(for instances: Int) {
    starting += instances
    arrivals[slot] += instances
  }

  private static let emergencyPercent = Figure.emergencyStep.count

  /// The first rule that applies, even where it then finds nothing to change.
  private mutating func act(minute: Int, requests: Double, cpu: Double) -> ScalingAction? {
    if requests.exceeds(rules.emergencyAbove), minute >= emergencyRestsUntil, fleet < rules.max {
      let added = Swift.min((fleet * Self.emergencyPercent + 99) / 100, rules.max - fleet)
      ask(for: added)
      emergencyRestsUntil = minute + rules.scaleOutCooldownMinutes
      scaleOutRestsUntil = emergencyRestsUntil
      minutesHigh = 0
      return ScalingAction(kind: .emergency, instances: added)
    }
    if minutesHigh >= rules.scaleOutPeriods, minute >= scaleOutRestsUntil {
      let added = Swift.min(rules.instances(inService, runAtTargetInsteadOf: cpu), rules.max) - fleet
      guard added > 0 else { return nil }
      ask(for: added)
      scaleOutRestsUntil = minute + rules.scaleOutCooldownMinutes
      minutesHigh = 0
      return ScalingAction(kind: .scaleOut, instances: added)
    }
    if minutesLow >= rules.scaleInPeriods, starting == 0, minute >= scaleInRestsUntil,
      minute >= scaleOutRestsUntil
    {
      let removed =
        inService - Swift.max(rules.instances(inService, runAtTargetInsteadOf: cpu), rules.min)
      guard removed > 0 else { return nil }
      inService -= removed
      scaleInRestsUntil = minute + rules.scaleInCooldownMinutes
      minutesLow = 0
      return ScalingAction(kind: .scaleIn, instances: removed)
    }
    return nil
  }
}

/// What auto scaling did in one minute.
package struct ScalingAction: Equatable, Sendable {
  package let kind: Kind

  /// How many instances were asked for or let go, one or more.
  package let instances: Int

  package enum Kind: String, CaseIterable, Sendable {
    case scaleOut = "scale_out"
    case scaleIn = "scale_in"
    case emergency
  }
}

/// One minute of a simulation.
package struct SimulatedMinute: Equatable, Sendable {
  package let minute: Int
  package let users: Double

  /// Requests that the users ask for.
  package let requests: Double

  /// Instances that served during the minute.
  package let serving: Int
  package let cpuPercent: Double

  /// Requests that the serving instances answer at the CPU target.
  package let requestsAtTarget: Double

  /// Requests that the serving instances answer at 100% CPU.
  package let capacity: Double
  package let action: ScalingAction?

  /// Instances on their way at the end of the minute.
  package let starting: Int

  /// Instances in service and starting at the end of the minute: what is billed.
  package let fleet: Int

  package var isSaturated: Bool { requests.exceeds(capacity) }
  package var isAboveTarget: Bool { requests.exceeds(requestsAtTarget) }
  package var turnedAway: Double { isSaturated ? requests - capacity : 0 }
}
