/// A fleet put through a scenario: whether auto scaling keeps up, and what it costs.
///
/// Only totals are kept; ``trace()`` lives through the same minutes again and keeps each one.
package struct Simulation: Sendable {
  package let scenario: Scenario

  /// Size that the group wants at the start.
  package let desired: Int
  package let totals: Totals

  /// Price of the instance-hours by the bill; nil where the type has no known price.
  package let cost: Money?

  /// Why the cost is not known, where it is not.
  package let costUnknown: UnpricedReason?

  /// How often the promised response times are missed; nil where nothing is promised.
  package let latency: SimulatedLatency?

  /// Which end of the demand is asked for.
  package let demand: Estimate.Column
  let course: Course
  package let plan: Plan

  package var rules: AutoScalingRules { course.rules }

  package init(_ plan: Plan, _ scenario: Scenario) {
    let course = Course(plan, scenario)
    self.init(plan, course, totals: course.totals(of: course.start(desired: course.desired(of: plan))))
  }

  /// A simulation with every minute of it, lived through once.
  package static func traced(_ plan: Plan, _ scenario: Scenario) -> (Simulation, minutes: [SimulatedMinute]) {
    let course = Course(plan, scenario)
    var (totals, minutes) = (Totals(), [SimulatedMinute]())
    minutes.reserveCapacity(scenario.minutes)
    var run = course.start(desired: course.desired(of: plan))
    course.play(&run) { minute in
      totals.add(minute)
      minutes.append(minute)
      return true
    }
    return (Simulation(plan, course, totals: totals), minutes)
  }

  private init(_ plan: Plan, _ course: Course, totals: Totals) {
    self.plan = plan
    self.course = course
    self.totals = totals
    scenario = course.scenario
    demand = scenario.demand
    desired = course.desired(of: plan)
    cost = plan.listPrice(of: totals.fleetHours)
    latency = Self.latency(of: course, desired: desired, plan: plan)
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
    var run = course.start(desired: desired)
    course.play(&run) { minute in
      visit(minute)
      return true
    }
  }
}
