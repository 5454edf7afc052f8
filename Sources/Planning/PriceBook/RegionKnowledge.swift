/// What the tables know of a Region, and how old it is.
package struct RegionKnowledge: Sendable {
  package let region: Region

  /// Types of EC2 with an On-Demand price.
  package let instances: Int

  /// Prices of RDS and Aurora, and of ElastiCache nodes.
  package let databases: Int
  package let cacheNodes: Int

  /// Tariffs with a price, those that hold everywhere with them.
  package let tariffs: Int

  /// What has no price, as it goes on in a sentence.
  package let missing: [String]

  /// The oldest and the newest day on which one of the prices was read; nil where there is none.
  package let oldest: String?
  package let newest: String?

  package init(_ region: Region) {
    self.region = region
    let rows = RegionRows(region.code)
    let ids = rows.everyID
    instances = ids.count { $0.service == .ec2 }
    databases = ids.count { $0.service == .rds }
    cacheNodes = ids.count { $0.service == .elasticache }
    let known = TariffKind.all.keys.filter { rows.tariff($0, region.area) != nil }
    tariffs = known.count
    let services = [("EC2", instances), ("RDS", databases), ("ElastiCache", cacheNodes)]
    missing =
      services.filter { $0.1 == 0 }.map(\.0)
      + TariffKind.all.filter { !known.contains($0.key) }.map(\.value.name).sorted()
    let days = rows.days
    oldest = days.min()
    newest = days.max()
  }

  /// Every Region of AWS, by its code.
  package static var all: [RegionKnowledge] { Region.all.map { RegionKnowledge($0) } }
}
