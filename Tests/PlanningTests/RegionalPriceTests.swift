import Files
import Planning
import Testing

@Suite("Prices for another Region")
struct RegionalPriceTests {
  private let profile = {
    var profile = Guide.profile
    profile.region = "eu-west-1"
    return profile
  }()

  private let overlay = {
    var own = PriceOverlay(
      PriceOverlay.Identity(file: "eu.yaml", sha256: "00", source: "price list", collected: "2026-10-01"),
      region: "eu-west-1")
    own.prices[.instance("c6i.2xlarge")] = SourcedPrice(
      Price(nanodollars: 365_000_000),
      FactOrigin(
        source: "price list", confidence: "stated", collected: "2026-10-01",
        place: Provenance.Place(file: "eu.yaml", line: 6, column: 5)))
    return own
  }()

  private func plan(_ profile: Profile, _ overlays: PriceOverlay...) -> Plan {
    Plan(
      profile,
      facts: Facts(prices: .builtIn, hardware: .builtIn, quotas: .builtIn, overlays: overlays))
  }

  @Test func `price what they state and call the rest unknown`() throws {
    let list = plan(profile, overlay).list
    // 50 x 0.365 x 730 h
    #expect(list.line(.compute)?.cost.low.decimal == "13322.50")
    let unpriced = Dictionary(uniqueKeysWithValues: list.unpriced.map { ($0.id, $0.reason) })
    #expect(unpriced[.blockStorage] == .tariff("block storage", region: "eu-west-1"))
    #expect(unpriced[.database] == .instanceClass("db.r6g.2xlarge"))
    #expect(unpriced[.cache] == .nodeType("cache.r6g.xlarge", engine: .redis))
    #expect(!list.isComplete)
    #expect(
      unpriced[.blockStorage]?.text == "the price book has no price of block storage in eu-west-1")
  }

  @Test func `keep CloudFront's, which depend on where the users are`() {
    let (list, home) = (plan(profile, overlay).list, plan(Guide.profile).list)
    #expect(list.line(.transfer) == home.line(.transfer))
    var direct = profile
    direct.cdn.enabled = false
    #expect(
      plan(direct, overlay).list.unpriced.contains {
        $0.reason == .tariff("data transfer to the internet", region: "eu-west-1")
      })
  }

  @Test func `never use a price of the built-in book`() throws {
    let book = try #require(plan(profile, overlay).prices)
    #expect(book.region == "eu-west-1")
    #expect(Array(book.prices.keys) == [.instance("c6i.2xlarge")])
    #expect(book.tariffs.values.allSatisfy { $0.kind.service == .cloudfront })
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
      #expect(explanation.formula == "the price book covers us-east-1, not eu-west-1")
      #expect(!explanation.inputs.contains { if case .fact = $0.origin { true } else { false } })
    }
  }

  @Test func `are as old as the oldest of them`() {
    // CloudFront's were collected with the built-in book, on 2026-11-23.
    #expect(plan(profile, overlay).priceBook.collected == "2026-10-01")
  }

  @Test func `say in which file and line each price stands`() {
    let origin = plan(profile, overlay).prices?[.instance("c6i.2xlarge")]?.origin
    #expect(origin?.place == Provenance.Place(file: "eu.yaml", line: 6, column: 5))
    #expect(
      origin?.text == "price list (eu.yaml:6), stated, 2026-10-01")
  }
}
