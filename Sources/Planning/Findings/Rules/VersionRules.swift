internal import Typography

/// Which versions of engines AWS still supports at the common price.
extension Rule {
  static let versions = [extendedSupport]

  private static let extendedSupport = Rule(
    dated: "HR816", .warning, "An engine's version leaves standard support",
    check:
      "The end of standard support of the stated version against today, or else the day of the price book.",
    reason:
      "From that day AWS bills extended support for every vCPU or node, and twice as much from the third year.",
    remedy: "Upgrade before that day; a major version takes a test of every query.",
    source: .extendedSupport, thresholds: [.endOfLife]
  ) { plan, day in
    let profile = plan.profile
    guard profile.database?.engineVersion != nil || profile.cache?.engineVersion != nil else { return [] }
    let day = day ?? BillingFacts.collected
    let database = profile.database.flatMap { database in
      plan.leavesSupport(
        database.engine, database.engineVersion, "database.engine_version", day, plan.billed.databaseSupport)
    }
    let cache = profile.cache.flatMap { cache in
      plan.leavesSupport(
        cache.engine.rawValue, cache.engineVersion, "cache.engine_version", day, plan.billed.cacheSupport)
    }
    return [database, cache].compactMap(\.self)
  }
}

extension Plan {
  /// What is to be said of a version whose standard support has ended or ends soon; nil for any other.
  fileprivate func leavesSupport(
    _ engine: String, _ version: String?, _ key: String, _ day: Day,
    _ charge: @escaping (SupportYear) -> Charge
  ) -> Observation? {
    guard let version, let support = BillingFacts.extendedSupport(ofEngine: engine, version: version)?.value
    else { return nil }
    let daysLeft = support.firstYear.days(since: day)
    guard Double(daysLeft) <= Threshold.endOfLife.value else { return nil }
    let isThird = support.thirdYear.map { $0 <= day } ?? false
    let month = { (year: SupportYear) in
      CostLine.Part(charge(year), self.billed).map { "\($0.cost.low.inSentence) a month" }
    }
    let now =
      month(isThird ? .third : .first).map { "extended support costs \($0)" } ?? "nobody says what that costs"
    let later = isThird ? nil : support.thirdYear.flatMap { day in month(.third).map { (day, $0) } }
    let then = later.map { ", and from \($0.text) on \($1)" } ?? ""
    let newest = BillingFacts.newestSupported(ofEngine: engine, on: day, for: Threshold.endOfLife.value)
    return Observation(
      key,
      (daysLeft <= 0
        ? "\(engine) \(version) left standard support on \(support.firstYear.text)"
        : "\(engine) \(version) leaves standard support on \(support.firstYear.text), in \(daysLeft) days")
        + "; \(now)\(then).",
      fix: newest.map { "Upgrade to \($0.version), which has standard support until \($0.until.text)." }
        ?? "Upgrade to a version with standard support, and state it.",
      changes: newest.map { change(key, .text($0.version)) } ?? [],
      severity: daysLeft <= 0 ? .warning : .note)
  }
}
