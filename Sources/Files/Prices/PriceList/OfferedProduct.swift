internal import Planning

/// A product of the price list that a fleet may have; of the others there is none.
struct OfferedProduct {
  private let key: Offer.Key

  /// How many units of the price list are one of the tariff, as a power of ten.
  private let zeros: Int
  private let vcpus: Int?
  private let memoryGiB: String?
  private let place: Provenance.Place

  init?(_ product: JSONNode?, service: String?, at place: Provenance.Place) {
    guard let product, let attributes = product["attributes"], let usage = attributes["usagetype"]?.word
    else {
      return nil
    }
    let service = service ?? attributes["servicecode"]?.word ?? ""
    // The edge has areas there, and no Region.
    let isEverywhere = service == "AmazonCloudFront"
    let row = ProductRow(
      service: service, usage: isEverywhere ? usage : Self.local(usage), attribute: { attributes[$0]?.word })
    guard let (thing, zeros) = row.thing else { return nil }
    let region = (attributes["regionCode"] ?? attributes["fromRegionCode"])?.word.flatMap {
      $0.isEmpty ? nil : $0
    }
    guard isEverywhere || region != nil else { return nil }
    key = Offer.Key(thing: thing, region: isEverywhere ? nil : region)
    self.zeros = zeros
    self.place = place
    vcpus = attributes["vcpu"]?.word.flatMap { Int($0) }
    memoryGiB = attributes["memory"]?.word.flatMap { memory in
      memory.hasSuffix(" GiB") ? String(memory.dropLast(4)).replacing(",", with: "") : nil
    }
  }

  /// A usage type without the Region that it begins with outside of us-east-1: `EUC1-BoxUsage:c7g.2xlarge`.
  private static func local(_ usage: String) -> String {
    let parts = usage.split(separator: "-", maxSplits: 1)
    guard parts.count == 2, (2...5).contains(parts[0].count),
      parts[0].utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0.isDigit })
    else { return usage }
    return String(parts[1])
  }

  /// What the terms of an On-Demand offer say; nil where there is no price above zero.
  func offer(_ terms: JSONNode) throws(InputFileError) -> Offer? {
    var parts: [(begin: Double, end: String, price: Price)] = []
    for dimension in terms.values.flatMap({ $0["priceDimensions"]?.values ?? [] }) {
      guard let amounts = dimension["pricePerUnit"], case .object(let currencies) = amounts.content else {
        continue
      }
      guard let amount = amounts["USD"]?.word else {
        let currency = currencies.first?.key ?? ""
        throw PriceListMistake.currency(currency, of: key.name).refusal(at: place)
      }
      guard let price = Price(decimal: amount.multiplied(zeros: zeros)) else {
        throw PriceListMistake.notAPrice(amount, of: key.name).refusal(at: place)
      }
      let begin = dimension["beginRange"]?.word.flatMap { Double($0) } ?? 0
      parts.append((begin, dimension["endRange"]?.word ?? "Inf", price))
    }
    parts.sort { $0.begin < $1.begin }
    guard !parts.isEmpty, parts.allSatisfy({ $0.price.nanodollars > 0 }),
      zip(parts, parts.dropFirst()).allSatisfy({
        Double($0.end) == $1.begin
      })
    else { return nil }
    let steps = parts.enumerated().map { index, part in
      Tariff.Step(upTo: index == parts.count - 1 ? nil : Double(part.end), price: part.price)
    }
    return Offer(key: key, steps: steps, vcpus: vcpus, memoryGiB: memoryGiB, place: place)
  }
}

/// What says of a product what it is.
private struct ProductRow {
  let service: String
  let usage: String
  let attribute: (String) -> String?

  /// The thing, and how many units of the list are one of it as a power of ten; nil for what no fleet has.
  var thing: (Offer.Thing, Int)? {
    if let tariff { return (.tariff(Tariff.ID(tariff.id)), tariff.zeros) }
    return (instance ?? database ?? cacheNode).map { ($0, 0) }
  }

  private func isAll(_ wanted: [String: String]) -> Bool {
    wanted.allSatisfy { attribute($0.key) == $0.value }
  }

  private var isInRegion: Bool { attribute("locationType") == "AWS Region" }

  private var instance: Offer.Thing? {
    guard service == "AmazonEC2", isInRegion, let type = attribute("instanceType"),
      isAll([
        "operatingSystem": "Linux", "tenancy": "Shared", "preInstalledSw": "NA",
        "licenseModel": "No License required",
        "capacitystatus": "Used", "marketoption": "OnDemand",
      ])
    else { return nil }
    return .instance(type)
  }

  /// The engines by their names in the list; of Aurora the operation is asked too, since its rows are like those of RDS:
  /// docs.aws.amazon.com, AWS Price List, and the service's own pages, 2026-11-26.
  private static let engines = [
    "PostgreSQL": ("postgresql", nil), "MySQL": ("mysql", nil), "MariaDB": ("mariadb", nil),
    "Aurora PostgreSQL": ("aurora-postgresql", "CreateDBInstance:0021"),
    "Aurora MySQL": ("aurora-mysql", "CreateDBInstance:0016"),
  ]

