internal import Typography

extension QuotaKind {
  static let edgeQuotas = [
    QuotaKind(
      QuotaFact.ID("cdn_distributions"), "CDN distributions",
      need: { $0.profile.cdn.enabled ? .count(1) : .untouched }),
    QuotaKind(
      QuotaFact.ID("cdn_requests_per_second"), "CDN requests a second", scope: .part,
      need: { $0.profile.cdn.enabled ? .units($0.peakRequestsPerSecond) : .untouched },
      terms: { "\($0.peak { $0 / 60 }) / 60" }),
    QuotaKind(
      QuotaFact.ID("cdn_gigabits_per_second"), "CDN throughput, Gb/s", scope: .part,
      need: { fleet in
        let bits = fleet.peakRequestsPerSecond * fleet.profile.demand.responseKB.high * 1024 * 8
        return fleet.profile.cdn.enabled ? .units(bits / 1e9) : .untouched
      },
      terms: { plan in
        let kilobytes = plan.profile.demand.responseKB.high
        return "\(plan.peak { $0 / 60 * kilobytes * 1024 * 8 / 1e9 }) / 60 x \(Numbers.exact(kilobytes)) KB"
          + " x 1,024 x 8 / 1,000,000,000"
      }),
    QuotaKind(
      QuotaFact.ID("alarms"), "Alarms",
      need: { fleet in fleet.profile.monitoring.map { .count($0.alarms.count) } ?? .untouched }),
    QuotaKind(
      QuotaFact.ID("web_acls"), "Web ACLs",
      need: { $0.profile.firewall == nil ? .untouched : .count(1) }),
    QuotaKind(
      QuotaFact.ID("firewall_requests_per_second"), "WAF requests a second", scope: .part,
      need: { $0.profile.firewall == nil ? .untouched : .units($0.peakRequestsPerSecond) },
      terms: { "\($0.peak { $0 / 60 }) / 60" }),
  ]
}

extension Plan {
  /// Requests at the high end of the demand, with as many places as give the need that is printed.
  fileprivate func peak(_ need: (Double) -> Double) -> String {
    let requests = demand.requestsPerMinute.high
    let needed = Numbers.readable(need(requests), places: 2)
    return Numbers.readable(requests, from: 0) { Numbers.readable(need($0), places: 2) == needed }
      + " requests/min"
  }
}
