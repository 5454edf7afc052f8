internal import Typography

/// Something that such a fleet pays and that the bill counts only when the profile says how much.
package struct NotCounted: Sendable {
  package let id: String

  /// The key that counts it once it is stated; nil for what no key says.
  package let key: String?
  package let title: String
  package let reason: String

  /// What it roughly comes to; nil where the program cannot tell.
  package let about: RoughCost?

  /// What stands beside a bill, in the order in which it is named.
  static func all(_ plan: NotCounted.Bill) -> [NotCounted] { kinds.compactMap { $0.entry(plan) } }

  /// A bill and the fleet that it is made for.
  struct Bill: Sendable {
    let fleet: BilledFleet
    let table: CostTable

    /// Whether somebody said a value for a key.
    let isStated: @Sendable (String) -> Bool
  }

  private struct Kind: Sendable {
    let id: String
    let key: String?
    let title: String
    let reason: String

    /// Nil where the fleet does not have it.
    let about: @Sendable (Bill) -> RoughCost??

    func entry(_ bill: Bill) -> NotCounted? {
      if let key, bill.isStated(key) { return nil }
      guard let about = about(bill) else { return nil }
      return NotCounted(id: id, key: key, title: title, reason: reason, about: about)
    }
  }
}

extension NotCounted {
  private static let kinds = [
    Kind(
      id: "support", key: "support.plan", title: "AWS Support",
      reason: "free until bought; the plan named here is Business+"
    ) { bill in
      .some(
        bill.total.flatMap { bill.rough(.support(.businessPlus), low: $0.low.dollars, high: $0.high.dollars) }
      )
    },
    Kind(
      id: "static_files", key: "demand.static_requests_per_user_per_minute", title: "Static files",
      reason: "pages, scripts and images, as if each request carried"
        + " \(Numbers.readable(BillingFacts.fileKilobytesPerRequest)) KB more"
    ) { bill in
      guard bill.table.has(.transfer) else { return nil }
      return .some(bill.transferGrowth(byKB: BillingFacts.fileKilobytesPerRequest))
    },
    Kind(
      id: "voice_text", key: "voice.text_input_tokens_per_minute", title: "Text of voice sessions",
      reason: "\(Numbers.readable(BillingFacts.voiceTextPercent))% of a captured session's price was text"
    ) { bill in
      guard let voice = bill.table.line(.voice)?.cost else { return nil }
      let percent = BillingFacts.voiceTextPercent
      let share = { (cost: Money) in Money(rough: cost.dollars * percent / (100 - percent)) }
      return .some(RoughCost(low: share(voice.low), high: share(voice.high)))
    },
    Kind(
      id: "nat_traffic", key: "network.nat_gb_per_month", title: "Other traffic through NAT",
      reason:
        "images, updates and calls to others: \(words(BillingFacts.natGigabytesPerInstance)) GB an instance"
    ) { bill in
      guard bill.fleet.profile.natGateways > 0 else { return nil }
      let instances = bill.fleet.profile.compute.instances
      let each = BillingFacts.natGigabytesPerInstance
      return .some(
        bill.rough(
          .natGateway, low: Double(instances.desired) * each.low, high: Double(instances.max) * each.high))
    },
    Kind(
      id: "backup", key: "database.backup_gb", title: "Database backups",
      reason: "free up to the size of the storage; as much again is the high end"
    ) { bill in
      guard let database = bill.fleet.profile.database else { return nil }
      return .some(
        bill.rough(
          database.isAurora ? .auroraBackup : .databaseBackup, low: 0, high: Double(database.storageGB)))
    },
    Kind(
      id: "extended_support", key: nil, title: "Extended support",
      reason: "a version past standard support; state engine_version"
    ) { bill in bill.extendedSupport },
    Kind(
      id: "bot_control", key: "waf.bot_control", title: "Bot Control",
      reason: "off until added; the common rules on every request"
    ) { bill in
      guard bill.fleet.profile.firewall != nil else { return nil }
      let millions = { (column: CostColumn) in bill.fleet.load.quantity(of: .requests, in: column) / 1e6 }
      return .some(
        bill.rough(.botControlRequests, plus: .botControl, low: millions(.low), high: millions(.high)))
    },
    Kind(
      id: "small_services", key: nil, title: "Small services",
      reason:
        "\(words(BillingFacts.smallServicesPercent))% of the total, a guess: DNS, keys, images, snapshots,"
        + " access logs, metric calls, traces, other Regions"
    ) { bill in
      let percent = BillingFacts.smallServicesPercent
      return .some(
        bill.total.map {
          RoughCost(
            low: Money(rough: $0.low.dollars * percent.low / 100),
            high: Money(rough: $0.high.dollars * percent.high / 100))
        })
    },
    Kind(id: "tax", key: nil, title: "Tax", reason: "depends on who pays where") { _ in .some(nil) },
  ]

  /// Two ends as a sentence says them: `1 to 50`.
  private static func words(_ ends: (low: Double, high: Double)) -> String {
    "\(Numbers.readable(ends.low)) to \(Numbers.readable(ends.high))"
  }
}

extension NotCounted.Bill {
  fileprivate var total: CostColumns? { table.knownTotal }

  /// Two quantities at a tariff, on top of one unit of another; nil where there is no price.
  fileprivate func rough(
    _ id: Tariff.ID, plus once: Tariff.ID? = nil, low: Double, high: Double
  ) -> RoughCost? {
    guard case .tariff(let tariff, _) = fleet.tariff(id) else { return nil }
    var fixed = Money.zero
    if let once {
      guard case .tariff(let tariff, _) = fleet.tariff(once) else { return nil }
      fixed = tariff.bill(1)
    }
    return RoughCost(low: fixed + tariff.bill(low), high: fixed + tariff.bill(high))
  }

  /// What transfer grows by when every response carries so many kilobytes more.
  fileprivate func transferGrowth(byKB more: Double) -> RoughCost? {
    guard let transfer = table.line(.transfer)?.cost else { return nil }
    guard let grown = try? BillLine.transfer.cost(of: fleet.withResponses(larger: more)).get().cost else {
      return nil
    }
    return RoughCost(low: grown.low - transfer.low, high: grown.high - transfer.high)
  }

  /// What the first year would cost of the parts that have a calendar and whose version nobody says.
  fileprivate var extendedSupport: RoughCost?? {
    let profile = fleet.profile
    var charges: [Charge] = []
    if let database = profile.database, database.engineVersion == nil,
      BillingFacts.hasCalendar(ofEngine: database.engine)
    {
      charges.append(fleet.databaseSupport(.first))
    }
    if let cache = profile.cache, cache.engineVersion == nil,
      BillingFacts.hasCalendar(ofEngine: cache.engine.rawValue)
    {
      charges.append(fleet.cacheSupport(.first))
    }
    guard !charges.isEmpty else { return nil }
    let costs = charges.compactMap { CostLine.Part($0, fleet)?.exact.low }
    return .some(
      costs.count == charges.count ? RoughCost(low: .zero, high: costs.reduce(.zero, +)) : nil)
  }
}
