internal import Typography

/// What the rate rule of the web application firewall does to people.
extension Rule {
  static let firewall = [sharedAddressIsBlocked, impossibleWindow]

  private static let sharedAddressIsBlocked = Rule(
    "HR701", .warning, "The rate rule blocks people who share an address",
    check:
      "The users behind one address that the rate rule lets through against those who may stand behind one: stated, or"
      + " \(Threshold.sharedShare.text)% of all, at most \(Threshold.sharedAddress.text).",
    reason:
      "A campus, an office or a mobile carrier shows thousands of people under one address, and the rule blocks"
      + " them all.",
    remedy: "Raise the limit, or count by a header or token instead of the address.",
    source: .rateRules, thresholds: [.sharedAddress, .sharedShare]
  ) { plan in
    guard let firewall = plan.profile.firewall, let limit = firewall.requestsPerIP else { return [] }
    let perUser = plan.demand.requestsPerUser.likely * Double(firewall.windowSeconds) / 60
    let users = Double(limit) / perUser
    let behindOne = Double(firewall.usersBehindOne(of: plan.demand.users))
    guard behindOne.exceeds(users) else { return [] }
    // What all users send is a rule that blocks nobody.
    let raised = min(roundedUp(behindOne * perUser), (Double(plan.demand.users) * perUser).wholeUnitsUp)
    return [
      Observation(
        "waf.requests_per_ip",
        "\(whole(limit)) requests in \(firewall.windowSeconds) s block an address that more than about"
          + " \(Numbers.readable(users, places: 0)) users share, and \(whole(behindOne)) may.",
        fix: "Set requests_per_ip to \(whole(raised)), or count by token.",
        changes: plan.change("waf.requests_per_ip", .count(Int(min(raised, 1e12)))))
    ]
  }

  private static let impossibleWindow = Rule(
    "HR702", .error, "A window that AWS WAF does not offer",
    check: "window_seconds against \(Figure.rateRuleWindows.list("and")).",
    reason: "AWS WAF refuses the rule, and the fleet stands without it.",
    remedy: "Choose one of these windows.",
    source: .rateRules
  ) { plan in
    let windows = Figure.rateRuleWindows.values.map { Int($0) }
    guard let firewall = plan.profile.firewall, !windows.contains(firewall.windowSeconds),
      let nearest = windows.min(by: {
        abs($0 - firewall.windowSeconds) < abs($1 - firewall.windowSeconds)
      })
    else { return [] }
    return [
      Observation(
        "waf.window_seconds",
        "A rate rule counts over \(Figure.rateRuleWindows.list("or")) s, not \(firewall.windowSeconds).",
        fix: "Set window_seconds to \(nearest).", changes: plan.change("waf.window_seconds", .count(nearest)))
    ]
  }
}

extension Firewall {
  /// Users who may stand behind one address: stated, else a share of all.
  fileprivate func usersBehindOne(of users: Int) -> Int {
    let share = Int(unitsReaching: Double(users) * Threshold.sharedShare.value / 100)
    return usersPerAddress ?? min(Int(Threshold.sharedAddress.value), share)
  }
}
