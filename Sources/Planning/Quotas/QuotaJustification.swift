internal import Typography

extension Plan {
  /// What to write into the request for a quota, ready to be pasted; nil where nothing can be requested.
  package func justification(of need: QuotaNeed) -> String? {
    guard let limit = need.limit, let request = need.request, need.command(region: profile.region) != nil
    else { return nil }
    let ends = "from \(Numbers.readable(limit)) to \(Numbers.readable(request)) \(need.fact.unit)"
    let code = need.fact.code.map { ", \($0)" } ?? ""
    let users = Numbers.grouped(profile.demand.concurrentUsers)
    return
      "Please raise \"\(need.fact.name)\" (\(need.fact.serviceCode)\(code)) in \(profile.region) \(ends)."
      + " We are preparing for \(users) concurrent users. \(reason(of: need))\(margin(of: need))"
  }

  private func reason(of need: QuotaNeed) -> String {
    need.kind.reason?(self)
      ?? "At its largest size the plan needs \(derivation(of: need) ?? "an unknown number of them")."
  }

  /// How a quota's need came about, in one line of arithmetic; nil where it cannot be known.
  package func derivation(of need: QuotaNeed) -> String? {
    guard let needed = need.needed else { return nil }
    let terms = need.kind.terms?(self).map { "\($0) = " } ?? ""
    return "\(terms)\(Numbers.readable(needed, places: 2)) \(need.fact.unit)"
  }

  var largestFleet: String { "\(whole(profile.compute.instances.max)) instances" }

  var groupGrows: String {
    "The Auto Scaling group grows to \(Numbers.grouped(profile.compute.instances.max))"
      + " \(profile.compute.instanceType) instances"
  }

  private func margin(of need: QuotaNeed) -> String {
    guard need.fact.growsWithFleet, profile.quotaMarginPercent > 0, let needed = need.needed else {
      return ""
    }
    return " That is \(Numbers.readable(needed)) \(need.fact.unit), and"
      + " \(Numbers.readable(profile.quotaMarginPercent))% more to replace instances while they run."
  }
}
