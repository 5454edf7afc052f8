import Testing

@testable import Planning

/// What holds of the bill of every fleet, held against fleets that a seed makes.
@Suite("The laws of the bill")
struct BillLawTests {
  static let seeds = Array(1...60)

  @Test(arguments: seeds)
  func `rows add up, and the floor is at most the low end`(seed: Int) {
    let table = Plan(RandomFleet.profile(seed)).list
    for column in table.total.stated {
      #expect(table.lines.reduce(0) { $0 + ($1.cost[column]?.cents ?? 0) } == table.total[column]?.cents)
      for line in table.lines {
        let parts = line.parts.reduce(Money.zero) { $0 + ($1.cost[column] ?? .zero) }
        let gap = (parts - (line.cost[column] ?? .zero)).dollars.magnitude
        #expect(gap <= 0.01 * Double(line.parts.count))
      }
    }
    #expect(table.total.floor <= table.total.low)
    #expect(table.total.low <= table.total.high)
  }

  @Test(arguments: seeds)
  func `no column falls when the fleet grows`(seed: Int) {
    let profile = RandomFleet.profile(seed)
    var larger = profile
    larger.compute.instances.min += 1
    larger.compute.instances.desired += 3
    larger.compute.instances.max += 7
    expectNoFall(from: Plan(profile).list, to: Plan(larger).list)
  }

  @Test(arguments: seeds)
  func `no column falls when more users come`(seed: Int) {
    let profile = RandomFleet.profile(seed)
    var busier = profile
    busier.demand.concurrentUsers = profile.demand.concurrentUsers * 13 / 10
    busier.event?.concurrentUsers = profile.event?.concurrentUsers.map { $0 * 13 / 10 }
    expectNoFall(from: Plan(profile).list, to: Plan(busier).list)
  }

  /// Lines that one side cannot price are in neither sum.
  private func expectNoFall(from before: CostTable, to after: CostTable) {
    let unpriced = Set((before.unpriced + after.unpriced).map(\.id))
    guard !unpriced.contains(.transfer), !unpriced.contains(.compute) else { return }
    for column in before.total.stated {
      let sum = { (table: CostTable) in
        table.lines.filter { !unpriced.contains($0.id) }.reduce(Money.zero) {
          $0 + ($1.cost[column] ?? .zero)
        }
      }
      #expect(sum(before) <= sum(after), "\(column) falls from \(sum(before)) to \(sum(after))")
    }
  }

