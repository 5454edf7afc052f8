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
    let fleet =
      "The Auto Scaling group grows to \(Numbers.grouped(profile.compute.instances.max))"
      + " \(profile.compute.instanceType) instances"
    switch need.fact.id {
    case .ec2OnDemandVCPU, .ec2SpotVCPU:
      let vcpus = instanceHardware?.vcpus.map { " of \($0) vCPUs" }
      return "\(fleet)\(vcpus ?? "")."
    case .gp3Storage: return "\(fleet) with a root volume of \(profile.compute.rootVolumeGB) GB each."
    case .voiceSessions:
      let share = Numbers.readable(profile.demand.voiceUsersPercent.likely)
      let wait = Numbers.readable(CapacityPolicy.acceptedVoiceWait * 100)
      let offered = voice.map { Numbers.readable($0.offered, places: 1) } ?? "unknown"
      return "\(share)% of them speak at the same time, which is \(offered) sessions on average;"
        + " by Erlang C this many sessions keep the chance of waiting within \(wait)%."
    case .targetsPerLoadBalancer, .targetsPerGroup, .networkInterfaces: return "\(fleet)."
    default:
      return "At its largest size the plan needs \(derivation(of: need) ?? "an unknown number of them")."
    }
  }

  private func margin(of need: QuotaNeed) -> String {
    guard need.fact.growsWithFleet, profile.quotaMarginPercent > 0, let needed = need.needed else {
      return ""
    }
    return " That is \(Numbers.readable(needed)) \(need.fact.unit), and"
      + " \(Numbers.readable(profile.quotaMarginPercent))% more to replace instances while they run."
  }
}
