/// A fleet put through a scenario: whether auto scaling keeps up, and what it costs.
///
/// Only totals are kept; ``trace()`` lives through the same minutes again and keeps each one.
package struct Simulation: Sendable {
  package let scenario: Scenario
  package let rules: AutoScalingRules

  /// Instances in service at the start.
  package let desired: Int
  package let totals: Totals

  /// List price of the instance-hours: hours x price x purchase mix; nil where the type has no known price.
  package let cost: Money?

  /// Why the cost is not known, where it is not.
  package let costUnknown: UnpricedReason?
  private let course: Course

  package init(_ plan: Plan, _ scenario: Scenario) {
    self.scenario = scenario
    rules = AutoScalingRules(plan.profile)
    desired = plan.profile.compute.instances.desired
    course = Course(scenario, requestsPerUser: plan.demand.requestsPerUser.likely)
    totals = course.totals(of: AutoScalingGroup(rules, desired: desired))
    cost = plan.listPrice(of: totals.fleetHours)
    costUnknown = cost == nil ? plan.list.unpriced.first { $0.id == .compute }?.reason : nil
  }

  /// Every minute of the simulation.
  package func trace() -> [SimulatedMinute] {
    var minutes: [SimulatedMinute] = []
    minutes.reserveCapacity(scenario.minutes)
    visitMinutes { minutes.append($0) }
    return minutes
  }

  /// Shows every minute in turn, without keeping any.
  package func visitMinutes(_ visit: (SimulatedMinute) -> Void) {
    course.run(AutoScalingGroup(rules, desired: desired)) { minute in
      visit(minute)
      return true
    }
  }

  /// The smallest fleet to start with, within min..max, that turns nothing away.
  ///
  /// Every size is tried, from the smallest up: a larger start may shrink first and then be caught in a pause, so a
  /// search that halves the range could miss the answer.
  package func lowestDesired() -> LowestDesired {
    var minutesTried = 0
    for desired in rules.min...rules.max {
      guard minutesTried <= LowestDesired.minutesWorthTrying else { return .tooManyToTry }
      var turnsAway = false
      course.run(AutoScalingGroup(rules, desired: desired)) { minute in
        turnsAway = minute.isSaturated
        minutesTried += 1
        return !turnsAway
      }
      if !turnsAway { return .instances(desired) }
    }
    return .none
  }

  /// What the minutes of a simulation add up to.
  package struct Totals: Equatable, Sendable {
    /// Billed minutes of all instances, from the minute in which each was asked for.
    package internal(set) var instanceMinutes = 0

    /// Minutes in which so many instances were billed, by their number.
    private var minutesBySize: [Int] = []
    package internal(set) var requests = 0.0
    package internal(set) var turnedAway = 0.0
    package internal(set) var saturatedMinutes = 0
    package internal(set) var minutesAboveTarget = 0

    /// The largest number of instances in service and starting at the end of a minute.
    package internal(set) var peakInstances = 0
    package internal(set) var actions = Actions()

    package var instanceHours: Double { Double(instanceMinutes) / 60 }

    /// How long the fleet stood at which size.
    var fleetHours: FleetHours {
      FleetHours(
        minutesBySize.enumerated().compactMap { instances, minutes in
          minutes > 0 ? FleetHours.Size(instances: instances, hours: Double(minutes) / 60) : nil
        })
    }

    /// Share of the requests that were turned away, in per cent; zero where nobody asked.
    package var turnedAwayPercent: Double { requests > 0 ? 100 * turnedAway / requests : 0 }

    /// How often each rule changed the fleet.
    package struct Actions: Equatable, Sendable {
      package internal(set) var scaleOut = 0
      package internal(set) var scaleIn = 0
      package internal(set) var emergency = 0
    }

    @inline(__always)
    mutating func add(_ minute: SimulatedMinute) {
      instanceMinutes += minute.fleet
      if minute.fleet >= minutesBySize.count {
        minutesBySize += Array(repeating: 0, count: minute.fleet + 1 - minutesBySize.count)
      }
      minutesBySize[minute.fleet] += 1
      requests += minute.requests
      peakInstances = max(peakInstances, minute.fleet)
      if minute.isAboveTarget { minutesAboveTarget += 1 }
      if minute.isSaturated {
        saturatedMinutes += 1
        turnedAway += minute.turnedAway
      }
      switch minute.action?.kind {
      case .scaleOut: actions.scaleOut += 1
      case .scaleIn: actions.scaleIn += 1
      case .emergency: actions.emergency += 1
      case nil: break
      }
    }
  }
}

/// The answer to the question how large to start.
package enum LowestDesired: Equatable, Sendable {
  case instances(Int)

  /// Every start within min..max turns something away.
  case none

  /// The range and the scenario are so large that the search was given up.
  case tooManyToTry

  /// About a second's work.
  static let minutesWorthTrying = 150_000_000
}

/// The minutes of a scenario as requests, ready to be lived through many times.
struct Course: Sendable {
  private let scenario: Scenario
  private let users: [Double]
  private let requests: [Double]

  init(_ scenario: Scenario, requestsPerUser: Double) {
    self.scenario = scenario
    users = scenario.traffic.users
    requests = users.map { $0 * requestsPerUser }
  }

  func totals(of group: AutoScalingGroup) -> Simulation.Totals {
    var totals = Simulation.Totals()
    run(group) { minute in
      totals.add(minute)
      return true
    }
    return totals
  }

  /// Shows every minute in turn until the end or until `goesOn` is false.
  @inline(__always)
  func run(_ group: AutoScalingGroup, goesOn: (SimulatedMinute) -> Bool) {
    var group = group
    let afterLast = scenario.traffic.ending == .repeats ? 0 : users.count - 1
    let zoneLostAt = scenario.zoneLostAt ?? -1
    var index = 0
    for minute in 0..<scenario.minutes {
      let lived = group.live(
        minute: minute, users: users[index], requests: requests[index], zoneFails: minute == zoneLostAt)
      guard goesOn(lived) else { return }
      index = index + 1 == users.count ? afterLast : index + 1
    }
  }
}
