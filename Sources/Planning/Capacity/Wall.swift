/// The number of users at which one part of the fleet stops carrying more.
package struct Wall: Sendable {
  package let id: ID

  /// Users carried at each size; nil where the wall does not bind at that size or is unknown.
  package let users: PerSize<Double?>

  /// The same with every ranged input at its high end.
  package let usersAtHigh: PerSize<Double?>

  /// Why the wall cannot be known, where it cannot.
  package let unknown: Unknown?

  /// Whether the wall rests on defaults that nobody chose, so that it is shown and decides nothing.
  package let isAssumed: Bool

  /// What carries so many users, the least of which holds; none where it is unknown.
  let capacities: [CountedCapacity]

  /// Whether it may be what breaks first.
  package var decides: Bool { !isAssumed && !id.isComputeSeenOtherwise }

  /// One of the capacities of a wall, counted in users.
  struct CountedCapacity: Sendable {
    let users: PerSize<Double?>

    /// Inputs that lower it as they rise.
    let inputs: [UncertainInput]

    /// Keys of its other terms.
    let keys: [String]
  }

  /// A part that a profile says nothing of, and so a wall that nobody judges.
  package enum Absence: String, Sendable { case webServer, database, connectionsOfInstance, cache }

  /// What programs know a wall by, and people.
  package struct ID: Hashable, Sendable {
    package let rawValue: String

    /// As it stands alone in a table.
    package let title: String

    /// As it goes on in a sentence.
    package let phrase: String

    /// The phrase as the subject of a sentence: "compute breaks first", "voice sessions break first".
    package let breaksFirst: String

    /// The title as the subject of a sentence: "Compute runs out", "Voice sessions run out".
    package let runsOut: String

    /// The compute wall seen at another load or with fewer zones: shown, but never named as what breaks first.
    package let isComputeSeenOtherwise: Bool

    enum Number: Sendable { case one, many }

    init(
      _ rawValue: String, _ title: String, phrase: String? = nil, breaks number: Number, isAside: Bool = false
    ) {
      self.rawValue = rawValue
      self.title = title
      self.phrase = phrase ?? title.lowercased()
      breaksFirst = "\(self.phrase) \(number == .one ? "breaks" : "break") first"
      runsOut = "\(title) \(number == .one ? "runs" : "run") out"
      isComputeSeenOtherwise = isAside
    }

    package static func == (left: ID, right: ID) -> Bool { left.rawValue == right.rawValue }
    package func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
  }

  package enum Unknown: Hashable, Sendable {
    case unknownInstanceType(String)

    /// The quota whose limit is known counts other families.
    case otherInstanceFamily(String)
    case unknownNodeType(String)
    case unknownDatabaseClass(String)
    case workerClass(String)
    case sessionsNotStated

    /// As it goes on in a sentence.
    package var text: String {
      switch self {
      case .unknownInstanceType(let type): "nothing is known of the instance type \(type)"
      case .otherInstanceFamily(let type): "the quota of the Standard families does not count \(type)"
      case .unknownNodeType(let type): "nothing is known of the cache node type \(type)"
      case .unknownDatabaseClass(let name): "nothing is known of the database class \(name)"
      case .workerClass(let name): "nothing is known of the worker class \(name)"
      case .sessionsNotStated: "the profile does not say how many voice sessions may run at once"
      }
    }
  }
}

extension Wall {
  /// Every wall of a fleet, and those of parts that the profile says nothing of.
  static func all(
    of fleet: WalledFleet, demand: DemandRates, kinds: [WallKind]
  ) -> (walls: [Wall], notJudged: [NotJudged]) {
    var walls: [Wall] = []
    var notJudged: [NotJudged] = []
    for kind in kinds {
      guard let limit = kind.limit(fleet) else { continue }
      if case .notStated(let absence) = limit {
        notJudged.append(NotJudged(id: kind.id, absence: absence))
      } else {
        walls.append(Wall(kind, limit, of: fleet, demand: demand))
      }
    }
    return (walls, notJudged)
  }

