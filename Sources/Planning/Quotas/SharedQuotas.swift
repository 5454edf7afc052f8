internal import Typography

/// What the fleets of one Region ask together of the quotas of their account.
package struct SharedQuotas: Sendable {
  package let region: String
  package let plans: [Plan]

  /// In the order of the quota book.
  package let quotas: [SharedQuota]

  /// The Regions of some plans, in the order in which they are first named.
  package static func all(of plans: [Plan]) -> [SharedQuotas] {
    var regions: [String] = []
    for plan in plans where !regions.contains(plan.profile.region) { regions.append(plan.profile.region) }
    return regions.map { region in SharedQuotas(region, plans.filter { $0.profile.region == region }) }
  }

  private init(_ region: String, _ plans: [Plan]) {
    self.region = region
    self.plans = plans
    quotas = plans[0].facts.quotas.entries.compactMap { kind, _ in
      let needs = plans.map { plan in plan.quotas.first { $0.kind.id == kind.id } }
      return SharedQuota(kind, parts: needs)
    }
  }

  /// Quotas to request before all fleets can run at max with their margins at the same time.
  package var toRequest: [SharedQuota] { quotas.filter(\.need.asksForMore) }
}

/// One quota, and how much of it each fleet asks for.
package struct SharedQuota: Sendable {
  /// What to hold the limit against: the sum of what the fleets need where the account has the limit, and the most that
  /// one of them needs where each has a limit of its own.
  package let need: QuotaNeed

  /// In the order of the plans; nil for a fleet that does not touch the quota.
  package let parts: [QuotaNeed?]

  /// Nil where no fleet touches the quota.
  fileprivate init?(_ kind: QuotaKind, parts: [QuotaNeed?]) {
    let needs = parts.compactMap(\.self)
    guard let fact = needs.first?.fact else { return nil }
    let together = { (values: [Double?]) -> Double? in
      let known = values.compactMap(\.self)
      guard known.count == values.count else { return nil }
      return kind.scope == .account ? known.reduce(0, +) : known.max()
    }
    self.parts = parts
    need = QuotaNeed(
      kind: kind, fact: fact,
      // Profiles that know the account differently were written at different times, and limits only grow by request.
      applied: needs.compactMap(\.applied).min(), needed: together(needs.map(\.needed)),
      request: together(needs.map(\.request)))
  }
}

extension SharedQuotas {
  /// Which fleet asks for how much, such as `web 880 + batch 200`.
  package func derivation(of quota: SharedQuota) -> String {
    zip(plans, quota.parts).compactMap { plan, part in
      part.map { "\(plan.profile.name) \($0.request.map { Numbers.readable($0, places: 2) } ?? "unknown")" }
    }.joined(separator: quota.need.kind.scope == .account ? " + " : ", ")
  }

  /// What to write into the request for a quota, ready to be pasted; nil where nothing can be requested.
  package func justification(of quota: SharedQuota) -> String? {
    let need = quota.need
    guard let limit = need.limit, let request = need.request, need.command(region: region) != nil
    else { return nil }
    let code = need.fact.code.map { ", \($0)" } ?? ""
    let asked = zip(plans, quota.parts).compactMap { plan, part in
      part?.request.map {
        "\(plan.profile.name) needs \(Numbers.readable($0, places: 2)) for"
          + " \(Numbers.grouped(plan.profile.demand.concurrentUsers)) concurrent users"
      }
    }
    return "Please raise \"\(need.fact.name)\" (\(need.fact.serviceCode)\(code)) in \(region) from"
      + " \(Numbers.readable(limit)) to \(Numbers.readable(request)) \(need.fact.unit)."
      + " \(asked.joined(separator: ", ")), each at its largest size and with its margin."
  }
}
