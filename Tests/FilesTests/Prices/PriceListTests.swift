import Files
import Foundation
import Planning
import Testing

@Suite struct `AWS's price list` {
  /// A product as the list has it; an attribute that is nil is left out.
  private func product(
    _ attributes: [String: String?], service: String = "AmazonEC2", usd: String = "0.3411000000",
    unit: String = "USD",
    sku: String = "A", steps: [(String, String, String)]? = nil
  ) throws -> [String: Any] {
    let ec2: [String: String?] = [
      "instanceType": "c6i.2xlarge", "operatingSystem": "Linux", "tenancy": "Shared", "preInstalledSw": "NA",
      "licenseModel": "No License required", "capacitystatus": "Used", "marketoption": "OnDemand",
      "usagetype": "BoxUsage:c6i.2xlarge",
    ]
    let place: [String: String?] = ["regionCode": "us-east-1", "locationType": "AWS Region"]
    let all = (service == "AmazonEC2" ? ec2 : [:]).merging(place) { $1 }.merging(attributes) { $1 }
    let dimensions = (steps ?? [("0", "Inf", usd)]).enumerated().map { index, step in
      (
        "A.\(index)",
        ["beginRange": step.0, "endRange": step.1, "pricePerUnit": [unit: step.2]] as [String: Any]
      )
    }
    return [
      "serviceCode": service, "publicationDate": "2026-11-19T00:00:00Z",
      "product": ["sku": sku, "attributes": all.compactMapValues(\.self)],
      "terms": ["OnDemand": ["\(sku).T": ["priceDimensions": Dictionary(uniqueKeysWithValues: dimensions)]]],
    ]
  }

