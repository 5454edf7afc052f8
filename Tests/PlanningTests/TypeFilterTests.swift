import Planning
import Testing

@Suite struct `Types that may be chosen` {
  private func types(_ change: (inout TypeFilter) -> Void, by order: SizingOrder = .cost) -> [Candidate] {
    var filter = TypeFilter()
    change(&filter)
    return Sizing(Guide.profile, for: SizingTarget(users: 250_000), filter: filter, by: order).candidates
  }

  private func hardware(_ candidate: Candidate) throws -> Hardware {
    try #require(HardwareBook.builtIn[candidate.instanceType])
  }

  @Test func `are those of a family, or of its letters`() {
    #expect(Set(types { $0.families = ["c7g"] }.map { InstanceType.family(of: $0.instanceType) }) == ["c7g"])
    let letters = types { $0.families = ["c"] }.map(\.instanceType)
    #expect(letters.contains("c5ad.xlarge") && !letters.contains("m5.large"))
  }

  @Test func `are those with such hardware`() throws {
    let found = types {
      $0.architecture = .arm
      $0.vcpus = 4...8
      $0.memoryGiB = 16...32
      $0.generation = .current
    }
    #expect(found.count > 10)
    for candidate in found {
      let hardware = try hardware(candidate)
      #expect(hardware.architecture == .arm && hardware.isCurrentGeneration == true)
      #expect((4...8).contains(hardware.vcpus ?? 0) && (16...32).contains(hardware.memoryGiB))
    }
  }

  @Test func `are those with a word in their name`() {
    let found = types { $0.words = ["gd."] }
    #expect(found.count > 10 && found.allSatisfy { $0.instanceType.contains("gd.") })
    #expect(types { $0.words = ["nowhere"] }.isEmpty)
  }

  @Test func `are sorted by cost, users or spare behind the chosen one`() {
    let others = { (order: SizingOrder) in
      types({ $0.families = ["c"] }, by: order).dropFirst().filter(\.wouldDo)
    }
    let cost = others(.cost).compactMap(\.monthly?.low)
    #expect(cost.count > 10 && cost == cost.sorted())
    let users = others(.users).map(\.users)
    #expect(users.count > 10 && users == users.sorted(by: >))
    let spare = others(.spare).map(\.users)
    #expect(spare.count > 10 && spare == spare.sorted())
  }

  @Test func `are those of a family that is written with a star`() {
    let filter = TypeFilter(words: "c7g* 8vcpu")
    #expect(filter.families == ["c7g"] && filter.vcpus == 8...8 && filter.words.isEmpty)
    #expect(TypeFilter(words: "c* m7i*").families == ["c", "m7i"])
    #expect(TypeFilter(words: "*").words == ["*"])
  }

  /// t2 stops where its credits end, at 16.875% of a vCPU; a1 is Arm of the first generation.
  @Test func `are steady, and of the current generation`() throws {
    let all = types { _ in }
    let rejection = { (type: String) in all.first { $0.instanceType == type }?.rejection }
    #expect(rejection("t2.2xlarge") == .burstable(baselinePercent: 16.875))
    #expect(rejection("a1.2xlarge") == .previousGeneration)
    #expect(rejection("hpc7g.16xlarge") == .special)
  }

  @Test func `are compared in every Region, those first that lack no line`() throws {
    var profile = Guide.profile
    profile.voice = nil
    let sizing = RegionalSizing(
      profile, for: SizingTarget(users: 250_000), in: Region.all, facts: .builtIn)
    #expect(sizing.offers.count == 34)
    let whole = sizing.offers.prefix { $0.unpriced.isEmpty }
    #expect(whole.contains { $0.region.code == "us-east-1" })
    // us-east-1 alone lacks nothing; behind it stand those that lack one line, the cheapest first, then the others.
    let lacking = sizing.offers.map(\.unpriced.count)
    #expect(lacking == lacking.sorted() && Set(lacking).count > 2)
    let costs = sizing.offers.filter { $0.unpriced.count == 1 }.compactMap(\.total?.low)
    #expect(costs.count > 2 && costs == costs.sorted())
    let home = try #require(sizing.offers.first { $0.region.code == "us-east-1" })
    let alone = Sizing(profile, for: SizingTarget(users: 250_000))
    #expect(
      home.chosen?.instanceType == alone.chosen?.instanceType && home.chosen?.monthly == alone.chosen?.monthly
    )
  }

  /// A rate of its own in each Region: what On-Demand costs, less what the rate saves of the hours above the base.
  @Test func `are compared in Regions by the rate that each has there`() throws {
    var profile = Guide.profile
    profile.voice = nil
    let regions = ["us-east-1", "eu-west-1"].compactMap { Region($0) }
    let (target, facts) = (SizingTarget(users: 250_000), Facts.builtIn)
    let plain = RegionalSizing(profile, for: target, in: regions, facts: facts)
    let reserved = RegionalSizing(
      profile, for: target, taking: .standardThreeYears, in: regions, facts: facts)
    #expect(Set(reserved.offers.map(\.region.code)) == Set(regions.map(\.code)) && regions.count == 2)
    for offer in reserved.offers {
      let taken = try #require(offer.taken)
      let type = try #require(offer.chosen?.instanceType)
      #expect(
        taken.savingPercent
          == facts.prices(in: offer.region.code)?.rates(ofInstance: type)?.offers.first {
            $0.kind == .standardThreeYears
          }?.savingPercent)
      let alone = Sizing(
        profile.moved(to: offer.region), for: target, taking: .standardThreeYears, facts: facts)
      #expect(alone.chosen?.instanceType == type && alone.chosen?.monthly == offer.chosen?.monthly)
    }
    #expect(plain.offers.count == 2 && plain.offers.allSatisfy { $0.taken == nil })
  }
}