  /// More requests keep connections open, so that a unit of the balancer may be less; nothing else may. What an instance
  /// answers and what the cache answers are no demand: more of them costs less.
  @Test(arguments: seeds)
  func `no charge but units of the balancer falls when a range grows`(seed: Int) {
    let profile = RandomFleet.profile(seed)
    let before = Plan(profile).list
    for field in Catalog.fields {
      guard case .estimate(let estimate)? = field.value(profile), field.path.hasPrefix("quotes.") == false,
        ![UncertainInput.instanceRequests, .cacheHits].map(\.key).contains(field.path),
        field.kind.allows(.estimate(estimate.map { $0 * 1.4 }))
      else { continue }
      let after = Plan(profile.applying([ProfileChange(field.path, .estimate(estimate.map { $0 * 1.4 }))]))
        .list
      for line in before.lines where line.id != .support {
        for part in line.parts where part.charge.measure != .loadBalancerUnitHours {
          guard
            let grown = after.line(line.id)?.parts.first(where: { $0.charge.id == part.charge.id })
          else { continue }
          for column in before.total.stated {
            #expect(
              part.exact[column] ?? .zero <= grown.exact[column] ?? .zero,
              "\(line.id.rawValue) \(part.charge.id) falls with \(field.path) in \(column)")
          }
        }
      }
    }
  }

  @Test(arguments: seeds)
  func `a line is absent without its section`(seed: Int) {
    var profile = RandomFleet.profile(seed)
    profile.database = nil
    profile.cache = nil
    profile.voice = nil
    profile.firewall = nil
    profile.monitoring = nil
    profile.event = nil
    let table = Plan(profile).list
    let gone: [CostLine.ID] = [
      .database, .databaseIO, .databaseProxy, .databaseInsights, .extendedSupport, .cache, .backup,
      .crossZone,
      .firewall, .shieldAdvanced, .monitoring, .voice, .voiceAudio,
    ]
    for id in gone { #expect(!table.has(id), "\(id.rawValue)") }
    #expect(table.total.event == nil)
  }

  /// With nothing uncertain every draw is the likely column of the fleet that its demand asks for.
  @Test(arguments: seeds)
  func `draws of certain inputs are the likely column of their fleet`(seed: Int) throws {
    var profile = RandomFleet.profile(seed)
    for field in Catalog.fields {
      guard case .estimate(let estimate)? = field.value(profile) else { continue }
      profile = profile.applying([ProfileChange(field.path, .estimate(Estimate(estimate.likely)))])
    }
    let drawn = UncertaintyRun(Plan(profile), samples: 64, seed: seed).finished().monthlyCost
    let asked = DemandRates(profile)
    let needed =
      asked.requestsAtOrigin.likely * asked.meanLoad / profile.compute.requestsPerInstancePerMinute
    let instances = profile.compute.instances
    let size = min(max(Int(needed.wholeUnitsUp), instances.min), instances.max)
    profile.compute.instances = InstanceCounts(min: size, desired: size, max: size)
    let table = Plan(profile).list
    guard let total = table.knownTotal?.likely else {
      #expect(drawn == nil)
      return
    }
    let mean = try #require(drawn?.mean)
    let parts = Double(table.lines.count + 1)
    #expect(abs(mean.dollars - total.dollars) <= 0.01 * parts, "\(mean) is not \(total)")
  }

  @Test(arguments: seeds)
  func `every rate is of the fleet's own Region`(seed: Int) throws {
    let profile = RandomFleet.profile(seed)
    let book = try #require(PriceBook(profile.region))
    for part in Plan(profile).list.lines.flatMap(\.parts) {
      switch part.charge.rate {
      case .price(let id, let price, _): #expect(book[id]?.price == price.price)
      case .tariff(let tariff, _):
        let own = part.charge.area.flatMap { book[tariff.id, area: $0] } ?? book[tariff.id]
        #expect(own?.steps == tariff.steps && own?.origin == tariff.origin, "\(tariff.id.rawValue)")
      case .stated, .unknown: break
      }
    }
  }
}

/// Fleets of every kind that the bill knows, each from its seed.
private enum RandomFleet {
  static func profile(_ seed: Int) -> Profile {
    var random = Dice(seed)
    var profile = Profile()
    profile.region = random.pick(["us-east-1", "eu-west-1", "ap-south-1", "sa-east-1", "ap-northeast-1"])
    profile.demand.concurrentUsers = random.pick([300, 9_000, 40_000, 250_000, 2_000_000])
    profile.demand.requestsPerUserPerMinute = random.range(0.1...4)
    profile.demand.responseKB = random.range(1...60)
    profile.demand.requestKB = random.range(0.2...3)
    profile.demand.meanLoadPercent = Double(random.count(20...100))
    profile.demand.voiceUsersPercent = random.range(0.1...1)
    if random.flag() { profile.demand.staticRequestsPerUserPerMinute = random.range(0.2...8) }
    compute(&profile, &random)
    profile.loadBalancer.rules = random.count(1...40)
    profile.loadBalancer.reservedUnits = random.pick([0, 0, 30])
    if random.flag() { database(&profile, &random) }
    if random.flag() { cache(&profile, &random) }
    if random.flag() { edge(&profile, &random) }
    if random.flag() {
      profile.voice = Voice()
      profile.voice?.concurrentSessions = random.pick([nil, 100, 5000])
    }
    if random.flag() {
      profile.firewall = Firewall()
      profile.firewall?.rules = random.count(1...9)
      profile.firewall?.botControl = random.pick([.none, .none, .common])
      profile.firewall?.shieldAdvanced = random.count(1...9) == 1
    }
    if random.flag() {
      profile.monitoring = Monitoring()
      profile.monitoring?.detailed = random.flag()
      profile.monitoring?.logKBPerRequest = random.pick([0.1, 0.5, 4])
      profile.monitoring?.dashboards = random.count(0...5)
    }
    profile.network.privateSubnets = random.flag()
    if random.flag() { profile.network.natGateways = random.count(0...3) }
    if random.flag() { profile.network.natGBPerMonth = random.range(1...900) }
    if random.flag() { profile.network.endpoints = ["logs"] }
    profile.support.plan = random.pick([.basic, .developer, .businessPlus])
    if random.flag() {
      profile.event = PlannedEvent()
      profile.event?.hours = Double(random.count(1...72))
    }
    return profile
  }

