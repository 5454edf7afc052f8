import Planning
import Testing

@Suite struct `The price book of a Region` {
  private func book(_ region: String) throws -> PriceBook { try #require(PriceBook(region)) }

  @Test func `is there for every Region in which a price is known, and for no other`() {
    let known = Region.all.filter { PriceBook($0.code) != nil }.map(\.code)
    #expect(Region.all.count == 36)
    #expect(Region.all.map(\.code).filter { !known.contains($0) } == ["me-west-1", "sa-west-1"])
    #expect(PriceBook("eu-west-9") == nil)
  }

  @Test func `prices one zone and two apart, since two are not always twice one`() throws {
    let price = { (deployment: PriceID.Deployment) in
      try book("us-east-1")[.database(instanceClass: "db.r6g.2xlarge", engine: "postgresql", deployment)]?
        .price
        .decimal
    }
    #expect(try price(.singleAZ) == "0.899")
    #expect(try price(.multiAZ) == "1.798")
    let class16 = PriceID.database(instanceClass: "db.m5.12xlarge", engine: "postgresql", .multiAZ)
    #expect(try book("af-south-1")[class16]?.price.decimal == "11.253")
  }

  @Test func `says who says a price, how many agree and since when`() throws {
    let origin = try #require(try book("us-west-2")[.instance("m6i.2xlarge")]).origin
    #expect(origin.confidence == "4 sources agree")
    #expect(origin.collected == "2025-10-28")
    #expect(
      origin.source
        == "lamngockhuong/aws-price, yeo/ec2.shop, coroot/cloud-pricing, apache-libcloud"
    )
  }

  @Test func `never has what only another Region has`() throws {
    #expect(
      try book("ap-southeast-7")[.database(instanceClass: "db.r6g.large", engine: "mysql", .singleAZ)] == nil)
    #expect(try book("eu-west-1")[Tariff.ID("endpoint_hour")] == nil)
    #expect(try book("us-east-1")[Tariff.ID("endpoint_hour")] != nil)
    #expect(try book("eu-west-1")[Tariff.ID("shield_load_balancer_gb")] == nil)
  }

  @Test func `has what holds everywhere, and CloudFront where the viewers are`() throws {
    for region in Region.all {
      guard let book = PriceBook(region.code) else { continue }
      #expect(book[Tariff.ID("support_business")]?.minimum?.decimal == "100.00")
      #expect(book[Tariff.ID("cdn_gb")] == book[Tariff.ID("cdn_gb"), area: region.area])
      for area in ViewerArea.allCases {
        for id in ["cdn_gb", "cdn_10000_requests", "cdn_origin_gb"] {
          #expect(book[Tariff.ID(id), area: area] != nil)
        }
      }
    }
    #expect(try book("ap-northeast-1")[Tariff.ID("cdn_gb")]?.firstPrice.decimal == "0.114")
  }

  @Test func `gives the free units of a tariff wherever it has a price`() throws {
    for region in Region.all {
      guard let book = PriceBook(region.code) else { continue }
      for (id, kind) in TariffKind.all {
        if let tariff = book[id] { #expect(tariff.free == kind.free && tariff.kind == kind) }
      }
    }
  }
}

@Suite struct `Facts of the bill` {
  @Test func `are found by the path of their keys`() {
    #expect(BillingFacts.number("cdn_plan_allowance.pro.gb")?.value == 51200)
    #expect(BillingFacts.number("lcu.free_rules")?.value == 10)
    #expect(BillingFacts.number("cross_zone_sides.database")?.value == 2)
    #expect(BillingFacts.text("price_class.100")?.value == "north_america europe")
    #expect(BillingFacts.burstBaselinePercent(ofType: "t3a.xlarge")?.value == 40)
    #expect(BillingFacts.burstBaselinePercent(ofType: "t2.2xlarge")?.value == 16.875)
    #expect(BillingFacts.burstBaselinePercent(ofType: "c6i.large") == nil)
    #expect(BillingFacts.collected.text == "2026-11-26")
  }

  @Test(arguments: [
    ("postgresql", "13.9", "2026-03-01"), ("mysql", "8.0.36", "2026-08-01"), ("mysql", "8.4", nil),
    ("mysql", "8", nil), ("redis", "5.0.6", "2026-02-01"),
    ("aurora-mysql", "5.7.mysql_aurora.2.11.2", "2024-12-01"),
    ("mariadb", "10.6", nil),
  ])
  func `say when a version leaves standard support`(engine: String, version: String, first: String?) {
    #expect(
      BillingFacts.extendedSupport(ofEngine: engine, version: version)?.value.firstYear.text == first)
  }

  @Test func `say when the third year begins, where that is known`() {
    let third = { (engine: String, version: String) in
      BillingFacts.extendedSupport(ofEngine: engine, version: version)?.value.thirdYear?.text
    }
    #expect(third("postgresql", "11.22") == "2026-04-01")
    #expect(third("aurora-mysql", "5.7") == nil)
  }
}
