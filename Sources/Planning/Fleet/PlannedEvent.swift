/// Hours of a month in which the fleet stands larger for more users.
package struct PlannedEvent: Section {
  package var hours = 0.0

  /// Nil means the target.
  package var concurrentUsers: Int?

  /// Nil means max.
  package var instances: Int?

  package init() {}
}
