import Planning
import Testing

/// The guide's fleet, moved to each Region of AWS.
@Suite struct `A fleet in any Region` {
  private func profile(in region: Region) -> Profile { Guide.profile.moved(to: region) }

  @Test(arguments: Region.all.map(\.code))
  func `has a bill with no unknown line that the tables could price, or says what is missing`(code: String)
    throws
  {
    let region = try #require(Region(code))
    let plan = Plan(profile(in: region))
    for line in plan.list.unpriced where line.id != .voice {
      let text = line.reason.text
      #expect(text.contains(code) || text.contains("does not know"), "\(text)")
      #expect(!line.reason.remedy.isEmpty)
    }
    for line in plan.list.lines {
      for case let origin? in line.parts.map(\.charge.rate.origin) { #expect(origin.firstDay != nil) }
    }
    #expect(plan.oldestPrice == nil ? plan.list.lines.isEmpty : !plan.list.lines.isEmpty)
  }

  @Test(arguments: Region.all.map(\.code))
  func `is sized on the types of its Region alone`(code: String) throws {
    let region = try #require(Region(code))
    let sizing = Sizing(profile(in: region), for: SizingTarget(users: 250_000))
    let book = PriceBook(code)
    for candidate in sizing.candidates where candidate.monthly != nil {
      #expect(book?[.instance(candidate.instanceType)] != nil)
    }
    if book != nil { #expect(sizing.chosen != nil) }
    #expect(sizing.candidates.count { $0.rejection == nil } <= 1)
  }

  @Test func `has no more zones than its Region`() throws {
    let california = try #require(Region("us-west-1"))
    #expect(profile(in: california).compute.availabilityZones == 2)
  }

  /// The three reasons of EC2 in their order: the whole Region, the whole service, one name with the nearest.
  @Test func `says what is missing and what is near`() throws {
    let reason = { (region: String, id: CostLine.ID, change: (inout Profile) -> Void) -> String? in
      var profile = Guide.profile
      profile.region = region
      change(&profile)
      return Plan(profile).list.unpriced.first { $0.id == id }?.reason.text
    }
    #expect(
      reason("eu-wst-1", .compute) { _ in }
        == "eu-wst-1 is not a Region that is known; did you mean eu-west-1?")
    #expect(reason("ap-southeast-7", .database) { _ in } == "no RDS price in ap-southeast-7")
    #expect(
      reason("eu-west-1", .compute) { $0.compute.instanceType = "c6i.2xlrge" }
        == "no EC2 price of c6i.2xlrge in eu-west-1; the nearest name with one is c6i.2xlarge")
    #expect(
      reason("eu-west-1", .database) { $0.database?.engine = "mariadb" }
        == "the price book does not know the database engine mariadb")
    #expect(
      reason("ap-south-1", .loadBalancer) { _ in }
        == "the price book has no price of load balancers in ap-south-1")
  }
}

@Suite struct `Rates below On-Demand` {
  private func rates(_ type: String, in region: String) throws -> InstanceRates {
    try #require(PriceBook(region)?.rates(ofInstance: type))
  }

  /// 1 - 1.724 / 2.736 = 37.0%, 1 - 1.182 / 2.736 = 56.8%.
  @Test func `are those of reservations, with what they save`() throws {
    let rates = try rates("c5.12xlarge", in: "af-south-1")
    #expect(
      rates.reserved.map(\.title) == [
        "Standard, 1 year", "Standard, 3 years", "Convertible, 1 year", "Convertible, 3 years",
      ])
    #expect(rates.reserved.map(\.hourly.decimal) == ["1.724", "1.182", "2.167", "1.507"])
    #expect(rates.reserved.map(\.savingPercent).prefix(2) == [37.0, 56.8])
    #expect(rates.reserved.first?.origin.collected == "2025-04-04")
  }

  @Test func `stand beside the price that a line is explained by, and are not counted`() {
    let inputs = Plan(Guide.profile).explanation(of: .compute, basis: .list).inputs
    let beside = inputs.filter { $0.name.contains("not counted") }
    #expect(
      beside.map(\.name).prefix(2) == [
        "reservation, not counted: Standard, 1 year",
        "reservation, not counted: Standard, 3 years",
      ])
    #expect(beside.contains { $0.name.hasPrefix("Spot") && $0.value.contains("saves") })
    for input in beside {
      if case .fact(let origin) = input.origin {
        #expect(origin.firstDay != nil)
      } else {
        #expect(Bool(false))
      }
    }
  }

  @Test func `are what Spot saved, and none where it saved nothing`() throws {
    let spot = try #require(try rates("c5.12xlarge", in: "af-south-1").spot)
    #expect(spot.savingPercent == 87)
    #expect(spot.interrupted == "more than 20%")
    #expect(spot.origin.collected == "2025-06-28")
    #expect(try rates("a1.large", in: "ap-northeast-1").spot?.savingPercent == nil)
  }

  @Test func `save nothing where they are above On-Demand`() {
    var above = 0
    for region in Region.all {
      guard let book = PriceBook(region.code) else { continue }
      for type in book.instanceTypes {
        guard let price = book[.instance(type)]?.price, let rates = book.rates(ofInstance: type) else {
          continue
        }
        for rate in rates.reserved {
          #expect((rate.savingPercent == nil) == (rate.hourly >= price) || rate.savingPercent == 0)
          above += rate.hourly >= price ? 1 : 0
        }
      }
    }
    #expect(above > 0)
  }
}
