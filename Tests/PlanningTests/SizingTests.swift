import Files
import Planning
import Testing

@Suite struct `A sizing` {
  private func sizing(
    users: Int = 250_000, headroom: Double = 0, survivesZoneLoss: Bool = false,
    _ profile: Profile = Guide.profile
  ) -> Sizing {
    Sizing(
      profile,
      for: SizingTarget(users: users, headroomPercent: headroom, survivesZoneLoss: survivesZoneLoss))
  }

  private func counts(_ sizing: Sizing) -> [Int]? {
    sizing.chosen.map { [$0.instances.min, $0.instances.desired, $0.instances.max] }
  }

  /// 250,000 x 0.250014 = 62,503.5 requests/min; / 1,000 = 63. At the high end 75,003.5 / 1,000 = 76. The trough is
  /// 2 x 60% - 100% = 20% of the peak, 12,500.7 / 1,000 = 13.
  @Test func `divides the demand by what an instance answers`() {
    #expect(counts(sizing()) == [13, 63, 76])
  }

  /// 63 x 3/2 = 95 and 76 x 3/2 = 114; the trough is planned without the zone.
  @Test func `adds what a lost zone takes`() {
    #expect(counts(sizing(survivesZoneLoss: true)) == [13, 95, 114])
  }

  /// 62,503.5 x 1.2 = 75,004.2 -> 76; 75,003.5 x 1.2 = 90,004.2 -> 91; 12,500.7 x 1.2 = 15,000.8 -> 16.
  @Test func `adds headroom`() {
    #expect(counts(sizing(headroom: 20)) == [16, 76, 91])
    // 76 x 3/2 = 114 and 91 x 3/2 = 136.5 -> 137
    #expect(counts(sizing(headroom: 20, survivesZoneLoss: true)) == [16, 114, 137])
  }

  @Test(arguments: [1, 999, 40_000, 250_000, 1_000_000, 99_000_000], [0.0, 10, 33.3])
  func `carries what it was asked to, and not an instance more`(users: Int, headroom: Double) throws {
    let sizing = sizing(users: users, headroom: headroom, survivesZoneLoss: true)
    let plan = Plan(Guide.profile.applying(sizing.changes))
    let wanted = Double(users) * (1 + headroom / 100) * (1 - 1e-9)
    #expect(try #require(plan.wall(.computeOneZoneLost)?.users.desired) >= wanted)

    var smaller = plan.profile
    smaller.compute.instances.desired -= 1
    let lessInstances = try #require(Plan(smaller).wall(.computeOneZoneLost)?.users.desired)
    #expect(lessInstances < wanted || plan.profile.compute.instances.desired <= 2)
  }

  /// c6g.2xlarge: 63 x (0.272 x 730 + 20 x 0.08) + metrics 63 x 10 - 10 free at 0.30 + logs
  /// (50,003.47 x 0.6 x 43,800 x 0.5 / 1,048,576 - 5 GB free = 621.61) x 0.50 = 13,109.66
  @Test func `chooses the type that carries the users for the least`() throws {
    let chosen = try #require(sizing().chosen)
    #expect(chosen.instanceType == "c6g.2xlarge")
    #expect(chosen.requestsPerInstance == 1000)
    #expect(chosen.monthly?.low.decimal == "13109.66")
  }

