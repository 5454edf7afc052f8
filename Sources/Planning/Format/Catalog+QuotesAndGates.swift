extension Catalog {
  static let quotes = [
    Field(
      "quotes.compute.usd_per_month", in: \.quotes.compute, \.monthly, .moneyRange, .requiredInSection,
      "Quoted for EC2 instances, in dollars a month"),
    Field(
      "quotes.compute.instances", in: \.quotes.compute, \.instances, .countRange(Bound.instances),
      .requiredInSection,
      "Instances that the quote is for"),
    Field(
      "quotes.compute.instance_type", in: \.quotes.compute, \.instanceType, .openChoice([]), .optional,
      "Instance type that the quote is for; the fleet's own where nothing is said"),
    Field(
      "quotes.database.usd_per_month", in: \.quotes.database, \.monthly, .moneyRange, .requiredInSection,
      "Quoted for the database, in dollars a month"),
    Field(
      "quotes.database.nodes", in: \.quotes.database, \.nodes, .count(Bound.nodes), .requiredInSection,
      "Database nodes that the quote is for, with standby and replicas"),
    Field(
      "quotes.database.instance_class", in: \.quotes.database, \.type, .openChoice([]), .optional,
      "Instance class that the quote is for; the database's own where nothing is said"),
    Field(
      "quotes.cache.usd_per_month", in: \.quotes.cache, \.monthly, .moneyRange, .requiredInSection,
      "Quoted for the cache, in dollars a month"),
    Field(
      "quotes.cache.nodes", in: \.quotes.cache, \.nodes, .count(Bound.nodes), .requiredInSection,
      "Cache nodes that the quote is for"),
    Field(
      "quotes.cache.node_type", in: \.quotes.cache, \.type, .openChoice([]), .optional,
      "Node type that the quote is for; the cache's own where nothing is said"),
    Field(
      "quotes.load_balancer.usd_per_month", in: \.quotes.loadBalancer, \.monthly, .moneyRange,
      .requiredInSection,
      "Quoted for the load balancer, in dollars a month"),
    Field(
      "quotes.transfer.usd_per_month", in: \.quotes.transfer, \.monthly, .moneyRange, .requiredInSection,
      "Quoted for data transfer, in dollars a month"),
    Field(
      "quotes.transfer.concurrent_users", in: \.quotes.transfer, \.concurrentUsers, .count(Bound.users),
      .requiredInSection, "Concurrent users that the quote is for"),
    Field(
      "quotes.monitoring.usd_per_month", in: \.quotes.monitoring, \.monthly, .moneyRange, .requiredInSection,
      "Quoted for monitoring, in dollars a month"),
  ]

  static let limitsAndGates = [
    Field(
      "quota_margin_percent", \.quotaMarginPercent, .number(.from(0, to: 1000)),
      .defaulted(reason: "room for a rolling replacement"),
      "Room to request above what the fleet needs at max"),
    Field(
      "quotas", \.appliedQuotas, .numbers(.from(0, to: 1e12)),
      .defaulted(reason: "unknown until the profile or a quota file says"),
      "Limits that the account really has, by service/code"),
    Field(
      "accepted", \.accepted, .reasons, .defaulted(reason: "nothing is accepted until somebody says why"),
      "Findings that the team accepts, with its reason, by id"),
    Field(
      "gates.max_monthly_usd", \.gates.maxMonthly, .money, .optional,
      "Most that a month may cost in the column that the gate reads"),
    Field(
      "gates.basis", \.gates.basis, .choice(CostBasis.allCases.map(\.rawValue)),
      .defaulted(reason: "a quote can be wrong, a list price is published"), "Cost that the gate reads"),
    Field(
      "gates.column", \.gates.column, .choice(CostColumn.allCases.map(\.rawValue)),
      .defaulted(reason: "what a month can cost at most"), "Column of the cost that the gate reads"),
    Field(
      "gates.min_headroom_percent", \.gates.minHeadroomPercent, .number(Bound.headroomPercent), .optional,
      "Least headroom of the first wall"),
    Field(
      "gates.at", \.gates.headroomAt, .choice(FleetSize.allCases.map(\.rawValue)),
      .defaulted(reason: "the size that the group runs at"), "Fleet size at which the headroom is read"),
    Field(
      "gates.no_errors", \.gates.noErrors, .flag, .defaulted(reason: "off until asked"),
      "Whether a finding of severity error fails the check"),
    Field(
      "gates.no_quota_requests", \.gates.noQuotaRequests, .flag, .defaulted(reason: "off until asked"),
      "Whether a quota to request fails the check"),
    Field(
      "gates.max_price_age_days", \.gates.maxPriceAgeDays, .count(Bound.priceAgeDays), .optional,
      "Age of the price book that fails the check, in days"),
    Field(
      "gates.max_measured_age_days", \.gates.maxMeasuredAgeDays, .count(Bound.priceAgeDays), .optional,
      "Age of a measured value from which a finding asks for a new measurement, in days"),
    Field(
      "sources.prices", \.sources.prices, .texts, .defaulted(reason: "none until named"),
      "Price files in the profile's folder, read where they are there; a later one wins"),
    Field(
      "sources.quotas", \.sources.quotas, .texts, .defaulted(reason: "none until named"),
      "Captures in the profile's folder, or listings in them, whose quotas are read"),
    Field(
      "sources.live", \.sources.live, .text, .optional,
      "Capture in the profile's folder that the dashboard lays beside the profile"),
  ]
}

extension Profile {
  /// The applied limits as the file writes them, by `service/code`.
  fileprivate var appliedQuotas: [String: Double] {
    get { Dictionary(uniqueKeysWithValues: quotas.map { ($0.key.text, $0.value) }) }
    set {
      quotas = newValue.reduce(into: [:]) { quotas, entry in
        if let code = QuotaCode(entry.key) { quotas[code] = entry.value }
      }
    }
  }
}
