import Files
import Planning
import Testing

/// A Region in which the program knows no price, and one price of somebody's own.
@Suite("Prices for a Region that the program does not know")
struct RegionalPriceTests {
  private let profile = {
    var profile = Guide.profile
    profile.region = "me-west-1"
    return profile
  }()

  private let overlay = {
    var own = PriceOverlay(
      PriceOverlay.Identity(file: "me.yaml", sha256: "00", source: "price list", collected: "2026-10-01"),
      region: "me-west-1")
    own.prices[.instance("c6i.2xlarge")] = SourcedPrice(
      Price(nanodollars: 365_000_000),
      FactOrigin(
        source: "price list", confidence: "stated", collected: "2026-10-01",
        place: Provenance.Place(file: "me.yaml", line: 6, column: 5)))
    return own
  }()

  private func plan(_ profile: Profile, _ overlays: PriceOverlay...) -> Plan {
    Plan(
      profile,
      facts: Facts(overlays: overlays))
  }

  @Test func `price what they state and call the rest unknown`() throws {
    let list = plan(profile, overlay).list
    // 50 x 0.365 x 730 h
    #expect(list.line(.compute)?.cost.low.decimal == "13322.50")
    let unpriced = Dictionary(uniqueKeysWithValues: list.unpriced.map { ($0.id, $0.reason) })
    #expect(unpriced[.blockStorage] == .tariff("block storage", region: "me-west-1"))
    #expect(unpriced[.database]?.text == "no RDS price in me-west-1")
    #expect(unpriced[.cache]?.text == "no ElastiCache price in me-west-1")
    #expect(!list.isComplete)
    #expect(
      unpriced[.blockStorage]?.text == "the price book has no price of block storage in me-west-1")
  }

  @Test func `leave what holds everywhere, such as CloudFront's, by where the Region's viewers are`() throws {
    // The area of me-west-1 is africa_middle_east: 0.110 a GB at first, and 0.012 for ten thousand requests.
    let book = try #require(plan(profile, overlay).prices)
    #expect(book[Tariff.ID("cdn_gb")]?.firstPrice.decimal == "0.11")
    #expect(book[Tariff.ID("cdn_10000_requests")]?.firstPrice.decimal == "0.012")
    var direct = profile
    direct.cdn.enabled = false
    #expect(
      plan(direct, overlay).list.unpriced.contains {
        $0.reason == .tariff("data transfer to the internet", region: "me-west-1")
      })
  }

  @Test func `never use a price of another Region`() throws {
    let book = try #require(plan(profile, overlay).prices)
    #expect(book.region == "me-west-1")
    #expect(book.instanceTypes == ["c6i.2xlarge"])
    let everywhere = try #require(PriceBook("eu-west-1"))
    for id in TariffKind.all.keys where book[id] != nil {
      #expect(everywhere[id] != nil && book[id]?.free == TariffKind.all[id]?.free)
    }
    #expect(book[Tariff.ID("nat_gateway_hour")] == nil)
  }

  @Test func `are none where no file has them`() {
    #expect(plan(profile).prices == nil)
  }

  @Test func `leave every wall where it was, since hardware is the same everywhere`() {
    #expect(plan(profile, overlay).walls.map(\.users) == plan(Guide.profile).walls.map(\.users))
    var other = profile
    other.compute.instanceType = "c7i.2xlarge"
    other.quotas[.ec2OnDemandVCPU] = 640
    #expect(plan(other, overlay).wall(.ec2Quota)?.unknown == nil)
  }

  @Test func `have no say on a fleet that runs elsewhere`() {
    #expect(plan(Guide.profile, overlay).prices?.overlays.isEmpty == true)
    #expect(plan(Guide.profile, overlay).list.total == plan(Guide.profile).list.total)
  }

  @Test func `explain every line of the bill, priced or not`() {
    let plan = plan(profile, overlay)
    for line in plan.billedLines {
      #expect(!plan.explanation(of: line, basis: .list).formula.isEmpty)
    }
    #expect(plan.formula(of: .blockStorage, basis: .list).contains("unknown price"))
  }

  @Test func `are missed in words, not replaced by home prices`() {
    let plan = Plan(profile)
    for line in plan.list.unpriced.map(\.id) {
      let explanation = plan.explanation(of: line, basis: .list)
      #expect(explanation.formula == "no price is known in me-west-1")
      #expect(!explanation.inputs.contains { if case .fact = $0.origin { true } else { false } })
    }
  }

  @Test func `are as old as the oldest of them`() {
    // The requests through CloudFront were read on 2025-07-01, the price of one's own on 2026-10-01.
    #expect(plan(profile, overlay).oldestPrice?.oldestDay == "2025-07-01")
    // What NAT gateways and traffic between zones cost is dated by the year alone.
    var direct = profile
    direct.cdn.enabled = false
    #expect(plan(direct, overlay).oldestPrice?.oldestDay == "2026")
  }

  @Test func `say in which file and line each price stands`() {
    let origin = plan(profile, overlay).prices?[.instance("c6i.2xlarge")]?.origin
    #expect(origin?.place == Provenance.Place(file: "me.yaml", line: 6, column: 5))
    #expect(
      origin?.text == "price list (me.yaml:6), stated, 2026-10-01")
  }
}