  private var database: Offer.Thing? {
    guard service == "AmazonRDS", isInRegion, let instanceClass = attribute("instanceType"),
      attribute("licenseModel") == "No license required",
      let (engine, operation) = attribute("databaseEngine").flatMap({ Self.engines[$0] }),
      operation == nil || attribute("operation") == operation
    else { return nil }
    switch (usage.prefix { $0 != ":" }, attribute("deploymentOption")) {
    case ("InstanceUsage", "Single-AZ"): return .database(instanceClass, engine: engine, .singleAZ)
    case ("Multi-AZUsage", "Multi-AZ"): return .database(instanceClass, engine: engine, .multiAZ)
    case ("InstanceUsageIOOptimized", "Single-AZ") where operation != nil:
      return .database(instanceClass, engine: engine, .ioOptimized)
    default: return nil
    }
  }

  private var cacheNode: Offer.Thing? {
    guard service == "AmazonElastiCache", isInRegion, let type = attribute("instanceType"),
      usage == "NodeUsage:\(type)",
      let engine = attribute("cacheEngine").flatMap({ CacheEngine(rawValue: $0.lowercased()) })
    else { return nil }
    return .cacheNode(type, engine)
  }

  private var tariff: (id: String, zeros: Int)? {
    Self.tariffs.first { row in
      row.service == service && row.usage == usage && isAll(row.attributes)
        && (service == "AmazonCloudFront" || isInRegion || attribute("fromLocationType") == "AWS Region")
        && (service != "AmazonRDS" || Self.storageEngines.contains(attribute("databaseEngine") ?? "Any"))
    }.map { ($0.id, $0.zeros) }
  }

  /// The engines whose storage a profile knows.
  private static let storageEngines: Set<String> = ["Any", "PostgreSQL", "MySQL", "MariaDB"]

  private struct TariffRow {
    let id: String
    let service: String
    let usage: String
    var attributes: [String: String] = [:]
    var zeros = 0
  }

  /// The tariffs that the list has under one whole usage type.
  private static let tariffs = [
    TariffRow(id: "block_storage_gb_month", service: "AmazonEC2", usage: "EBS:VolumeUsage.gp3"),
    TariffRow(
      id: "database_storage_single_az_gb_month", service: "AmazonRDS", usage: "RDS:GP3-Storage",
      attributes: ["deploymentOption": "Single-AZ"]),
    TariffRow(
      id: "database_storage_multi_az_gb_month", service: "AmazonRDS", usage: "RDS:Multi-AZ-GP3-Storage",
      attributes: ["deploymentOption": "Multi-AZ"]),
    TariffRow(
      id: "load_balancer_hour", service: "AWSELB", usage: "LoadBalancerUsage",
      attributes: ["operation": "LoadBalancing:Application"]),
    TariffRow(
      id: "load_balancer_lcu_hour", service: "AWSELB", usage: "LCUUsage",
      attributes: ["operation": "LoadBalancing:Application"]),
    TariffRow(
      id: "internet_gb", service: "AWSDataTransfer", usage: "DataTransfer-Out-Bytes",
      attributes: ["toLocation": "External"]),
    TariffRow(id: "cdn_gb", service: "AmazonCloudFront", usage: "US-DataTransfer-Out-Bytes"),
    TariffRow(
      id: "cdn_10000_requests", service: "AmazonCloudFront", usage: "US-Requests-Tier2-HTTPS", zeros: 4),
    TariffRow(id: "metric_month", service: "AmazonCloudWatch", usage: "CW:MetricMonitorUsage"),
    TariffRow(id: "alarm_month", service: "AmazonCloudWatch", usage: "CW:AlarmMonitorUsage"),
    TariffRow(
      id: "log_gb", service: "AmazonCloudWatch", usage: "DataProcessing-Bytes",
      attributes: ["operation": "PutLogEvents"]),
    TariffRow(id: "firewall_acl_month", service: "awswaf", usage: "WebACLV2"),
    TariffRow(id: "firewall_rule_month", service: "awswaf", usage: "RuleV2"),
    TariffRow(id: "firewall_million_requests", service: "awswaf", usage: "RequestV2-Tier1", zeros: 6),
  ]
}

extension String {
  /// A plain decimal times a power of ten, without zeros that say nothing, so that no digit is lost.
  fileprivate func multiplied(zeros: Int) -> String {
    let parts = split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    var places = parts.count == 2 ? parts[1] : ""
    var whole = parts[0]
    for _ in 0..<zeros { whole.append(places.isEmpty ? "0" : places.removeFirst()) }
    while places.last == "0" { places.removeLast() }
    while whole.count > 1, whole.first == "0" { whole.removeFirst() }
    return places.isEmpty ? whole : "\(whole).\(places)"
  }
}
