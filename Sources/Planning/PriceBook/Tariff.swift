/// What a service charges for a quantity in one month: some of it free, then a price by step.
package struct Tariff: Hashable, Sendable {
  package let id: ID

  /// What one unit is, such as `GB-month`.
  package let unit: String

  /// Units that cost nothing each month. They are the first units of the first step, not an extra step before it.
  package let free: Double
  package let steps: [Step]
  package let origin: FactOrigin

  /// - Precondition: there is at least one step, and only the last one has no end.
  package init(id: ID, unit: String, free: Double, steps: [Step], origin: FactOrigin) {
    precondition(!steps.isEmpty, "a tariff needs a price")
    self.id = id
    self.unit = unit
    self.free = free
    self.steps = steps
    self.origin = origin
  }

  /// A price that holds up to a total quantity; the last step has no end.
  package struct Step: Hashable, Sendable {
    package let upTo: Double?
    package let price: Price

    package init(upTo: Double?, price: Price) {
      self.upTo = upTo
      self.price = price
    }
  }

  package enum ID: String, CaseIterable, Sendable {
    case blockStorage = "block_storage_gb_month"
    case databaseStorageSingleAZ = "database_storage_single_az_gb_month"
    case databaseStorageMultiAZ = "database_storage_multi_az_gb_month"
    case loadBalancerHour = "load_balancer_hour"
    case loadBalancerUnit = "load_balancer_lcu_hour"
    case internetTransfer = "internet_gb"
    case cdnTransfer = "cdn_gb"
    case cdnRequests = "cdn_10000_requests"
    case metric = "metric_month"
    case alarm = "alarm_month"
    case log = "log_gb"
    case firewallACL = "firewall_acl_month"
    case firewallRule = "firewall_rule_month"
    case firewallRequests = "firewall_million_requests"
  }

  /// The bill for a month's quantity, not yet rounded.
  package func bill(_ quantity: Double) -> Money {
    var bill = Money.zero
    var billed = free
    for step in steps where quantity > billed {
      let end = min(quantity, step.upTo ?? quantity)
      guard end > billed else { continue }
      bill += step.price.times(end - billed)
      billed = end
    }
    return bill
  }

  /// The bill for a month's whole units, not yet rounded.
  package func bill(_ count: Int) -> Money { bill(Double(count)) }

  /// The price of the first step, which is the only one of most tariffs.
  package var firstPrice: Price { steps[0].price }
}
