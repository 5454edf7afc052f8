/// Hours of a month with the same number of users and instances.
struct MonthSegment: Sendable {
  let hours: Double

  /// Users at the same time, at the mean load of the hours.
  let meanUsers: Double

  /// Instances, or their mean.
  let instances: Double
}

/// The month of one column of the bill: which fleet stands for how long, and how many users it has.
struct BilledMonth: Sendable {
  let fleet: FleetHours
  let first: MonthSegment

  /// The hours of the event in the column that has one.
  let second: MonthSegment?

  init(_ fleet: FleetHours, meanUsers: Double) {
    self.fleet = fleet
    first = MonthSegment(hours: Double(Month.hours), meanUsers: meanUsers, instances: fleet.mean)
    second = nil
  }

  /// A month of which some hours are the event's, at full load.
  init(_ month: BilledMonth, with event: PlannedEvent, of profile: Profile) {
    let instances = event.instances ?? profile.compute.instances.max
    fleet = month.fleet.with(event.hours, at: instances)
    first = MonthSegment(
      hours: Double(Month.hours) - event.hours, meanUsers: month.first.meanUsers,
      instances: month.first.instances)
    second = MonthSegment(
      hours: event.hours, meanUsers: Double(event.concurrentUsers ?? profile.demand.concurrentUsers),
      instances: Double(instances))
  }

  /// The sum of what each segment comes to.
  @inline(__always)
  func total(_ part: (MonthSegment) -> Double) -> Double {
    let sum = part(first)
    return second.map { sum + part($0) } ?? sum
  }
}
