package import Planning
package import Typography

/// What is known of the prices of each Region, and how old it is.
package struct RegionReport: Report {
  private let regions: [RegionKnowledge]

  package init(_ regions: [RegionKnowledge]) { self.regions = regions }

  package var document: Document {
    var table = Table([
      .text("Region"), .flexible("Name", rank: 3), .number("Zones", rank: 4), .number("EC2"),
      .number("RDS"), .number("ElastiCache", brief: "Cache"), .number("Tariffs"), .text("Oldest", rank: 1),
      .text("Newest", rank: 2),
    ])
    for known in regions {
      let counts = [known.instances, known.databases, known.cacheNodes, known.tariffs]
      table.row(
        [
          Text(known.region.code), Text(known.region.name),
          Text(known.region.zones.map { Numbers.grouped($0) } ?? "unknown"),
        ] + counts.map { Text($0 == 0 ? "none" : Numbers.grouped($0), $0 == 0 ? .warning : .plain) }
          + [Text(known.oldest ?? ""), Text(known.newest ?? "")])
    }
    let missing = regions.map { known in
      Text("\(known.region.code): ", .strong)
        + Text(known.missing.isEmpty ? "nothing" : known.missing.joined(separator: ", "))
    }
    return Document(
      kind: "Regions", name: "what is known where",
      facts: "Prices in each Region, of \(TariffKind.all.count) tariffs; the days on which they were read.",
      [.table(table), .brief([], whole: [.heading("No price is known of"), .list(missing)])])
  }

  /// Format `headroom-regions/1`.
  package var json: JSONValue {
    [
      "format": "headroom-regions/1",
      "regions": .array(
        regions.map { known in
          [
            "region": .string(known.region.code), "name": .string(known.region.name),
            "zones": JSONValue(known.region.zones), "area": JSONValue(known.region.area?.rawValue),
            "ec2": .integer(known.instances), "rds": .integer(known.databases),
            "elasticache": .integer(known.cacheNodes), "tariffs": .integer(known.tariffs),
            "missing": .array(known.missing.map { .string($0) }), "oldest": JSONValue(known.oldest),
            "newest": JSONValue(known.newest),
          ]
        }),
    ]
  }

  package var csv: CSV {
    var csv = CSV([
      "region", "name", "zones", "area", "ec2", "rds", "elasticache", "tariffs", "missing", "oldest",
      "newest",
    ])
    for known in regions {
      csv.row([
        .text(known.region.code), .text(known.region.name), .integer(known.region.zones),
        .text(known.region.area?.rawValue ?? ""), .integer(known.instances), .integer(known.databases),
        .integer(known.cacheNodes), .integer(known.tariffs),
        .text(known.missing.joined(separator: ", ")), .text(known.oldest ?? ""), .text(known.newest ?? ""),
      ])
    }
    return csv
  }
}
