internal import Typography

extension QuotaKind {
  static let edgeQuotas = [
    QuotaKind(
      QuotaFact.ID("cdn_distributions"), "CDN distributions",
      need: { $0.profile.cdn.enabled ? .count(1) : .untouched }),
    QuotaKind(
      QuotaFact.ID("cdn_requests_per_second"), "CDN requests a second",
      need: { $0.profile.cdn.enabled ? .units($0.peakRequestsPerSecond) : .untouched },
      terms: { $0.peakRequests }),
    QuotaKind(
      QuotaFact.ID("cdn_gigabits_per_second"), "CDN throughput, Gb/s",
      need: { fleet in
        let bits = fleet.peakRequestsPerSecond * fleet.profile.demand.responseKB.high * 1024 * 8
        return fleet.profile.cdn.enabled ? .units(bits / 1e9) : .untouched
      }, terms: { "\($0.peakRequests) x \(Numbers.readable($0.profile.demand.responseKB.high)) KB x 8" }),
    QuotaKind(
      QuotaFact.ID("alarms"), "Alarms",
      need: { fleet in fleet.profile.monitoring.map { .count($0.alarms.count) } ?? .untouched }),
    QuotaKind(
      QuotaFact.ID("web_acls"), "Web ACLs",
      need: { $0.profile.firewall == nil ? .untouched : .count(1) }),
    QuotaKind(
      QuotaFact.ID("firewall_requests_per_second"), "WAF requests a second",
      need: { $0.profile.firewall == nil ? .untouched : .units($0.peakRequestsPerSecond) },
      terms: { $0.peakRequests }),
  ]
}

extension Plan {
  fileprivate var peakRequests: String { "\(whole(demand.requestsPerMinute.high)) requests/min / 60" }
}