  /// A page as the AWS CLI prints it: every product is text.
  private func page(_ products: [[String: Any]]) throws -> [UInt8] {
    let texts = try products.map {
      String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self)
    }
    return Array(try JSONSerialization.data(withJSONObject: ["FormatVersion": "aws_v1", "PriceList": texts]))
  }

  private func list(_ bytes: [UInt8]) throws -> PriceList {
    var list = PriceList()
    try list.read(bytes, name: "page.json")
    return list
  }

  private func overlay(_ products: [[String: Any]], region: String = "us-east-1") throws -> PriceOverlay {
    let written = try #require(PriceListText(try list(page(products)), region: region))
    return try PriceFile.overlay(Array(written.text.utf8), name: "own.yaml")
  }

  private func mistake(_ bytes: [UInt8]) -> String? {
    do {
      _ = try list(bytes)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ["capacitystatus": "UnusedCapacityReservation"], ["marketoption": "CapacityBlock"],
    ["tenancy": "Dedicated"],
    ["operatingSystem": "Windows"], ["preInstalledSw": "SQL Std"], ["licenseModel": "Bring your own license"],
    ["locationType": "AWS Local Zone"],
  ])
  func `has an instance beside rows that only look like it`(trap: [String: String]) throws {
    let overlay = try overlay([product(trap, usd: "9.9"), product([:])])
    #expect(overlay.prices.count == 1)
    #expect(overlay.prices[.instance("c6i.2xlarge")]?.price == Price(decimal: "0.3411"))
    #expect(overlay.identity.collected == "2026-11-19")
  }

  @Test func `has no price of nothing`() throws {
    #expect(try list(page([product([:], usd: "0.0000000000")])).regions == [])
  }

  /// 0.00000061 a request are 0.61 a million of them.
  @Test func `has requests by the million`() throws {
    let firewall = try product(
      ["usagetype": "USE1-RequestV2-Tier1"], service: "awswaf", usd: "0.0000006100")
    let overlay = try overlay([firewall])
    #expect(overlay.tariffs.values.first?.firstPrice == Price(decimal: "0.61"))
  }

  @Test func `has a tariff with its steps in order and its free units as everywhere`() throws {
    let metrics = try product(
      ["usagetype": "CW:MetricMonitorUsage"], service: "AmazonCloudWatch",
      steps: [("10000", "250000", "0.1"), ("0", "10000", "0.3"), ("250000", "Inf", "0.05")])
    let tariff = try #require(try overlay([metrics]).tariffs.values.first)
    #expect(tariff.free == 10)
    #expect(tariff.steps.map(\.upTo) == [10_000, 250_000, nil])
    #expect(tariff.steps.map(\.price.decimal) == ["0.3", "0.1", "0.05"])
  }

  private func database(_ deployment: String, _ usage: String, usd: String, of engine: String = "MySQL")
    throws
    -> [String: Any]
  {
    try product(
      [
        "instanceType": "db.r7g.large", "databaseEngine": engine, "deploymentOption": deployment,
        "licenseModel": "No license required", "usagetype": "\(usage):db.r7g.large",
        "operation": "CreateDBInstance:0021",
      ], service: "AmazonRDS", usd: usd)
  }

  @Test func `has a database with both deployments, or no row and a word of it`() throws {
    let single = try database("Single-AZ", "InstanceUsage", usd: "0.2")
    let both = try overlay([single, database("Multi-AZ", "Multi-AZUsage", usd: "0.4")])
    #expect(both.prices.count == 2)
    let half = try #require(PriceListText(try list(page([single, product([:])])), region: "us-east-1"))
    #expect(half.incomplete == ["db.r7g.large mysql has no price for both deployments: it gets no row"])
    #expect(!half.text.contains("databases"))
  }

  @Test func `has Aurora with the one deployment that it has`() throws {
    let aurora = try overlay([database("Single-AZ", "InstanceUsage", usd: "0.3", of: "Aurora PostgreSQL")])
    #expect(
      aurora.prices.keys.sorted { "\($0)" < "\($1)" } == [
        .database(instanceClass: "db.r7g.large", engine: "aurora-postgresql", .singleAZ)
      ])
  }

  @Test func `has usage types with the Region that they begin with elsewhere`() throws {
    let frankfurt = try product(
      ["usagetype": "EUC1-BoxUsage:c6i.2xlarge", "regionCode": "eu-central-1"], usd: "0.4")
    #expect(try list(page([frankfurt, product([:])])).regions == ["eu-central-1", "us-east-1"])
    #expect(
      try overlay([frankfurt, product([:])], region: "eu-central-1").prices.values.first?.price
        == Price(decimal: "0.4"))
  }

  @Test func `with two prices of one thing is refused with both`() throws {
    let message = try #require(mistake(page([product([:]), product([:], usd: "0.3511000000")])))
    #expect(message.contains("c6i.2xlarge has two prices, 0.3411 at page.json:1:"))
    #expect(message.contains("and 0.3511 here"))
    #expect(mistake(try page([product([:]), product([:], sku: "B")])) == nil)
  }

  @Test func `without its day is refused`() throws {
    var undated = try product([:])
    undated["publicationDate"] = nil
    #expect(try mistake(page([undated]))?.contains("no publicationDate") == true)
  }

  @Test func `in another currency is refused`() throws {
    #expect(try mistake(page([product([:], unit: "CNY")]))?.contains("is priced in CNY") == true)
  }

  /// An offer file: what is offered, and its terms apart from it.
  private func offer(termsFirst: Bool, padding: Int = 0) throws -> [UInt8] {
    let one = try product(["servicecode": "AmazonEC2"])
    func json(_ value: Any) throws -> String {
      String(
        decoding: try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed), as: UTF8.self
      )
    }
    let product = try json(try #require(one["product"]))
    let terms = try json(try #require((one["terms"] as? [String: Any])?["OnDemand"]))
    let other = "\"x\": {\"attributes\": {\"note\": \"\(String(repeating: "é\\\"}", count: padding))\"}}"
    let parts = [
      "\"products\": {\(other), \"A\": \(product)}",
      "\"terms\": {\"Reserved\": {\"A\": [[]]}, \"OnDemand\": {\"A\": \(terms)}}",
    ]
    let ordered = termsFirst ? Array(parts.reversed()) : parts
    return Array("{\"publicationDate\": \"2026-11-01T00:00:00Z\", \(ordered.joined(separator: ", "))}".utf8)
  }

  @Test(arguments: [false, true])
  func `as an offer file reads in either order`(termsFirst: Bool) throws {
    let list = try list(offer(termsFirst: termsFirst))
    #expect(list.regions == ["us-east-1"])
    #expect(list.collected == "2026-11-01")
  }

  /// The pieces in which a file is read end anywhere: in a character, an escape, a key.
  @Test func `is the same wherever its pieces end`() throws {
    let folder = try TemporaryFolder()
    for padding in 13_080...13_120 {
      let text = String(decoding: try offer(termsFirst: false, padding: padding), as: UTF8.self)
      var list = PriceList()
      try list.read(folder.write(text, to: "offer.json"))
      #expect(list.regions == ["us-east-1"])
    }
  }

  @Test func `may be UTF-16, as a shell of Windows writes it`() throws {
    let text = String(decoding: try page([product(["note": "é𝄞"])]), as: UTF8.self)
    for isBig in [false, true] {
      let units = [0xFEFF] + Array(text.utf16)
      let bytes = units.flatMap { unit in
        isBig ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      }
      #expect(try list(bytes).regions == ["us-east-1"])
    }
  }

  @Test(arguments: [
    ("", "page.json:1:1: no price list"), ("[]", "page.json:1:1: no price list"),
    ("{\"Quotas\": []}", "page.json:1:1: no price list"),
    ("{\"PriceList\": [}", "page.json:1:16: no JSON: found }"),
    ("{\"PriceList\": [\"{\"]}", "page.json:1:16: no JSON"),
    ("{\"products\": {\"A\": {\"x\": \"y", "the text ends here"),
    ("{\"PriceList\": []} x", "page.json:1:19: no JSON: found x"),

  ])
  func `that is none is refused with the place`(text: String, message: String) {
    #expect(mistake(Array(text.utf8))?.contains(message) == true, "\(mistake(Array(text.utf8)) ?? "nothing")")
  }
}
