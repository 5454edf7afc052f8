internal import Typography

extension Plan {
  func verdict(on gate: Gate, review: Review, today: Day?) -> GateVerdict {
    switch gate {
    case .maxMonthly(let most, let basis, let column):
      let (isMet, found) = monthly(atMost: most, basis: basis, column: column, review: review)
      return verdict(
        gate, isMet,
        wanted: "at most \(dollars(most)) a month, \(basis.rawValue)"
          + (column == .high ? "" : " \(column.rawValue)"), found: found,
        subject: "gates.max_monthly_usd")
    case .minHeadroom(let percent, let size):
      let headroom = headroom(at: size)
      let isKnown = knowsEveryWall
      return verdict(
        gate, isKnown && hasHeadroom(percent, at: size),
        wanted: "at least \(Numbers.readable(percent))% headroom at \(size.rawValue)",
        found: headroom.map { found($0, at: size, asked: percent) } ?? "unknown: no wall is known",
        subject: "compute.instances.\(size.rawValue)")
    case .maxLatency(let percentile, let most, let size):
      let latency = latency(at: size)
      let guesses = latencyGuesses
      return verdict(
        gate, !latency.isAtLeast && most.reaches(latency[keyPath: percentile.figure]),
        wanted: "\(percentile.rawValue) at most \(Numbers.readable(most)) ms at \(size.rawValue)",
        found: latency.text(percentile.figure)
          + (guesses.isEmpty ? "" : ", assuming \(guesses.joined(separator: " and "))"),
        subject: "compute.instances.\(size.rawValue)")
    case .noErrors:
      let errors = review.findings.filter { $0.severity == .error }
      return verdict(
        gate, errors.isEmpty, wanted: "no errors",
        found: errors.isEmpty ? "none" : "\(errors.count): \(list(errors.map(\.id)))",
        subject: errors.first?.subject ?? "gates.no_errors")
    case .noQuotaRequests:
      let (isMet, found) = quotaRequests
      return verdict(
        gate, isMet, wanted: "no quota below the need", found: found, subject: "compute.instances.max")
    case .maxPriceAge(let days):
      let oldest = oldestPrice?.firstDay
      let age = today.flatMap { day in oldest.map { day.days(since: $0) } }
      return verdict(
        gate, age.map { $0 <= days } ?? false, wanted: "prices at most \(Numbers.grouped(days)) days old",
        found: age.map { "\(Numbers.grouped($0)) days, the oldest of \(oldest?.text ?? "")" }
          ?? "unknown: nothing is priced, or the day of today is not known",
        subject: "gates.max_price_age_days")
    case .actBy(let days):
      let (isMet, found) = nothingToActOn(within: days, of: today)
      return verdict(
        gate, isMet, wanted: "nothing to act on within \(Numbers.grouped(days)) days", found: found,
        subject: growthKey)
    }
  }

  /// Whether no day to act by is within so many days, of all months that can be looked at.
  private func nothingToActOn(within days: Int, of today: Day?) -> (isMet: Bool, found: String) {
    guard let today else { return (false, "unknown: the day of today is not known") }
    guard let horizon = horizon(asOf: today, months: HorizonRequest.mostMonths) else {
      return (false, "unknown: the profile says nothing of growth")
    }
    let last = today.adding(days: days)
    let due = horizon.breaks.filter { each in each.actBy.map { $0 <= last } ?? false }
    guard !due.isEmpty else { return (true, "nothing") }
    return (false, "\(due.count): " + list(due.map { "\($0.title) by \($0.actBy?.text ?? "")" }))
  }

  private func verdict(_ gate: Gate, _ isMet: Bool, wanted: String, found: String, subject: String)
    -> GateVerdict
  {
    GateVerdict(
      gate: gate, isMet: isMet, wanted: wanted, found: found, subject: subject,
      place: provenance.places[subject])
  }

  /// A total that lacks a line is a lower bound: it can break the gate, and only keeps it where the team has accepted
  /// that the line has no price.
  private func monthly(atMost most: Money, basis: CostBasis, column: CostColumn, review: Review) -> (
    isMet: Bool, found: String
  ) {
    guard let table = basis == .list ? list : quoted else { return (false, "unknown: nothing is quoted") }
    guard let cost = table.total[column] else { return (false, "unknown: no \(column.rawValue) column") }
    let total = dollars(cost)
    if table.isComplete { return (cost <= most, total) }
    let missing = table.unpriced.map(\.id.phrase).joined(separator: ", ")
    let isAccepted = review.accepted.contains { $0.id == Rule.unpricedLines.id }
    return (
      cost <= most && isAccepted,
      "\(total) without \(missing), which has no price" + (isAccepted ? " (accepted)" : "")
    )
  }

  private func found(_ headroom: Double, at size: FleetSize, asked percent: Double) -> String {
    let first = firstWall[size].map { "; \($0.breaksFirst)" } ?? ""
    let unknown = walls.filter { $0.unknown != nil && $0.decides }.map { "; \($0.id.phrase) unknown" }
      .joined()
    return Figures.headroom(headroom) + missedBy(percent, at: size) + first + unknown
  }

  /// The users, where a tenth of a per cent hides what is missing.
  private func missedBy(_ percent: Double, at size: FleetSize) -> String {
    let target = Double(profile.demand.concurrentUsers) * (1 + percent / 100)
    guard let users = usersCarried(at: size), !hasHeadroom(percent, at: size), users >= target * 0.999 else {
      return ""
    }
    return " (\(roundedDown(users)) of \(Numbers.readable(target.wholeUnitsUp, places: 0)) users)"
  }

  private var quotaRequests: (isMet: Bool, found: String) {
    let requests = quotas.filter { $0.verdict == .request }
    let unknown = quotas.filter { $0.verdict == .unknown }
    if requests.isEmpty, unknown.isEmpty { return (true, "none") }
    let names = { (needs: [QuotaNeed]) in self.list(needs.map(\.title)) }
    return (
      false,
      [
        requests.isEmpty ? nil : "\(requests.count): \(names(requests))",
        unknown.isEmpty ? nil : "unknown: \(names(unknown))",
      ].compactMap(\.self).joined(separator: "; ")
    )
  }

  private func list(_ words: [String]) -> String { words.joined(separator: ", ") }
}
