/// Response times over a stretch of a simulated course, in a few points.
package struct DayLatency: Equatable, Sendable {
  /// The minutes of the stretch.
  package let window: Range<Int>
  package let points: [Point]

  /// The slowest minute of a part of the stretch.
  package struct Point: Equatable, Sendable {
    package let p95Ms: Double
    package let isAtLeast: Bool

    /// Whether a minute of the part turns requests away, fails some or misses a goal.
    package let isOver: Bool
  }

  /// At most so many points, which a chart tells apart.
  private static let most = 60

  /// Of a course's minutes those in the window, at least one.
  package init(_ plan: Plan, events: SimulatedEvents, of minutes: [SimulatedMinute], in window: Range<Int>) {
    var responses = LatencyCourse(plan, events: events)
    let count = min(Self.most, window.count)
    self.window = window
    points = (0..<count).map { index in
      let first = window.lowerBound + window.count * index / count
      let end = window.lowerBound + window.count * (index + 1) / count
      let part = minutes[first..<max(first + 1, end)]
      let isOver = plan.profile.serviceLevel.map { level in part.contains { responses.breaks(level, in: $0) }
      }
      let slowest = part.max { $0.crowding < $1.crowding }
      let p95 = slowest.flatMap { responses.p95(in: $0) }
      return Point(
        p95Ms: p95?.milliseconds ?? .nan, isAtLeast: p95?.isAtLeast ?? true, isOver: isOver ?? false)
    }
  }

  /// One minute alone; nil where nobody serves.
  package static func latency(_ plan: Plan, events: SimulatedEvents, in minute: SimulatedMinute) -> Latency? {
    var responses = LatencyCourse(plan, events: events)
    return responses.latency(in: minute)
  }
}

extension SimulatedMinute {
  /// Requests for each instance that serves.
  fileprivate var crowding: Double { serving > 0 ? live / Double(serving) : 0 }
}