  private static func compute(_ profile: inout Profile, _ random: inout Dice) {
    let min = random.count(1...30)
    let desired = min + random.count(0...40)
    profile.compute.instances = InstanceCounts(
      min: min, desired: desired, max: desired + random.count(0...60))
    profile.compute.instanceType = random.pick(["m6i.xlarge", "c6g.2xlarge", "t3.large", "r5.large"])
    profile.compute.requestsPerInstancePerMinute = Double(random.count(200...4000))
    profile.compute.availabilityZones = random.count(1...3)
    profile.compute.rootVolumeIOPS = random.pick([3000, 5000])
    if random.flag() { profile.compute.purchase.savingsPlan.instances = random.count(0...60) }
    if random.flag() {
      profile.compute.purchase.onDemandBase = random.count(0...20)
      profile.compute.purchase.onDemandPercentAboveBase = Double(random.count(0...100))
    }
  }

  private static func database(_ profile: inout Profile, _ random: inout Dice) {
    var database = Database()
    database.engine = random.pick(["postgresql", "mysql", "aurora-postgresql"])
    database.instanceClass = "db.r6g.xlarge"
    database.multiAZ = random.flag()
    database.readReplicas = random.count(0...3)
    database.storageGB = random.pick([100, 500, 2000])
    if database.isAurora {
      database.millionIOPerMonth = random.range(10...900)
    } else {
      database.iops = random.pick([nil, 13_000])
    }
    database.engineVersion = random.pick([nil, "13", "5.7"])
    database.backupGB = random.pick([nil, 5000])
    database.queriesPerRequest = random.range(1...9)
    if random.flag() {
      database.reserved = ReservedNodes()
      database.reserved?.nodes = random.count(1...4)
      database.reserved?.discountPercent = 35
    }
    profile.database = database
  }

  private static func cache(_ profile: inout Profile, _ random: inout Dice) {
    var cache = Cache()
    cache.engine = random.pick([.redis, .valkey])
    cache.nodeType = "cache.r6g.large"
    cache.shards = random.count(1...4)
    cache.replicasPerShard = random.count(0...2)
    profile.cache = cache
  }

  private static func edge(_ profile: inout Profile, _ random: inout Dice) {
    profile.cdn.enabled = true
    profile.cdn.apiHitPercent = Double(random.pick([0, 0, 35]))
    profile.cdn.originShield = random.count(1...4) == 1
    profile.cdn.plan = random.pick([.payAsYouGo, .payAsYouGo, .payAsYouGo, .premium])
    profile.cdn.priceClass = random.pick([.all, .northAmericaAndEurope])
    if random.flag() { profile.cdn.viewers = ["europe": 60, "india": 30, "japan": 10] }
  }
}

/// Repeatable choices.
private struct Dice {
  private var stream: RandomStream

  init(_ seed: Int) { stream = RandomStream(seed: seed, stream: 0) }

  mutating func flag() -> Bool { stream.next() & 1 == 1 }
  mutating func count(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(stream.next() % UInt64(range.count))
  }
  mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[count(0...choices.count - 1)] }

  /// A range somewhere within bounds, with its likely value anywhere in it.
  mutating func range(_ bounds: ClosedRange<Double>) -> Estimate {
    var numbers: [Double] = []
    for _ in 0..<3 {
      numbers.append(bounds.lowerBound + stream.nextShare() * (bounds.upperBound - bounds.lowerBound))
    }
    numbers.sort()
    return Estimate(low: numbers[0], likely: numbers[1], high: numbers[2])
  }
}
