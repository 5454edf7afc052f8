internal import Typography

/// What the months to come ask for, where the profile says how its users become more.
extension Rule {
  static let horizon = [
    actByPassed, planAboveBest, nodesUnreserved, growthWithoutRange, budgetBroken,
  ]

  private static let actByPassed = Rule(
    dated: "HR951", .error, "The day to act by has passed",
    check:
      "The walls, the quotas, the budget and the age of prices that break within \(HorizonRequest.standardMonths) months, less the lead"
      + " times, against the first day of the months; an error where a wall is broken at max.",
    reason: "A larger fleet, a quota and money take weeks, and the users come meanwhile.",
    remedy: "Do it now, or let fewer users in until it is done.",
    source: .profile, thresholds: [.priceExpiry]
  ) { plan, day in
    guard let horizon = plan.horizon(asOf: day) else { return [] }
    let passed = horizon.breaks.filter { $0.isPassed && $0.at != nil }
    guard let first = passed.first else { return [] }
    let isBroken = passed.contains { each in
      each.kind == .wall && each.at == FleetSize.max.rawValue
        && each.likely.map { $0 <= horizon.today } == true
    }
    let named = passed.prefix(2).map { each in
      "\(each.title), \(each.span(today: horizon.today)), by \(each.actBy?.text ?? "")"
    }
    let others = passed.count > 2 ? ", and \(passed.count - 2) more" : ""
    return [
      Observation(
        plan.growthKey, "Too late to act in time on \(named.joined(separator: "; "))\(others).",
        fix: first.act.text,
        severity: isBroken ? .error : .warning)
    ]
  }

  private static let planAboveBest = Rule(
    "HR952", .warning, "A Savings Plan above the cheapest one",
    check:
      "The instances that the plan covers against the cheapest number over \(CommitmentAdvice.defaultMonths) months of the"
      + " growth; a note where it covers more than ever run at the trough.",
    reason: "What is bought and does not run is paid all the same, for a year or three.",
    remedy: "Buy no more than pays in most hours, and add step by step as users come.",
    source: .savingsPlans
  ) { plan in
    guard plan.profile.growth?.saysMore == true, plan.commitment != nil,
      let advice = try? CommitmentAdvice(plan), let stated = advice.stated
    else { return [] }
    let isAbove = stated.instances.exceeds(Double(advice.best.instances))
    guard isAbove || stated.instances.exceeds(Double(advice.trough)) else { return [] }
    let key = "compute.purchase.savings_plan"
    let isCounted = plan.profile.compute.purchase.savingsPlan.instances != nil
    let fewest = isAbove ? advice.best.instances : advice.trough
    return [
      Observation(
        "\(key).\(isCounted ? "instances" : "usd_per_hour")",
        "The plan covers \(Numbers.readable(stated.instances, places: 1)) instances;"
          + (isAbove
            ? " the cheapest over \(Numbers.counted(advice.months.count, "month")) covers \(whole(fewest)) and saves"
              + " \(Figures.usd(advice.best.saving - stated.saving)) a month more."
            : " \(whole(fewest)) run at every minute, and the rest is idle for a part of the day."),
        fix: "Commit to \(whole(fewest)) instances once the plan ends; what is bought cannot be given back.",
        severity: isAbove ? .warning : .note)
    ]
  }

  private static let nodesUnreserved = Rule(
    "HR953", .note, "Nodes that never stop are bought by the hour",
    check: "The nodes of database and cache without a reservation, where the profile states growth.",
    reason: "A node runs at every hour of the year, so that a reservation of it is always used.",
    remedy: "Ask for the reservation's price, and state what is bought.",
    source: .profile
  ) { plan in
    guard plan.profile.growth?.saysMore == true else { return [] }
    return plan.nodeCommitments.filter { $0.reserved < $0.nodes }.map { nodes in
      let section = nodes.part.rawValue
      return Observation(
        "\(section).reserved.nodes",
        "\(whole(nodes.nodes - nodes.reserved)) of \(Numbers.counted(nodes.nodes, "node")) of the \(section) run"
          + " On-Demand, all of them \(Figures.usd(nodes.cost)) a month"
          + (nodes.saving.map { "; reserved they save \(Figures.usd($0))." } ?? "."),
        fix: "Compare a reservation of \(whole(nodes.nodes)) nodes, and state it under \(section).reserved.")
    }
  }

  private static let growthWithoutRange = Rule(
    "HR954", .note, "Growth without a range",
    check: "Whether some value of growth is a range.",
    reason: "Nobody knows how many users come; one number makes every date look sure.",
    remedy: "State the low, the likely and the high end.",
    source: .profile
  ) { plan in
    guard let growth = plan.profile.growth, growth.saysMore, growth.isCertain else { return [] }
    return [
      Observation(
        plan.growthKey, "The growth is one number, so that no date has an earliest, a latest or a chance.",
        fix: "State a range, as low..likely..high.")
    ]
  }

  private static let budgetBroken = Rule(
    dated: "HR955", .warning, "The budget is broken",
    check:
      "The column of the bill that budget names, now and in \(HorizonRequest.standardMonths) months of the growth.",
    reason: "Money takes longer to find than instances.",
    remedy: "Ask for more in time, or plan for a cheaper fleet.",
    source: .profile
  ) { plan, day in
    guard let budget = plan.profile.budget else { return [] }
    let most = Figures.usd(budget.monthly)
    guard let horizon = plan.horizon(asOf: day) else {
      guard let total = plan.list.knownTotal?[budget.column], total > budget.monthly else { return [] }
      return [
        Observation(
          "budget.monthly_usd",
          "A month costs \(plan.list.isComplete ? "" : "at least ")\(Figures.usd(total)), \(budget.column.rawValue); the"
            + " budget is \(most).", fix: "Raise the budget, or plan for a cheaper fleet.")
      ]
    }
    return horizon.breaks.filter { $0.kind == .budget }.map { each in
      Observation(
        "budget.monthly_usd",
        "The budget of \(most), \(budget.column.rawValue), is broken \(each.span(today: horizon.today)), with"
          + " \(whole(each.users ?? 0)) users, by \(each.actBy == nil ? "fast growth alone" : "the likely growth").",
        fix: each.act.text)
    }
  }
}
