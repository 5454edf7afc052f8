import Files
import Planning
import Testing

@Suite("Prices of one's own")
struct PriceOverlayTests {
  private func overlay(
    _ file: String = "own.yaml", region: String? = "us-east-1", collected: String = "2026-11-01"
  )
    -> PriceOverlay
  {
    PriceOverlay(
      PriceOverlay.Identity(file: file, sha256: "00", source: "agreement", collected: collected),
      region: region)
  }

  private func origin(line: Int = 1, collected: String = "2026-11-01") -> FactOrigin {
    FactOrigin(
      source: "agreement", confidence: "stated", collected: collected,
      place: Provenance.Place(file: "own.yaml", line: line, column: 1))
  }

  private func price(_ text: String) throws -> Price { try #require(Price(decimal: text)) }

  private func sourced(_ text: String) throws -> SourcedPrice { SourcedPrice(try price(text), origin()) }

  private func plan(_ profile: Profile = Guide.profile, _ overlays: PriceOverlay...) -> Plan {
    Plan(
      profile,
      facts: Facts(overlays: overlays))
  }

  private func compute(_ plan: Plan) -> String? { plan.list.line(.compute)?.cost.low.decimal }

  private static func discount(_ percent: Double) -> Discount {
    Discount(percent: percent, source: "agreement", collected: "2026-11-01")
  }

  @Test func `replace the price of a type`() throws {
    var own = overlay()
    own.prices[.instance("c6i.2xlarge")] = try sourced("0.31")
    // 50 instances x 0.31 x 730 h; at list price 50 x 0.34 x 730 = 12,410.00
    #expect(compute(plan(Guide.profile, own)) == "11315.00")
    #expect(plan(Guide.profile, own).list.line(.cache) == plan().list.line(.cache))
  }

  @Test func `take a discount off list prices exactly`() {
    var own = overlay()
    own.discounts[.ec2] = Self.discount(12.5)
    // 0.34 x 0.875 = 0.2975; 50 x 0.2975 x 730 h
    #expect(compute(plan(Guide.profile, own)) == "10858.75")
  }

  @Test func `take no discount off a price that the same file states`() throws {
    var own = overlay()
    own.prices[.instance("c6i.2xlarge")] = try sourced("0.31")
    own.discounts[.ec2] = Self.discount(12.5)
    #expect(compute(plan(Guide.profile, own)) == "11315.00")
  }

  @Test func `take a later file's discount off an earlier file's price`() throws {
    var prices = overlay()
    prices.prices[.instance("c6i.2xlarge")] = try sourced("0.31")
    var agreement = overlay(region: nil)
    agreement.discounts[.ec2] = Self.discount(10)
    // 0.31 x 0.9 = 0.279; 50 x 0.279 x 730 h
    #expect(compute(plan(Guide.profile, prices, agreement)) == "10183.50")
    #expect(compute(plan(Guide.profile, agreement, prices)) == "11315.00")
  }

  @Test func `let a later discount replace an earlier one, not add to it`() {
    var old = overlay()
    old.discounts[.ec2] = Self.discount(10)
    var new = overlay()
    new.discounts[.ec2] = Self.discount(12.5)
    #expect(compute(plan(Guide.profile, old, new)) == "10858.75")
  }

  @Test(arguments: PricedService.allCases)
  func `change only the charges of the service that a discount is for`(service: PricedService) throws {
    var own = overlay()
    own.discounts[service] = Self.discount(100)
    let (list, own100) = (plan().list, plan(Guide.profile, own).list)
    for line in list.lines {
      let discounted = try #require(own100.line(line.id)).parts
      for (part, free) in zip(line.parts, discounted) {
        #expect(free.cost == (part.charge.rate.service == service ? part.cost.map { _ in .zero } : part.cost))
      }
    }
  }

  @Test(arguments: [
    ("0.34", 12.5, "0.2975"), ("0.000000001", 50, "0.000000001"), ("0.000000001", 50.1, "0"),
    ("1000", 0.01, "999.9"), ("0.005", 0, "0.005"), ("0.005", 100, "0"),
  ])
  func `round a discounted price half up to a billionth of a dollar`(
    list: String, percent: Double, paid: String
  )
    throws
  {
    var own = overlay()
    own.prices[.instance("c6i.2xlarge")] = try sourced(list)
    var agreement = overlay()
    agreement.discounts[.ec2] = Self.discount(percent)
    let book = try #require(PriceBook("us-east-1", under: [own, agreement]))
    #expect(book[.instance("c6i.2xlarge")]?.price == (try price(paid)))
  }

  @Test func `make an unknown type known`() throws {
    var profile = Guide.profile
    profile.compute.instanceType = "m9.huge"
    profile.quotas[.ec2OnDemandVCPU] = 640
    #expect(plan(profile).list.unpriced.map(\.id).contains(.compute))
    var own = overlay()
    own.prices[.instance("m9.huge")] = try sourced("2")
    own.hardware["m9.huge"] = Hardware(vcpus: 64, memoryGiB: 128, origin: origin())
    let known = plan(profile, own)
    // 50 x 2 x 730 h
    #expect(compute(known) == "73000.00")
    // floor(640 / 64) x 1000 / r
    let users = try #require(known.wall(.ec2Quota)?.users.max)
    #expect(Int(users) == Int(10 * 1000 / known.demand.requestsPerUser.likely))
  }

  @Test func `change what a known type is made of and leave its price`() throws {
    var own = overlay()
    own.hardware["c6i.2xlarge"] = Hardware(vcpus: 16, memoryGiB: 32, origin: origin())
    let changed = plan(Guide.profile, own)
    #expect(changed.instanceHardware?.vcpus == 16)
    #expect(changed.instanceHardware?.memoryGiB == 32)
    #expect(compute(changed) == compute(plan()))
  }

  @Test func `price a database engine that the book does not know`() throws {
    var profile = Guide.profile
    profile.database?.engine = "mariadb"
    #expect(plan(profile).list.unpriced.contains { $0.reason == .databaseEngine("mariadb") })
    var own = overlay()
    for (deployment, usd) in [(PriceID.Deployment.singleAZ, "0.9"), (.multiAZ, "1.8")] {
      own.prices[.database(instanceClass: "db.r6g.2xlarge", engine: "mariadb", deployment)] = try sourced(usd)
    }
    // (1.8 + 3 x 0.9) x 730 h + 500 GB x (0.23 + 3 x 0.115) = 3,285.00 + 287.50
    #expect(plan(profile, own).list.line(.database)?.cost.low.decimal == "3572.50")
  }

  @Test func `replace a tariff by step`() throws {
    var own = overlay()
    own.tariffs[Tariff.Key(Tariff.ID("block_storage_gb_month"))] = Tariff(
      id: Tariff.ID("block_storage_gb_month"),
      kind: TariffKind(name: "block storage", unit: "GB-month", service: .ebs), free: 100,
      steps: [.init(upTo: 500, price: try price("0.08")), .init(upTo: nil, price: try price("0.04"))],
      origin: origin())
    // 50 x 20 GB: 100 free, 500 at 0.08, 400 at 0.04
    #expect(plan(Guide.profile, own).list.line(.blockStorage)?.cost.low.decimal == "56.00")
  }
}

extension Rate {
  /// What a discount on it is agreed for.
  fileprivate var service: PricedService? {
    switch self {
    case .price(let id, _, _): id.service
    case .tariff(let tariff, _): tariff.kind.service
    case .stated, .unknown: nil
    }
  }
}
