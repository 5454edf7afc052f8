extension Simulation {
  /// What the minutes of a simulation add up to.
  package struct Totals: Equatable, Sendable {
    /// Billed minutes of all instances, from the minute in which each was asked for.
    package internal(set) var instanceMinutes = 0

    /// Of these, minutes of the group's own, without pool instances that are made anew.
    var groupMinutes = 0

    /// Minutes in which so many instances were billed, by their number.
    private var minutesBySize: [Int] = []

    /// Tries, those that came again among them.
    package internal(set) var requests = 0.0
    package internal(set) var retried = 0.0
    package internal(set) var failed = 0.0
    package internal(set) var turnedAway = 0.0
    package internal(set) var saturatedMinutes = 0
    package internal(set) var minutesAboveTarget = 0
    package internal(set) var firstSaturated: Int?
    package internal(set) var lastSaturated: Int?

    /// The largest number of instances of the group at the end of a minute.
    package internal(set) var peakInstances = 0
    package internal(set) var actions = Actions()
    private var shortages = Array(
      repeating: Shortage(minutes: 0, requests: 0), count: SimulatedWall.allCases.count)

    package init() {}

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

    /// How long a wall turned requests away, and how many.
    package struct Shortage: Equatable, Sendable {
      package internal(set) var minutes: Int
      package internal(set) var requests: Double
    }

    /// The walls that turned something away, in the order of the model.
    package var turnedAwayBy: [(wall: SimulatedWall, shortage: Shortage)] {
      SimulatedWall.allCases.compactMap { wall in
        let shortage = shortages[wall.rawValue]
        return shortage.minutes > 0 ? (wall, shortage) : nil
      }
    }

    /// How often each rule changed the fleet.
    package struct Actions: Equatable, Sendable {
      private var counts = Array(repeating: 0, count: ScalingAction.Kind.allCases.count)

      package subscript(kind: ScalingAction.Kind) -> Int {
        get { counts[kind.place] }
        set { counts[kind.place] = newValue }
      }

      package var total: Int { counts.reduce(0, +) }
    }

    @inline(__always)
    mutating func add(_ minute: SimulatedMinute) {
      instanceMinutes += minute.fleet
      groupMinutes += minute.instances
      if minute.fleet >= minutesBySize.count {
        minutesBySize += Array(repeating: 0, count: minute.fleet + 1 - minutesBySize.count)
      }
      minutesBySize[minute.fleet] += 1
      requests += minute.requests
      retried += minute.retried
      failed += minute.failed
      peakInstances = max(peakInstances, minute.instances)
      if minute.isAboveTarget { minutesAboveTarget += 1 }
      if let wall = minute.wall { addShortage(minute, wall) }
      if minute.isScheduled { actions[.scheduled] += 1 }
      if let kind = minute.action?.kind, kind != .scheduled { actions[kind] += 1 }
    }

    private mutating func addShortage(_ minute: SimulatedMinute, _ wall: SimulatedWall) {
      saturatedMinutes += 1
      turnedAway += minute.turnedAway
      firstSaturated = firstSaturated ?? minute.minute
      lastSaturated = minute.minute
      shortages[wall.rawValue].minutes += 1
      shortages[wall.rawValue].requests += minute.turnedAway
    }
  }
}

extension ScalingAction.Kind {
  fileprivate var place: Int {
    switch self {
    case .targetTrackingOut: 0
    case .targetTrackingIn: 1
    case .scaleOut: 2
    case .scaleIn: 3
    case .emergency: 4
    case .scheduled: 5
    }
  }
}
