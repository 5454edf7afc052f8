internal import Typography

/// Limits of the account against the plan's largest size.
extension Rule {
  static let quotas = [quotaBelowNeed, quotaWithoutMargin, quotaThatNothingReads]

  private static let quotaBelowNeed = Rule(
    "HR901", .error, "A quota is below what the plan needs at max",
    check:
      "The applied value of each quota, or else the AWS default, against the need at max; where accounts differ too much"
      + " for a default, that it was read.",
    reason:
      "AWS refuses what is above the quota, at the moment in which it is needed, and an increase takes days.",
    remedy: "Request the value before the launch; it is absolute, and only one request a quota can be open.",
    source: .serviceQuotas
  ) { plan in
    plan.quotas.filter { $0.isLimitUnknown && $0.needed != nil }.map { need in
      Observation(
        "quotas", entry: need.fact.quotaCode?.text,
        "\(need.title): \(amount(need.needed)) needed at max, and nobody has read what this account may run.",
        fix: "Read the applied value and state it under quotas.",
        command: need.readCommand(region: plan.profile.region), part: plan.stated(need), severity: .note)
    }
      + plan.quotas.filter { $0.verdict == .request }.map { need in
        let isCertain = need.applied != nil || need.fact.isAdjustable == false
        return Observation(
          "quotas", entry: need.fact.quotaCode?.text,
          "\(need.title): \(amount(need.needed)) needed at max,"
            + " \(amount(need.limit)) \(need.applied == nil ? "by default" : "allowed").",
          fix: plan.remedy(for: need), command: need.command(region: plan.profile.region),
          part: plan.stated(need), result: plan.limitWhereNotStated(need),
          severity: isCertain ? .error : .warning)
      }
  }

  private static let quotaWithoutMargin = Rule(
    "HR902", .note, "A quota leaves no margin",
    check: "Quotas that cover the need at max and not the margin above it.",
    reason: "A rolling replacement runs old and new instances side by side.",
    remedy: "Request the value with the margin.",
    source: .serviceQuotas
  ) { plan in
    plan.quotas.filter { $0.verdict == .tight }.map { need in
      Observation(
        "quotas", entry: need.fact.quotaCode?.text,
        "\(need.title): the limit of \(amount(need.limit)) covers the \(amount(need.needed)) needed at max and"
          + " not the \(Numbers.readable(plan.profile.quotaMarginPercent))% above it.",
        fix: plan.remedy(for: need), command: need.command(region: plan.profile.region),
        part: plan.stated(need), result: plan.limitWhereNotStated(need))
    }
  }

  private static let quotaThatNothingReads = Rule(
    "HR903", .note, "A limit that nothing reads",
    check: "The codes under quotas against those of the quota book.",
    reason: "A mistyped code leaves the limit that was meant at its default, and nobody notices.",
    remedy: "Correct the code, or take the entry out.",
    source: .serviceQuotas
  ) { plan in
    let known = plan.facts.quotas.entries.compactMap(\.fact.quotaCode)
    let unread = plan.profile.quotas.filter { !known.contains($0.key) }.map { ($0.key.text, $0.value) }
    return unread.sorted { $0.0 < $1.0 }.map { code, limit in
      Observation(
        "quotas", entry: code, "\(code) is no quota that a plan needs.",
        fix: "Correct \(code), or take it out of quotas.", part: "\(code): \(Numbers.plain(limit))")
    }
  }

  private static func amount(_ number: Double?) -> String {
    number.map { Numbers.readable($0, places: 1) } ?? "unknown"
  }
}

/// Whether what the team accepted is still there.
extension Rule {
  static let acceptances = [staleAcceptance]

  private static let staleAcceptance = Rule(
    dated: "HR911", .note, "An acceptance without a finding",
    check: "The ids under accepted against the findings of this profile.",
    reason: "It hides the finding on the day on which it comes back for another reason.",
    remedy: "Take the entry out, or correct the id.",
    source: .profile
  ) { plan, day in
    plan.profile.accepted.sorted { $0.key < $1.key }.compactMap { id, why in
      let rule = Rule.named(id)
      guard rule?.id != "HR911", rule.map({ $0.id != id || $0.observe(plan, day).isEmpty }) ?? true else {
        return nil
      }
      return Observation(
        "accepted", entry: id,
        rule == nil ? "\(id) is accepted and is no rule." : "\(id) is accepted and does not occur.",
        fix: "Take \(id) out of accepted.", part: "\(id): \(why)")
    }
  }
}

extension Plan {
  /// What the profile says of a quota, as its `quotas` would.
  fileprivate func stated(_ need: QuotaNeed) -> String {
    let stated = need.fact.quotaCode.flatMap { profile.quotas[$0] }
    return "\(need.fact.quotaCode?.text ?? need.title): \(stated.map(Numbers.plain) ?? "not stated")"
  }

  /// The limit that counts, where it is not the profile that says it.
  fileprivate func limitWhereNotStated(_ need: QuotaNeed) -> String? {
    guard let limit = need.limit, limit != need.fact.quotaCode.flatMap({ profile.quotas[$0] }) else {
      return nil
    }
    return
      "\(Numbers.readable(limit, places: 1)) \(need.applied == nil ? "by default" : "by the account's listing")"
  }

  fileprivate func remedy(for need: QuotaNeed) -> String {
    let wanted = need.request.map { Numbers.readable($0, places: 1) } ?? "more"
    if need.fact.isAdjustable == false { return "AWS does not raise it: plan with less." }
    return need.command(region: profile.region) == nil
      ? "Ask AWS Support for \(wanted); no quota code is known for a command."
      : "Request \(wanted) before the launch."
  }
}
