internal import Typography

/// What the price book knows, how old it is, and what is cheaper in it.
extension Rule {
  static let pricing = [otherRegion, unpricedLines, oldPrices, cheaperType, dearLogs]

  private static let otherRegion = Rule(
    "HR803", .warning, "No price is known in the Region",
    check: "The profile's Region against those that the price book has prices of.",
    reason: "Prices differ between Regions, and none is borrowed, so nothing is priced at all.",
    remedy: "Plan with a price file for the Region.",
    source: .priceBook
  ) { plan in
    guard plan.prices == nil else { return [] }
    return [
      Observation(
        "region",
        "No list price is known in \(plan.profile.region).",
        fix: "Give a price file for \(plan.profile.region), or read the quoted basis only.")
    ]
  }

  static let unpricedLines = Rule(
    "HR804", .warning, "A line of the bill has no price",
    check: "Lines that the fleet has and the price book or the profile cannot price.",
    reason: "The total leaves them out, and what is not counted is what surprises.",
    remedy: "State what is missing, or give a price file that has it.",
    source: .priceBook
  ) { plan in
    guard plan.prices != nil else { return [] }
    return plan.list.unpriced.map { line in
      Observation(
        line.reason.key,
        "\(line.id.title) is in no total: \(line.reason.text).",
        fix: line.reason.remedy)
    }
  }

  private static let oldPrices = Rule(
    dated: "HR805", .note, "The prices are old",
    check: "The day of the oldest price in the total against today, where somebody says what day it is.",
    reason: "Prices change without notice, mostly down and lately up.",
    remedy: "Plan with a newer price file.",
    source: .priceBook, thresholds: [.priceAge]
  ) { plan, day in
    guard let day, let collected = plan.oldestPrice?.firstDay else { return [] }
    let age = day.days(since: collected)
    guard Double(age) > Threshold.priceAge.value else { return [] }
    let old = plan.list.lines.filter { line in
      line.parts.compactMap(\.charge.rate.origin?.firstDay).contains {
        Double(day.days(since: $0)) > Threshold.priceAge.value
      }
    }
    let money = old.reduce(Money.zero) { $0 + $1.cost.low }
    return [
      Observation(
        "region",
        "Prices older than \(Threshold.priceAge.text) days are in \(old.map(\.id.phrase).joined(separator: ", ")):"
          + " \(money.inSentence) of \(plan.list.total.low.inSentence) a month at desired. The oldest is of"
          + " \(collected.text), \(whole(age)) days ago.",
        fix: "Give a newer price file.", result: "prices of \(whole(age)) days ago")
    ]
  }

  private static let cheaperType = Rule(
    "HR806", .note, "Another instance type does the same work for less",
    check:
      "Types of the current generation with as many vCPUs and no less memory by price over relative speed.",
    reason: "The fleet's largest line shrinks by the difference, in every month.",
    remedy: "Measure the requests per instance on the other type, state it as relative speed, and move.",
    source: .priceBook, thresholds: [.typeSaving]
  ) { plan in
    let compute = plan.profile.compute
    guard let now = plan.pricedType(compute.instanceType) else { return [] }
    let cheapest = plan.facts.hardware.currentTypes(ofVCPUs: now.vcpus).compactMap(plan.pricedType)
      .filter { $0.vcpus == now.vcpus && $0.memoryGiB >= now.memoryGiB && $0.isSteady }
      .min { (compute.price(of: $0), $0.type) < (compute.price(of: $1), $1.type) }
    guard let cheapest else { return [] }
    let saving = 100 * (1 - compute.price(of: cheapest) / compute.price(of: now))
    guard saving.reaches(Threshold.typeSaving.value) else { return [] }
    let speed = compute.relativeSpeed(of: cheapest.type) / compute.relativeSpeed(of: now.type)
    let money =
      speed == 1
      ? plan.saving(by: plan.change("compute.instance_type", .text(cheapest.type))) : nil
    return [
      Observation(
        "compute.instance_type",
        "\(cheapest.type) at $\(cheapest.hourly.decimal) an hour does the work of \(now.type) at"
          + " $\(now.hourly.decimal) for \(Numbers.readable(saving, places: 0))% less"
          + (money.map { ", \($0.inSentence) a month" } ?? "") + ", if a vCPU of it is"
          + " \(speed == 1 ? "as fast" : "\(Numbers.readable(speed, places: 2)) times as fast").",
        fix: "Measure \(cheapest.type), then set it"
          + (InstanceType.isArm(cheapest.type) ? "; it needs images for arm64." : "."),
        changes: plan.change("compute.instance_type", .text(cheapest.type))
          + (speed == 1
            ? []
            : plan.change(
              "compute.requests_per_instance_per_minute",
              .estimate(compute.instanceRequests.map { $0 * speed }))))
    ]
  }

  private static let dearLogs = Rule(
    "HR807", .note, "Logs take a large share of the bill",
    check: "The cost of log ingestion against the list total.",
    reason: "Most of it is never read.",
    remedy: "Log less for each request, or a sample of them.",
    source: .priceBook, thresholds: [.logShare]
  ) { plan in
    guard let monitoring = plan.profile.monitoring,
      let logs = plan.list.line(.monitoring)?.parts.first(where: { $0.charge.id == "logs" })?.exact.low
    else { return [] }
    let share = 100 * logs.dollars / plan.list.total.low.dollars
    guard share.exceeds(Threshold.logShare.value) else { return [] }
    return [
      Observation(
        "monitoring.log_kb_per_request",
        "Logs of \(Numbers.readable(monitoring.logKBPerRequest)) KB a request cost \(logs.rounded.inSentence) a month,"
          + " \(Numbers.readable(share, places: 0))% of the list total.",
        fix: "Log a sample, or fewer bytes a request.")
    ]
  }
}

extension Plan {
  /// A type whose price and hardware are both known; nil for any other.
  fileprivate func pricedType(_ type: String) -> PricedType? {
    guard let price = prices?[.instance(type)], let hardware = facts.hardware[type],
      let vcpus = hardware.vcpus
    else { return nil }
    return PricedType(
      type: type, hourly: price.price, vcpus: vcpus, memoryGiB: hardware.memoryGiB,
      isSteady: hardware.isCurrentGeneration != false && InstanceFamilies.standard.contains(type)
        && !InstanceFamilies.burstable.contains(type))
  }
}

private struct PricedType {
  let type: String
  let hourly: Price
  let vcpus: Int
  let memoryGiB: Double

  /// Of the current generation, and not one that earns its CPU in credits.
  let isSteady: Bool
}

extension Compute {
  /// Billionths of a dollar an hour, for the work that the type does of this fleet's; for comparing only.
  fileprivate func price(of type: PricedType) -> Double {
    Double(type.hourly.nanodollars) / relativeSpeed(of: type.type)
  }
}
