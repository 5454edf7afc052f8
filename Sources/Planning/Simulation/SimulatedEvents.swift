/// What happens to a fleet while it is simulated, besides its traffic; minutes are those of the scenario.
package struct SimulatedEvents: Equatable, Sendable {
  /// One Availability Zone fails.
  package var zoneLostAt: Int?

  /// Every instance begins to be replaced.
  package var deployAt: Int?

  /// Nothing can be launched.
  package var launchesFail: Range<Int>?

  /// What answers requests takes so many times as long.
  package var slowBackend: Slowness?

  /// The cache answers nothing.
  package var coldCache: Range<Int>?

  /// Failed and refused requests that come again a minute later, in per cent.
  package var retrySharePercent = 0.0

  package init() {}

  package struct Slowness: Equatable, Sendable {
    package let factor: Double
    package let minutes: Range<Int>

    package init(factor: Double, minutes: Range<Int>) {
      self.factor = factor
      self.minutes = minutes
    }
  }
}

extension SimulatedEvents {
  /// One event as it is told: what, from when, and until when or how much where it has that.
  package struct Entry: Equatable, Sendable {
    package let kind: Kind
    package let from: Int
    package let to: Int?
    package let factor: Double?
  }

  /// What programs know an event by.
  package enum Kind: String, CaseIterable, Sendable {
    case zoneLost = "zone_lost"
    case deployment
    case launchesFail = "launches_fail"
    case slowBackend = "slow_backend"
    case coldCache = "cold_cache"
  }

  /// Every event, the earliest first.
  package var entries: [Entry] {
    let entries = [
      zoneLostAt.map { Entry(kind: .zoneLost, from: $0, to: nil, factor: nil) },
      deployAt.map { Entry(kind: .deployment, from: $0, to: nil, factor: nil) },
      launchesFail.map { Entry(kind: .launchesFail, from: $0.lowerBound, to: $0.upperBound, factor: nil) },
      slowBackend.map {
        Entry(kind: .slowBackend, from: $0.minutes.lowerBound, to: $0.minutes.upperBound, factor: $0.factor)
      },
      coldCache.map { Entry(kind: .coldCache, from: $0.lowerBound, to: $0.upperBound, factor: nil) },
    ]
    return entries.compactMap(\.self).enumerated()
      .sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
  }

  /// The first moment at which something happens that more instances could meet; nil where nothing does.
  var firstForInstances: Int? { entries.first { $0.kind != .coldCache }?.from }
}

extension SimulatedEvents {
  /// The events as a scenario of so many minutes can have them: a moment after its end is its last minute.
  package func within(_ minutes: Int) -> SimulatedEvents {
    let span = { (range: Range<Int>) -> Range<Int> in
      let from = min(range.lowerBound, minutes - 1)
      return from..<max(from + 1, range.upperBound)
    }
    var events = self
    events.zoneLostAt = zoneLostAt.map { min($0, minutes - 1) }
    events.deployAt = deployAt.map { min($0, minutes - 1) }
    events.launchesFail = launchesFail.map(span)
    events.slowBackend = slowBackend.map { Slowness(factor: $0.factor, minutes: span($0.minutes)) }
    events.coldCache = coldCache.map(span)
    return events
  }
}
