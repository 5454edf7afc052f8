internal import Typography

/// One service quota against what the plan needs at its largest size.
package struct QuotaNeed: Sendable {
  package let kind: QuotaKind
  package let fact: QuotaFact

  package var title: String { kind.title }

  /// What the account really has, where the profile knows it.
  package let applied: Double?

  /// What the plan needs at max; nil where it cannot be known.
  package let needed: Double?

  /// What to ask for: the need, with the margin where it grows with the fleet.
  package let request: Double?

  /// The limit that counts: the applied one, else the AWS default.
  package var limit: Double? { applied ?? fact.defaultValue }

  /// Whether the limit has to be read from the account: nobody can guess it.
  package var isLimitUnknown: Bool { kind.variesByAccount && applied == nil }

  package var verdict: Verdict {
    guard !isLimitUnknown, let limit, let needed, let request else { return .unknown }
    if limit.reaches(request) { return .ok }
    return limit.reaches(needed) ? .tight : .request
  }

  package enum Verdict: String, CaseIterable, Sendable {
    /// The limit covers the request.
    case ok

    /// The limit covers the need, but not the margin above it.
    case tight

    /// The limit is below the need.
    case request

    case unknown
  }

  /// The command to run next: the one that asks for the increase, or where nobody has read the limit the one that does.
  package func nextCommand(region: String) -> String? {
    command(region: region) ?? (isLimitUnknown && needed != nil ? readCommand(region: region) : nil)
  }

  /// The command that reads the limit of the account; nil where no code is known.
  package func readCommand(region: String) -> String? {
    fact.code.map {
      "aws service-quotas get-service-quota --service-code \(fact.serviceCode) --quota-code \($0)"
        + " --region \(ShellCommand.word(region))"
    }
  }

  /// The command that asks for the increase; nil where the limit covers it, or AWS takes no such request.
  ///
  /// Only one request a quota can be open, and its value is absolute.
  package func command(region: String) -> String? {
    asksForMore ? increaseCommand(region: region) : nil
  }

  /// The same whether the limit is known to be too low or not.
  func increaseCommand(region: String) -> String? {
    guard let request, let code = fact.code, fact.isAdjustable != false else { return nil }
    return "aws service-quotas request-service-quota-increase --service-code \(fact.serviceCode)"
      + " --quota-code \(code) --desired-value \(Numbers.plain(request)) --region \(ShellCommand.word(region))"
  }
}

extension QuotaNeed {
  /// Every quota that the plan touches, in the order of the quota book.
  static func all(of fleet: LargestFleet, quotas: QuotaBook) -> [QuotaNeed] {
    quotas.entries.compactMap { kind, fact in
      switch kind.need(fleet) {
      case .untouched: nil
      case .unknown: QuotaNeed(kind, fact, needed: nil, profile: fleet.profile, quotas)
      case .units(let units): QuotaNeed(kind, fact, needed: units, profile: fleet.profile, quotas)
      case .range(let units, let request):
        QuotaNeed(kind, fact, needed: units, atLeast: request, profile: fleet.profile, quotas)
      }
    }
  }

  private init(
    _ kind: QuotaKind, _ fact: QuotaFact, needed: Double?, atLeast: Double = 0, profile: Profile,
    _ book: QuotaBook
  ) {
    let margin = fact.growsWithFleet ? profile.quotaMarginPercent : 0
    self.init(
      kind: kind, fact: fact,
      applied: fact.quotaCode.flatMap { book.applied($0, in: profile) },
      needed: needed,
      request: needed.map { max(($0 * (100 + margin) / 100).wholeUnitsUp, atLeast) })
  }

  /// Whether the limit does not cover what the plan would ask for.
  package var asksForMore: Bool { verdict == .request || verdict == .tight }
}

extension Plan {
  /// Quotas to request before the fleet can run at max with its margin.
  package var quotasToRequest: [QuotaNeed] { quotas.filter(\.asksForMore) }
}
