/// What stops the users of a fleet from becoming more: what each part carries, how far the group grows, and the quotas.
///
/// It is a plan without its money, for who asks of many numbers of users what breaks.
struct Limits: Sendable {
  let demand: DemandRates
  let throughput: InstanceThroughput
  let connections: DatabaseConnections?
  let walls: [Wall]
  let notJudged: [NotJudged]
  let reach: Reach
  let firstWall: PerSize<Wall.ID?>
  let quotas: [QuotaNeed]
  let voice: VoiceQueue?

  init(of profile: Profile, provenance: Provenance, facts: Facts, model: Model) {
    demand = DemandRates(profile)
    voice = VoiceQueue(profile)
    let walled = WalledFleet(profile: profile, facts: facts, provenance: provenance)
    throughput = walled.throughput
    connections = walled.connections
    (walls, notJudged) = Wall.all(of: walled, demand: demand, kinds: model.walls)
    reach = Reach(profile, throughput, requestsPerMinute: demand.requestsAtOrigin.likely)
    let first = Wall.first(among: walls)
    firstWall = reach.grows ? first : PerSize(min: first.min, desired: first.desired, max: first.desired)
    quotas = QuotaNeed.all(
      of: LargestFleet(profile: profile, demand: demand, voice: voice, hardware: facts.hardware),
      quotas: facts.quotas)
  }

  /// The size that stands for another: desired for the max that the group never gets to.
  func reached(_ size: FleetSize) -> FleetSize { size == .max && !reach.grows ? .desired : size }
}

extension Plan {
  package var demand: DemandRates { limits.demand }

  /// What one instance answers.
  package var throughput: InstanceThroughput { limits.throughput }

  /// Connections of the instances and of the database; nil without one.
  package var connections: DatabaseConnections? { limits.connections }

  /// What each part carries, in the order of the model.
  package var walls: [Wall] { limits.walls }

  /// Walls of parts that the profile says nothing of.
  package var notJudged: [NotJudged] { limits.notJudged }

  /// How far the group grows when the target's users come.
  package var reach: Reach { limits.reach }

  /// The lowest deciding wall at each size of the fleet, at max as far as the group gets; nil where no wall is known.
  package var firstWall: PerSize<Wall.ID?> { limits.firstWall }
  package var quotas: [QuotaNeed] { limits.quotas }
  package var voice: VoiceQueue? { limits.voice }

  func reached(_ size: FleetSize) -> FleetSize { limits.reached(size) }
}