  @Test func `compares every type and says why each other one is not chosen`() throws {
    let sizing = sizing()
    #expect(sizing.chosen?.rejection == nil)
    #expect(sizing.candidates.count == PriceBook("us-east-1")?.instanceTypes.count)
    #expect(sizing.candidates.dropFirst().allSatisfy { $0.rejection != nil })
    let own = try #require(sizing.candidates.first { $0.instanceType == "c6i.2xlarge" })
    // 63 x 0.068 x 730 = 3,127.32 more than 13,109.66
    guard case .costsMore(let percent) = own.rejection else { return #expect(Bool(false), "\(own)") }
    #expect((percent * 10).rounded() == 239)
    let others = sizing.candidates.dropFirst()
    #expect(others.drop(while: \.wouldDo).allSatisfy { !$0.wouldDo })
    let costs = others.filter(\.wouldDo).compactMap(\.monthly).map(\.low)
    #expect(costs == costs.sorted())
  }

  /// An instance of 32 vCPUs answers 4,000 requests/min, so 10,000 users need one, and all of them stand on it.
  @Test func `leaves a fleet that stands on too few instances alone`() throws {
    let large = try #require(sizing(users: 40_000).candidates.first { $0.instanceType == "c6g.8xlarge" })
    #expect(large.instances.desired == 3)
    #expect(large.rejection == .tooFewInstances(3))
    #expect(sizing(users: 10).chosen?.instances.desired == 1)
  }

  @Test func `keeps the memory that a vCPU has`() throws {
    var profile = Guide.profile
    profile.compute.instanceType = "m6i.2xlarge"
    let sizing = sizing(profile)
    #expect(sizing.chosen?.instanceType == "m6g.2xlarge")
    let lean = try #require(sizing.candidates.first { $0.instanceType == "c6g.2xlarge" })
    #expect(lean.rejection == .lessMemory(gibPerVCPU: 2, own: 4))
  }

  /// 0.272 / 0.7 is dearer than 0.34, and 0.29 / 1.2 is cheaper.
  @Test func `counts how fast a vCPU is`() throws {
    var profile = Guide.profile
    profile.compute.relativeSpeeds = ["c6g": 0.7, "c7g.2xlarge": 1.2]
    let sizing = sizing(profile)
    let chosen = try #require(sizing.chosen)
    #expect(chosen.instanceType == "c7g.2xlarge")
    #expect(chosen.requestsPerInstance == 1200)
    #expect(chosen.instances.desired == 53)
    #expect(sizing.candidates.first { $0.instanceType == "c6g.2xlarge" }?.requestsPerInstance == 700)
  }

  /// 16 x 8xlarge cost 13,092.02 and 63 x 2xlarge 13,109.66, but nobody has measured what the larger one answers.
  @Test func `stays with the measured size where another saves little`() throws {
    let large = try #require(sizing().candidates.first { $0.instanceType == "c6g.8xlarge" })
    #expect(large.monthly?.low.decimal == "13092.02")
    guard case .savesTooLittle(let percent) = large.rejection else { return #expect(Bool(false), "\(large)") }
    #expect((percent * 100).rounded() == 13)
  }

  @Test func `stays with the fleet's own type where another saves little`() throws {
    var profile = Guide.profile
    profile.compute.instanceType = "c7g.2xlarge"
    #expect(sizing(profile).chosen?.instanceType == "c7g.2xlarge")
  }

  /// 2,000 users ask for 500.03 requests/min: 5 instances of 1 vCPU, each with 125 requests and 1 of 8 workers.
  @Test func `is one step for the profile`() {
    let sizing = sizing(users: 2000)
    #expect(
      sizing.changes == [
        ProfileChange("demand.concurrent_users", .count(2000)),
        ProfileChange("compute.instance_type", .text("c6g.medium")),
        ProfileChange("compute.instances.min", .count(1)),
        ProfileChange("compute.instances.desired", .count(5)),
        ProfileChange("compute.instances.max", .count(5)),
        ProfileChange("compute.requests_per_instance_per_minute", .estimate(Estimate(125))),
        ProfileChange("compute.gunicorn.workers", .count(1)),
      ])
    let again = Sizing(Guide.profile.applying(sizing.changes), for: sizing.target)
    #expect(again.changes == [])
  }

  @Test func `spreads a fleet that stands in one zone`() {
    var profile = Guide.profile
    profile.compute.availabilityZones = 1
    let sizing = sizing(survivesZoneLoss: true, profile)
    #expect(sizing.changes.contains(ProfileChange("compute.availability_zones", .count(3))))
    #expect(counts(sizing) == [13, 95, 114])
  }

  /// Three instances more, 66 for 65,003.6 requests/min: 3 x (198.56 + 1.60 + 3.00) = 609.48. Requests at the low end
  /// are 52.56 million more: CDN 250.64 GB x 0.085 + 52.56 = 73.87, logs 12.53, firewall 31.54, balancer 3.83.
  @Test func `says what the next ten thousand users cost`() {
    #expect(sizing().nextTenThousandUsers?.decimal == "880.51")
  }

  @Test func `has no price where the price book has none`() throws {
    var profile = Guide.profile
    profile.region = "me-west-1"
    let elsewhere = sizing(profile)
    #expect(elsewhere.chosen?.instanceType == "c6i.2xlarge")
    #expect(elsewhere.chosen?.monthly == nil)
    #expect(elsewhere.nextTenThousandUsers == nil)
    #expect(elsewhere.candidates.last?.rejection == .noPrice)

    profile = Guide.profile
    profile.compute.instanceType = "x99.huge"
    let unknown = sizing(profile)
    #expect(unknown.chosen?.instanceType == "x99.huge")
    #expect(counts(unknown) == [13, 63, 76])
    #expect(unknown.candidates.last?.rejection == .ownTypeUnknown)
  }

  /// 10,000 workers on 8 vCPUs, the most that a profile holds, would be 40,000 on 32.
  @Test func `rejects a type on which the profile could not be saved`() throws {
    var profile = Guide.profile
    profile.compute.gunicorn?.workers = 10_000
    let sizing = sizing(users: 10_000_000, profile)
    let large = try #require(sizing.candidates.first { $0.instanceType == "c6i.8xlarge" })
    #expect(large.rejection == .outsideFormat(key: "compute.gunicorn.workers", value: "40000"))
    let sized = profile.applying(sizing.changes)
    for field in Catalog.fields {
      guard case .count(let bounds) = field.kind, case .count(let count) = field.value(sized) else {
        continue
      }
      #expect(bounds.contains(count), "\(field.path)")
    }
  }

  @Test func `says when no group is large enough`() {
    var profile = Guide.profile
    profile.compute.requestsPerInstancePerMinute = 0.001
    let sizing = sizing(users: 10_000_000_000, profile)
    #expect(sizing.chosen == nil)
    #expect(sizing.changes == [])
    guard case .tooManyInstances = sizing.candidates.first?.rejection else {
      return #expect(Bool(false), "\(String(describing: sizing.candidates.first))")
    }
  }

  /// Nobody has collected what a volume costs in Mexico: instances there have a price, and their volumes have none.
  @Test func `compares types without a line that has no price for any of them`() throws {
    var profile = Guide.profile
    profile.region = "mx-central-1"
    profile.compute.instanceType = "m7g.2xlarge"
    let sizing = sizing(profile)
    #expect(sizing.uncounted.contains(.blockStorage))
    #expect(sizing.withoutUncounted.contains("block storage"))
    let chosen = try #require(sizing.chosen)
    let hour = try #require(Facts.builtIn.prices(in: "mx-central-1")?[.instance(chosen.instanceType)])
    let hours = hour.price.times(730 * chosen.instances.desired)
    #expect(try #require(chosen.monthly).low >= hours.rounded)
    #expect(self.sizing().uncounted.isEmpty)
  }
}
