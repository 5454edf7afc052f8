/// A part of the fleet that stops carrying more users: which fleets have it, what it holds, and what users take of it.
///
/// Users = capacity / what one user takes at the likely demand. The wall, its users at another end of the demand, the
/// draws, the formula in words and its inputs are all read from the same terms.
package final class WallKind: Sendable {
  package let id: Wall.ID

  /// The key that gives the part more room, where a count does; the rules propose it.
  let growthKey: @Sendable (Profile) -> String?

  /// Keys without which the wall rests on a guess: it is shown then, and decides nothing.
  let decidingKeys: @Sendable (Profile) -> [String]
  let limit: @Sendable (WalledFleet) -> Limit?

  /// A wall by what limits it, which is nil for a fleet that has nothing of the kind.
  init(
    _ id: Wall.ID, growthKey: @escaping @Sendable (Profile) -> String? = { _ in nil },
    decidingKeys: @escaping @Sendable (Profile) -> [String] = { _ in [] },
    limit: @escaping @Sendable (WalledFleet) -> Limit?
  ) {
    self.id = id
    self.growthKey = growthKey
    self.decidingKeys = decidingKeys
    self.limit = limit
  }

  /// What a part carries, or why nobody can say.
  enum Limit: Sendable {
    case capacity(Capacity)

    /// The least of several.
    case least([Capacity])

    /// Users that follow from no product, at the likely demand and at its high end.
    case counted(PerSize<Double?>, atHigh: PerSize<Double?>)
    case unknown(Wall.Unknown)

    /// The profile says nothing of the part.
    case notStated(Wall.Absence)

    var capacities: [Capacity] {
      switch self {
      case .capacity(let capacity): [capacity]
      case .least(let capacities): capacities
      case .unknown, .notStated, .counted: []
      }
    }
  }

  /// Every wall, in the order of the model.
  package static let all: [WallKind] = [
    .compute, .computeSaturated, .computeOneZoneLost, .workers, .databaseConnections, .databaseLoad,
    .cacheOperations, .cacheMemory, .voiceSessions, .ec2Quota, .latency,
  ]
}

/// What a part holds, as a product of terms over what one user takes of it.
struct Capacity: Sendable {
  let terms: [Term]

  /// What stands below the line besides the inputs, such as a CPU target.
  let divisors: [Term]

  /// What a user takes, as inputs that may be ranges; never empty.
  let inputs: [UncertainInput]

  /// The largest fleet that the part does not bind; nil where it binds at every size.
  let bindsAbove: Double?

  /// What has to be said beside the formula.
  let note: String?

  init(
    _ terms: [Term], per inputs: [UncertainInput], over divisors: [Term] = [], bindsAbove: Double? = nil,
    note: String? = nil
  ) {
    self.terms = terms
    self.inputs = inputs
    self.divisors = divisors
    self.bindsAbove = bindsAbove
    self.note = note
  }

  /// A number of the formula.
  struct Term: Sendable {
    /// At each size of the fleet.
    let value: PerSize<Double>
    let words: Words
    let keys: Keys

    /// A fact that says it, as an input of the formula.
    var fact: (@Sendable () -> Explanation.Input)?

    enum Words: Sendable {
      /// The number, and what stands behind it: `50 instances`, `75%`.
      case unit(String)

      /// An expression that comes to the number: `floor(1,000 connections / 100 an instance)`.
      case expression(@Sendable () -> String)
    }

    /// The keys of the profile that say a number.
    enum Keys: Sendable {
      case none
      case one(String)
      case several([String])

      var all: [String] {
        switch self {
        case .none: []
        case .one(let key): [key]
        case .several(let keys): keys
        }
      }
    }

    init(_ value: Double, _ unit: String, _ keys: Keys = .none) {
      self.init(value: PerSize(min: value, desired: value, max: value), words: .unit(unit), keys: keys)
    }

    init(value: PerSize<Double>, words: Words, keys: Keys) {
      self.value = value
      self.words = words
      self.keys = keys
    }
  }
}

/// A fleet whose walls are asked for.
final class WalledFleet: Sendable {
  let profile: Profile
  let facts: Facts
  let provenance: Provenance
  let throughput: InstanceThroughput
  let connections: DatabaseConnections?

  init(profile: Profile, facts: Facts, provenance: Provenance) {
    self.profile = profile
    self.facts = facts
    self.provenance = provenance
    throughput = profile.throughput
    connections = DatabaseConnections(profile, hardware: facts.hardware)
  }

  /// Whether somebody chose every one of some keys.
  func states(_ keys: [String]) -> Bool { keys.allSatisfy { profile.states($0, provenance) } }

  var instances: Capacity.Term {
    Capacity.Term(
      value: PerSize { Double(profile.compute.instances[$0]) }, words: .unit(" instances"),
      keys: .several(Measure.fleetKeys))
  }

  var requestsPerInstance: Capacity.Term {
    Capacity.Term(
      profile.compute.requestsPerInstancePerMinute, " requests/min",
      .one("compute.requests_per_instance_per_minute"))
  }

  /// So many instances by what a plan counts on of each: T, or where that is less what its concurrency lets through.
  func planned(_ instances: Capacity.Term, bindsAbove: Double? = nil, note: String? = nil) -> WallKind.Limit {
    .least(
      [
        Capacity(
          [instances, requestsPerInstance], per: [.requestsPerUser], bindsAbove: bindsAbove, note: note),
        byConcurrency(instances, bindsAbove: bindsAbove, note: note),
      ].compactMap(\.self))
  }

  /// So many instances by the requests that each works on at once; nil where nobody says how many those are.
  func byConcurrency(_ instances: Capacity.Term, bindsAbove: Double? = nil, note: String? = nil) -> Capacity?
  {
    guard let concurrency = profile.compute.concurrency, concurrency.requests != nil else { return nil }
    let factors = concurrency.factors.map { Capacity.Term(Double($0.count), $0.unit, .one($0.key)) }
    return Capacity(
      [instances] + factors + [Capacity.Term(60, "")], per: [.responseTime, .requestsPerUser],
      bindsAbove: bindsAbove, note: note)
  }
}
