/// The number of users at which one part of the fleet stops carrying more.
package struct Wall: Sendable {
  package let id: ID

  /// Users carried at each size; nil where the wall does not bind at that size or is unknown.
  package let users: PerSize<Double?>

  /// Why the wall cannot be known, where it cannot.
  package let unknown: Unknown?

  /// Inputs that lower the wall as they rise; none where it is unknown.
  let inputs: [UncertainInput]

  /// What programs know a wall by, and people.
  package struct ID: Hashable, Sendable {
    package let rawValue: String

    /// As it stands alone in a table.
    package let title: String

    /// As it goes on in a sentence.
    package let phrase: String

    /// The phrase as the subject of a sentence: "compute breaks first", "voice sessions break first".
    package let breaksFirst: String

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
    case sessionsNotStated

    /// As it goes on in a sentence.
    package var text: String {
      switch self {
      case .unknownInstanceType(let type): "nothing is known of the instance type \(type)"
      case .otherInstanceFamily(let type): "the quota of the Standard families does not count \(type)"
      case .unknownNodeType(let type): "nothing is known of the cache node type \(type)"
      case .sessionsNotStated: "the profile does not say how many voice sessions may run at once"
      }
    }
  }
}

extension Wall {
  /// Every wall of a fleet; a part that the profile leaves out has none.
  static func all(of fleet: WalledFleet, demand: DemandRates, kinds: [WallKind]) -> [Wall] {
    kinds.compactMap { kind in
      kind.limit(fleet).map { limit in
        switch limit {
        case .unknown(let reason):
          Wall(id: kind.id, users: PerSize(min: nil, desired: nil, max: nil), unknown: reason, inputs: [])
        case .capacity(let capacity):
          Wall(
            id: kind.id, users: capacity.users(of: fleet.profile, demand: demand), unknown: nil,
            inputs: capacity.inputs)
        }
      }
    }
  }

  /// The lowest known wall at each size; of two equal ones the first in the model's order.
  static func first(among walls: [Wall]) -> PerSize<ID?> {
    PerSize { size in
      walls.lazy
        .filter { !$0.id.isComputeSeenOtherwise }
        .compactMap { wall in wall.users[size].map { (id: wall.id, users: $0) } }
        .min { $0.users < $1.users }?.id
    }
  }

  /// Users as people are counted: rounded down, and at the end of the integers where the number is larger.
  package func wholeUsers(at size: FleetSize) -> Int? {
    users[size].map { Int(exactly: $0.wholeUnitsDown) ?? Int.max }
  }
}

extension Capacity {
  /// Users carried at each size at the likely demand; nil where the part does not bind.
  func users(of profile: Profile, demand: DemandRates) -> PerSize<Double?> {
    let taken =
      inputs.reduce(1.0) { $0 * $1.perUser(profile, demand) } * divisors.reduce(1.0) { $0 * $1.value.desired }
    return PerSize { size in
      if let bindsAbove, Double(profile.compute.instances[size]) <= bindsAbove { return nil }
      return (terms.reduce(1.0) { $0 * $1.value[size] } / taken).wholeWhereMissed
    }
  }
}

extension UncertainInput {
  /// Zero where the profile does not have it, so that no wall asks for it.
  func likely(_ profile: Profile) -> Double { estimate(in: profile)?.likely ?? 0 }

  /// The likely value in the units that walls count in: requests a minute, seconds, shares.
  fileprivate func perUser(_ profile: Profile, _ demand: DemandRates) -> Double {
    switch self {
    case .requestsPerUser: demand.requestsPerUser.likely
    case .responseTime, .queryTime: likely(profile) / 1000
    case .voiceUsers: likely(profile) / 100
    default: likely(profile)
    }
  }
}
