import Planning
import Testing

@Suite struct `A rate to take` {
  private func offers(_ type: String, in region: String) throws -> [RateOffer] {
    try #require(PriceBook(region)?.rates(ofInstance: type)).offers
  }

  /// us-east-1: c5.12xlarge in af-south-1 is 2.736, its Standard reservation 1.724: 37.0% less.
  @Test func `is named as what it is, and sets what it saves`() throws {
    let offers = try offers("c5.12xlarge", in: "af-south-1")
    #expect(
      offers.map(\.title) == [
        "Standard Reserved Instance, 1 year", "Standard Reserved Instance, 3 years",
        "Convertible Reserved Instance, 1 year", "Convertible Reserved Instance, 3 years", "Spot",
      ])
    #expect(offers[0].change == ProfileChange("compute.purchase.savings_plan.discount_percent", .number(37)))
    #expect(offers[4].change == ProfileChange("compute.purchase.spot_discount_percent", .number(87)))
  }

  @Test func `is none where nothing is saved`() throws {
    #expect(try offers("a1.large", in: "ap-northeast-1").allSatisfy { $0.title != "Spot" })
    for region in Region.all {
      guard let book = PriceBook(region.code) else { continue }
      for type in book.instanceTypes {
        for offer in book.rates(ofInstance: type)?.offers ?? [] {
          #expect(offer.savingPercent > 0 && offer.savingPercent < 100)
        }
      }
    }
  }

  /// 100 instances of c6i.2xlarge at 0.34 for 730 h are 24,820.00 at max; all of them committed for less.
  @Test func `moves money once the profile commits to something`() throws {
    let offer = try #require(try offers("c6i.2xlarge", in: "us-east-1").first)
    var profile = Guide.profile.applying([offer.change])
    #expect(offer.condition(in: profile) == "counts once savings_plan.instances says how many")
    #expect(Plan(profile).list.line(.compute)?.cost.high.decimal == "24820.00")
    profile.compute.purchase.savingsPlan.instances = 100
    #expect(offer.condition(in: profile) == nil && offer.isTaken(by: profile))
    let committed = try #require(Plan(profile).list.line(.compute)?.cost.high)
    #expect(abs(committed.dollars - 24_820 * (1 - offer.savingPercent / 100)) < 0.01)
    let inputs = Plan(profile).explanation(of: .compute, basis: .list).inputs
    #expect(inputs.contains { $0.name == "reservation, taken: Standard, 1 year" })
  }

  @Test func `of Spot counts once some of the fleet is on Spot`() throws {
    let offer = try #require(try offers("c6i.2xlarge", in: "us-east-1").last)
    var profile = Guide.profile
    #expect(offer.condition(in: profile) == "counts once on_demand_percent_above_base is below 100")
    profile.compute.purchase.onDemandPercentAboveBase = 50
    #expect(offer.condition(in: profile) == nil)
  }

  /// Sized again with the rate as the profile's own, the type costs the same: f = C + max(0, D p - V) with its own d.
  @Test
  func `is the one by which each type of a comparison is paid, and goes into the profile with the fleet`()
    throws
  {
    var profile = Guide.profile
    profile.compute.purchase.savingsPlan.instances = 10
    let target = SizingTarget(users: 250_000)
    let sizing = Sizing(profile, for: target, taking: .standardThreeYears)
    let (chosen, taken) = (try #require(sizing.chosen), try #require(sizing.taken))
    #expect(taken.title == "Standard Reserved Instance, 3 years" && sizing.changes.contains(taken.change))
    let again = Sizing(profile.applying(sizing.changes), for: target)
    let same = try #require(again.candidates.first { $0.instanceType == chosen.instanceType })
    #expect(same.monthly == chosen.monthly && chosen.monthly != nil)
    let usual = try #require(
      Sizing(profile, for: target).candidates.first { $0.instanceType == chosen.instanceType })
    #expect(usual.monthly.map { $0.low > (chosen.monthly?.low ?? .zero) } == (taken.savingPercent > 27))
  }
}
