/// One limit of AWS as a plan touches it: how much of it the plan needs at max, and why.
package final class QuotaKind: Sendable {
  package let id: QuotaFact.ID

  /// A short name; the fact itself has the long one that AWS uses.
  package let title: String
  let need: @Sendable (LargestFleet) -> Need

  /// What has the limit: two fleets of an account share what the account has.
  package let scope: Scope

  /// Whether accounts differ so much that the default of AWS says nothing of this one.
  let variesByAccount: Bool

  /// The factors of the need in words; nil where it is a plain count of the profile.
  let terms: (@Sendable (Plan) -> String?)?

  /// What to tell AWS about the need; nil where the terms say it.
  let reason: (@Sendable (Plan) -> String)?

  init(
    _ id: QuotaFact.ID, _ title: String, scope: Scope = .account,
    variesByAccount: Bool = false, need: @escaping @Sendable (LargestFleet) -> Need,
    terms: (@Sendable (Plan) -> String?)? = nil, reason: (@Sendable (Plan) -> String)? = nil
  ) {
    self.id = id
    self.title = title
    self.need = need
    self.scope = scope
    self.variesByAccount = variesByAccount
    self.terms = terms
    self.reason = reason
  }

  package enum Scope: String, Sendable {
    /// The account in a Region.
    case account

    /// Each cluster, balancer, group or other part of a fleet.
    case part
  }

  enum Need {
    /// The plan does not use what the quota limits.
    case untouched

    /// The plan uses it, but nobody can say how much.
    case unknown
    case units(Double)

    /// So many units, and more to ask for, since the need itself is a range.
    case range(Double, request: Double)

    static func count(_ count: Int) -> Need { .units(Double(count)) }

    /// So many units, or untouched by a fleet without the part that is counted.
    static func count(_ count: Int?) -> Need { count.map { .count($0) } ?? .untouched }

    /// So many units, or none of what the quota limits.
    static func anyOf(_ count: Int) -> Need { count > 0 ? .units(Double(count)) : .untouched }
  }

  /// Every quota that the program knows to ask for.
  package static let all =
    computeQuotas + voiceQuotas + databaseQuotas + cacheQuotas + loadBalancerQuotas + edgeQuotas
    + networkQuotas
}

/// A plan at max, as far as quotas ask.
struct LargestFleet: Sendable {
  let profile: Profile
  let demand: DemandRates
  let voice: VoiceQueue?
  let hardware: HardwareBook

  var instances: Int { profile.compute.instances.max }
  var peakRequestsPerSecond: Double { demand.requestsPerMinute.high / 60 }

  /// The quota counts vCPUs of the whole fleet, since Spot falls back to On-Demand.
  func virtualCPUs(of instances: Int) -> QuotaKind.Need {
    let type = profile.compute.instanceType
    guard let vcpus = hardware.vcpus(of: type), InstanceFamilies.standard.contains(type) else {
      return .unknown
    }
    return .units(Double(instances * vcpus))
  }
}
