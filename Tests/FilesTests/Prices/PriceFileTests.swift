import Files
import Planning
import Testing

@Suite("A price file")
struct PriceFileTests {
  static let example = "Tests/FilesTests/Prices/example-prices.yaml"

  private func overlay(_ path: String = example) throws -> PriceOverlay {
    try PriceFile.overlay(Repository.bytes(path), name: "own.yaml")
  }

  @Test func `is read into facts`() throws {
    let own = try overlay()
    #expect(own.region == "us-east-1")
    #expect(own.identity.collected == "2026-11-01")
    #expect(own.discounts.mapValues(\.percent) == [.ec2: 12.5, .rds: 5, .elasticache: 5, .cloudfront: 10])
    let price = { (id: PriceID) in own.prices[id]?.price.decimal }
    #expect(price(.instance("c6i.2xlarge")) == "0.29")
    #expect(price(.instance("x9.large")) == "0.12")
    #expect(own.hardware["x9.large"]?.vcpus == 2)
    #expect(own.hardware["c7i.2xlarge"]?.vcpus == 8)
    #expect(own.hardware["c7i.2xlarge"]?.memoryGiB == 24)
    #expect(price(.database(instanceClass: "db.r6g.2xlarge", engine: "mysql", .multiAZ)) == "1.8")
    #expect(price(.cacheNode("cache.r6g.xlarge", engine: .valkey)) == "0.3")
    let transfer = try #require(own.tariffs[Tariff.Key(Tariff.ID("cdn_gb"))])
    #expect(transfer.free == 1024)
    #expect(transfer.steps.map(\.upTo) == [10240, nil])
    // The unit is not stated: it is that of the built-in tariff.
    #expect(transfer.kind.unit == "GB")
  }

  @Test func `says where each price stands and who says so`() throws {
    let own = try overlay()
    let instance = try #require(own.prices[.instance("c6i.2xlarge")]).origin
    #expect(instance.place == Provenance.Place(file: "own.yaml", line: 15, column: 5))
    #expect(instance.source == "Private pricing agreement of Example Inc., 2026-2028")
    #expect(own.prices[.speech(model: "amazon.nova-2-sonic-v1:0", .output)]?.origin.source == "Amendment 2")
    #expect(own.discounts[.ec2]?.place == Provenance.Place(file: "own.yaml", line: 12, column: 18))
  }

  @Test func `prices the plan of a profile that does not mention it`() throws {
    let own = try overlay()
    let profile = BuiltInGuide.loaded.profile
    let plan = Plan(
      profile, facts: Facts(overlays: [own]))
    // 50 x 0.29 x 730 h; 12 x 0.38 x 730 h; 50 x 20 GB x 0.07
    #expect(plan.list.line(.compute)?.cost.low.decimal == "10585.00")
    #expect(plan.list.line(.cache)?.cost.low.decimal == "3328.80")
    #expect(plan.list.line(.blockStorage)?.cost.low.decimal == "70.00")
    #expect(plan.overlays.map(\.file) == ["own.yaml"])
  }

  private func overlay(saying rows: String) throws -> PriceOverlay {
    let head = "format: headroom-prices/1\nsource: a\ncollected: 2026-11-01\nregion: us-east-1\n"
    return try PriceFile.overlay(Array((head + rows + "\n").utf8), name: "f")
  }

  @Test func `may price CloudFront for one area, or for all of them`() throws {
    let own = try overlay(
      saying:
        "tariffs: [{id: cdn_gb, area: japan, free: 0, steps: [{usd: 0.05}]}, {id: cdn_gb, steps: [{usd: 0.03}]}]"
    )
    let book = try #require(PriceBook("us-east-1", under: [own]))
    let price = { (area: ViewerArea) in book[Tariff.ID("cdn_gb"), area: area]?.firstPrice.decimal }
    #expect(price(.japan) == "0.05")
    #expect(price(.europe) == "0.03")
    #expect(book[Tariff.ID("cdn_gb"), area: .europe]?.free == 1024)
  }

  @Test func `takes every tariff that the program knows, and the least that is billed`() throws {
    for id in TariffKind.all.keys {
      let own = try overlay(saying: "tariffs: [{id: \(id.rawValue), minimum: 7, steps: [{usd: 0.01}]}]")
      let tariff = try #require(PriceBook("us-east-1", under: [own])?[id])
      #expect(tariff.minimum?.decimal == "7.00" && tariff.firstPrice.decimal == "0.01")
      #expect(tariff.free == TariffKind.all[id]?.free)
    }
  }

  @Test func `needs no standby of Aurora, whose nodes may include their operations`() throws {
    let own = try overlay(
      saying: "databases: [{class: db.r6g.large, engine: aurora-mysql, single_az: {usd_per_hour: 0.2},"
        + " io_optimized: {usd_per_hour: 0.3}}]")
    let price = { (deployment: PriceID.Deployment) in
      own.prices[.database(instanceClass: "db.r6g.large", engine: "aurora-mysql", deployment)]?.price.decimal
    }
    #expect(price(.singleAZ) == "0.2" && price(.ioOptimized) == "0.3" && price(.multiAZ) == nil)
  }

  @Test func `with discounts alone needs no Region`() throws {
    let text = "format: headroom-prices/1\nsource: a\ncollected: 2026-11-01\ndiscounts: {ec2: 10}\n"
    #expect(try PriceFile.overlay(Array(text.utf8), name: "f").region == nil)
  }

  @Test func `is told from a profile by its format`() throws {
    let rejection = try #require(throws: Rejection.self) {
      try LoadedProfile(Repository.bytes(Self.example), name: "own.yaml")
    }
    #expect(rejection.isOfPriceFile)
    let other = try #require(throws: Rejection.self) {
      try LoadedProfile(Array("format: headroom/2\n".utf8), name: "f")
    }
    #expect(!other.isOfPriceFile)
  }
}
