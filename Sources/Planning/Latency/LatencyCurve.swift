/// Response times of a fleet by its users, from nobody to where nothing settles any more.
package struct LatencyCurve: Equatable, Sendable {
  /// By users, fewest first.
  package let points: [Point]

  /// Whether the last point is where nothing settles beyond.
  package let isEnded: Bool

  package struct Point: Equatable, Sendable {
    package let users: Double
    package let p50Ms: Double
    package let p95Ms: Double
    package let p99Ms: Double
  }

  package var end: Double { points[points.count - 1].users }

  /// A percentile at a number of users between two points; nil beyond the last.
  package func value(_ percentile: KeyPath<Point, Double>, at users: Double) -> Double? {
    guard users <= end, let next = points.firstIndex(where: { $0.users >= users }) else { return nil }
    guard next > 0 else { return points[0][keyPath: percentile] }
    let (before, after) = (points[next - 1], points[next])
    let share = (users - before.users) / (after.users - before.users)
    return before[keyPath: percentile] + share * (after[keyPath: percentile] - before[keyPath: percentile])
  }
}

extension Plan {
  /// The curve at a size of the fleet, up to a number of users where it settles as far as that.
  package func latencyCurve(at size: FleetSize, upTo most: Double = .infinity, points count: Int = 60)
    -> LatencyCurve
  {
    let model = walledFleet.latency()
    let instances = Double(profile.compute.instances[size])
    let users = usersSettled(model, instances: instances)
    // Where nothing that is known ever fills, there is still somewhere to look.
    let end = min(users, most.isFinite ? most : 10 * Double(demand.users))
    let points = (0..<count).map { index in
      let users = end * Double(index) / Double(count - 1)
      let response = model.response(load: users * requestsOfUser, instances: instances)
      return LatencyCurve.Point(
        users: users, p50Ms: 1000 * response.percentile(0.5), p95Ms: 1000 * response.percentile(0.95),
        p99Ms: 1000 * response.percentile(0.99))
    }
    return LatencyCurve(points: points, isEnded: end == users)
  }

  /// Users up to whom the fleet settles at a size; nil where nothing that is known ever fills.
  package func usersSettled(at size: FleetSize) -> Double? {
    let users = usersSettled(walledFleet.latency(), instances: Double(profile.compute.instances[size]))
    return users.isFinite ? users : nil
  }

  private func usersSettled(_ model: LatencyModel, instances: Double) -> Double {
    model.settledLoad(instances: instances) / requestsOfUser
  }

  /// Requests a second of one user.
  private var requestsOfUser: Double { demand.requestsToOrigin.likely / 60 }
}
