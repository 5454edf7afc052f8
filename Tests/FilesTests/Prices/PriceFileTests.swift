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
    let transfer = try #require(own.tariffs[Tariff.ID("cdn_gb")])
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
      profile, facts: Facts(prices: .builtIn, hardware: .builtIn, quotas: .builtIn, overlays: [own]))
    // 50 x 0.29 x 730 h; 12 x 0.38 x 730 h; 50 x 20 GB x 0.07
    #expect(plan.list.line(.compute)?.cost.low.decimal == "10585.00")
    #expect(plan.list.line(.cache)?.cost.low.decimal == "3328.80")
    #expect(plan.list.line(.blockStorage)?.cost.low.decimal == "70.00")
    #expect(plan.priceBook.overlays.map(\.file) == ["own.yaml"])
  }

  @Test func `may be the built-in price book itself, and then changes nothing`() throws {
    let own = try overlay("Sources/Files/Prices/BuiltIn/prices.json")
    let (book, builtIn) = (PriceBook.builtIn.applying([own]), PriceBook.builtIn)
    #expect(book.prices.mapValues(\.price) == builtIn.prices.mapValues(\.price))
    #expect(book.prices.mapValues(\.origin.source) == builtIn.prices.mapValues(\.origin.source))
    #expect(book.tariffs.mapValues(\.steps) == builtIn.tariffs.mapValues(\.steps))
    #expect(own.hardware.mapValues(\.memoryGiB) == HardwareBook.builtIn.types.mapValues(\.memoryGiB))
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