  private init(_ kind: WallKind, _ limit: WallKind.Limit, of fleet: WalledFleet, demand: DemandRates) {
    id = kind.id
    if case .unknown(let reason) = limit { unknown = reason } else { unknown = nil }
    isAssumed = !fleet.states(kind.decidingKeys(fleet.profile))
    capacities = limit.capacities.map {
      CountedCapacity(
        users: $0.users(of: fleet.profile, demand: demand, at: .likely), inputs: $0.inputs,
        keys: ($0.terms + $0.divisors).flatMap(\.keys.all))
    }
    if case .counted(let likely, let high) = limit {
      (users, usersAtHigh) = (likely, high)
      return
    }
    users = .least(of: capacities.map(\.users))
    usersAtHigh = .least(of: limit.capacities.map { $0.users(of: fleet.profile, demand: demand, at: .high) })
  }

  /// The lowest known wall at each size among those that decide; of two equal ones the first in the model's order.
  static func first(among walls: [Wall]) -> PerSize<ID?> {
    PerSize { size in
      walls.lazy
        .filter(\.decides)
        .compactMap { wall in wall.users[size].map { (id: wall.id, users: $0) } }
        .min { $0.users < $1.users }?.id
    }
  }

  /// Users as people are counted: rounded down, and at the end of the integers where the number is larger.
  package func wholeUsers(at size: FleetSize) -> Int? { Self.whole(users[size]) }

  package var wholeUsersAtHigh: PerSize<Int?> { PerSize { Self.whole(usersAtHigh[$0]) } }

  private static func whole(_ users: Double?) -> Int? {
    users.map { Int(exactly: $0.wholeUnitsDown) ?? Int.max }
  }
}

extension Capacity {
  /// Users carried at each size at one end of the demand; nil where the part does not bind.
  func users(of profile: Profile, demand: DemandRates, at end: Estimate.Column) -> PerSize<Double?> {
    let taken =
      inputs.reduce(1.0) { $0 * $1.perUser(profile, demand, at: end) }
      * divisors.reduce(1.0) { $0 * $1.value.desired }
    return PerSize { size in
      if let bindsAbove, Double(profile.compute.instances[size]) <= bindsAbove { return nil }
      return (terms.reduce(1.0) { $0 * $1.value[size] } / taken).wholeWhereMissed
    }
  }
}

extension UncertainInput {
  /// Zero where the profile does not have it, so that no wall asks for it.
  func range(in profile: Profile) -> Estimate { estimate(in: profile) ?? Estimate(0) }

  func likely(_ profile: Profile) -> Double { range(in: profile).likely }
}

extension PerSize<Double?> {
  /// The least of several at each size; nil where none binds.
  fileprivate static func least(of several: [PerSize<Double?>]) -> PerSize<Double?> {
    several.count == 1 ? several[0] : PerSize { size in several.compactMap { $0[size] }.min() }
  }
}

/// A wall that the profile leaves nobody to judge, and why.
package struct NotJudged: Equatable, Sendable {
  package let id: Wall.ID
  package let absence: Wall.Absence
}

extension Wall.Absence {
  /// What is not stated, as a sentence lists it.
  package var phrase: String {
    switch self {
    case .webServer: "the web server"
    case .database: "the database"
    case .connectionsOfInstance: "the connections of an instance"
    case .cache: "the cache"
    }
  }

  /// Why the wall is not judged.
  package var reason: String { "the profile does not state \(phrase)" }
}

extension UncertainInput {
  /// The value at an end in the units that walls count in: requests a minute, seconds, shares.
  fileprivate func perUser(_ profile: Profile, _ demand: DemandRates, at end: Estimate.Column) -> Double {
    switch self {
    case .requestsPerUser: demand.requestsToOrigin[end]
    case .responseTime, .queryTime, .heldTime: range(in: profile)[end] / 1000
    case .voiceUsers: range(in: profile)[end] / 100
    default: range(in: profile)[end]
    }
  }
}
