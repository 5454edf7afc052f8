/// A Region of AWS, whether its prices are known or not.
package struct Region: Hashable, Sendable {
  /// What a profile calls it, `eu-west-1`.
  package let code: String

  /// What AWS calls it, `Europe (Ireland)`.
  package let name: String

  /// How many Availability Zones it has; nil where nobody said.
  package let zones: Int?

  /// Where CloudFront counts its viewers.
  package let area: ViewerArea?

  /// The Region that a profile names; nil where AWS is not known to have it.
  package init?(_ code: String) {
    guard let row = PriceTable.regions[code].first else { return nil }
    self.init(row)
  }

  private init(_ row: PriceTable.Row) {
    code = row.text(0)
    zones = row.count(1)
    area = ViewerArea(rawValue: row.text(2))
    name = row.rest(from: 3)
  }

  /// Every Region, by its code.
  package static let all = PriceTable.regions.map { Region($0) }
}

/// Where viewers are, as CloudFront prices them.
package enum ViewerArea: String, CaseIterable, Sendable {
  case northAmerica = "north_america"
  case europe
  case africaMiddleEast = "africa_middle_east"
  case southAmerica = "south_america"
  case japan, australia, asia, india
}
