/// A fleet and what is asked of it, as one team keeps it in a `headroom/1` file.
///
/// Every value is either chosen by somebody or a named default; `Catalog` says which keys exist, what they mean and
/// why a default is what it is. Sections that a file leaves out and that the model can do without are nil: their lines,
/// walls and findings are absent, and nothing is counted as free.
package struct Profile: Equatable, Sendable {
  package var name = ""
  package var region = ""
  package var demand = Demand()
  package var compute = Compute()

  /// Nil where nothing is said of how instances are replaced.
  package var deployment: Deployment?
  package var scaling = Scaling()
  package var loadBalancer = LoadBalancer()
  package var database: Database?
  package var cache: Cache?
  package var cdn = ContentDelivery()
  package var network = Network()
  package var voice: Voice?
  package var firewall: Firewall?
  package var securityGroups = SecurityGroups()
  package var monitoring: Monitoring?
  package var support = Support()

  /// The evening that a month is planned around; nil for a month without one.
  package var event: PlannedEvent?

  /// How the users become more; nil where nobody says so.
  package var growth: Growth?

  /// What a month may cost; nil where nobody says so.
  package var budget: Budget?

  /// How long it takes to act; nil where the assumed times hold.
  package var leadTimes: LeadTimes?
  package var quotes = Quotes()
  package var quotaMarginPercent = 10.0

  /// Limits that the account really has, by `service/code`.
  package var quotas: [QuotaCode: Double] = [:]

  /// Findings that the team accepts, with its reason, by id.
  package var accepted: [String: String] = [:]

  /// What `headroom check` holds this profile to.
  package var gates = Gates()

  /// Files beside the profile that are read with it.
  package var sources = FactSources()

  /// What is promised of its response times; nil where nobody promises anything.
  package var serviceLevel: ServiceLevel?

  package init() {}
}

/// A part of a profile that a file may leave out and that starts from its defaults when it is there.
package protocol Section: Equatable, Sendable {
  init()
}

/// What people ask of the fleet.
package struct Demand: Equatable, Sendable {
  package var concurrentUsers = 0
  package var requestsPerUserPerMinute = Estimate(0)
  package var responseTimeMs = Estimate(low: 100, likely: 250, high: 500)

  /// Standard deviation of a response time over its mean; nil for what its p95 says, or for 1.
  package var responseCV: Estimate?

  /// What 95 of 100 responses take at most where `responseTimeMs` is their mean; nil where nobody measured it.
  package var responseP95Ms: Estimate?

  /// Load of an instance at which the response time was measured, in per cent of what it is counted on for.
  package var responseMeasuredAtPercent = 0.0
  package var requestKB = Estimate(low: 0.5, likely: 1, high: 2)
  package var responseKB = Estimate(low: 5, likely: 10, high: 20)

  /// Nil where the profile does not say, so that files are not counted.
  package var staticRequestsPerUserPerMinute: Estimate?
  package var staticKB = Estimate(low: 10, likely: 30, high: 60)

  /// Mean load of a month as a share of the peak, in per cent.
  package var meanLoad = Estimate(60)
  package var voiceUsersPercent = Estimate(low: 0.2, likely: 0.4, high: 0.8)
  package var voiceSessionMinutes = 4.0
  package var purchaseValidationsPerUserPerDay = 0.0

  /// The climb that a launch takes; nil where nothing is said of one.
  package var launch: Launch?

  package init() {}
}

extension Demand {
  /// The likely mean load, which every plan reads; only draws read the range.
  package var meanLoadPercent: Double {
    get { meanLoad.likely }
    set { meanLoad = Estimate(newValue) }
  }
}

/// How users come when something opens.
package struct Launch: Section {
  /// Users before it; nil for those of the quietest minute of a day.
  package var fromUsers: Int?
  package var minutes = 30

  package init() {}
}

/// What a profile is held to in a pull request; a gate that is nil is not asked.
package struct Gates: Equatable, Sendable {
  package var maxMonthly: Money?
  package var basis = CostBasis.list
  package var column = CostColumn.high
  package var minHeadroomPercent: Double?
  package var headroomAt = FleetSize.desired

  /// Response times that a command holds the fleet to; a profile states its own under `slo`.
  package var maxP95Ms: Double?
  package var maxP99Ms: Double?
  package var noErrors = false
  package var noQuotaRequests = false
  package var maxPriceAgeDays: Int?

  /// Days within which nothing may have to be acted on; a flag alone asks it.
  package var actByDays: Int?

  /// Age of a measured value from which a finding speaks; nil lets them grow old.
  package var maxMeasuredAgeDays: Int?

  package init() {}
}

/// The two ways to count the cost; they are never mixed in one total.
package enum CostBasis: String, CaseIterable, Sendable { case quoted, list }

/// The three sizes of an auto scaling group.
package enum FleetSize: String, CaseIterable, Sendable { case min, desired, max }

/// A service quota by service and code, written `ec2/L-1216C47A`.
package struct QuotaCode: Hashable, Sendable {
  package var service: String
  package var code: String

  package init(service: String, code: String) {
    self.service = service
    self.code = code
  }

  /// Reads `service/code`; nil when either part is missing.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    self.init(service: String(parts[0]), code: String(parts[1]))
  }

  package var text: String { "\(service)/\(code)" }
}
