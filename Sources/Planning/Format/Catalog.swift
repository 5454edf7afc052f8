/// Every key of the format `headroom/1`, in the order in which a profile is best written.
///
/// The bounds are generous: they keep every sum exact and every loop short, and no real fleet comes near them.
package enum Catalog {
  package static let format = "headroom/1"

  package static let fields: [Field] =
    identity + demand + compute + deployment + scaling + loadBalancer + database + cache + edge + network
    + voice + firewall + securityGroups + monitoring + support + event + serviceLevel + horizon
    + quotes + limitsAndGates

  /// The field at a dotted path.
  package static func field(at path: String) -> Field? { byPath[path] }

  /// The name that the format gives to a key; a mistyped one is a mistake in the program.
  package static subscript(path: String) -> Field {
    guard let field = byPath[path] else { preconditionFailure("the catalog has no key \(path)") }
    return field
  }

  /// Sections by path, which a profile may hold as mappings: `compute`, `compute.instances`.
  package static let sections = Set(fields.flatMap(\.sections))

  /// Sections that a profile may do without, by path.
  package static let optionalSections: [String: Field.OptionalSection] = fields.reduce(into: [:]) {
    sections, field in
    sections[field.section] = field.optionalSection
  }

  private static let byPath = Dictionary(uniqueKeysWithValues: fields.map { ($0.path, $0) })
}

/// Bounds that several keys and commands share.
package enum Bound {
  package static let users = 1...100_000_000_000
  package static let instances = 1...200_000
  static let nodes = 1...100_000
  static let seconds = 1...86_400
  package static let headroomPercent = Field.Bounds.from(-100, to: 1e6)
  package static let priceAgeDays = 0...36_500
  static let rate = Field.Bounds.positive(to: 1e6)
  package static let milliseconds = rate
}

extension Catalog {
  fileprivate static let identity = [
    Field("name", \.name, .text, .required, "What people call this fleet"),
    Field("region", \.region, .openChoice(["us-east-1"]), .required, "AWS Region that the fleet runs in"),
  ]

  fileprivate static let demand = [
    Field(
      "demand.concurrent_users", \.demand.concurrentUsers, .count(Bound.users), .required,
      "Users at the same time that the fleet must carry"),
    Field(
      "demand.requests_per_user_per_minute", \.demand.requestsPerUserPerMinute, .estimate(Bound.rate),
      .required,
      "Requests that one user sends a minute"),
    Field(
      "demand.purchase_validations_per_user_per_day", \.demand.purchaseValidationsPerUserPerDay,
      .number(.from(0, to: 1e6)), .defaulted(reason: "nobody sells unless the profile says so"),
      "Purchase validations that one user causes a day"),
    Field(
      "demand.launch.from_users", in: \.demand.launch, \.fromUsers, .count(0...Bound.users.upperBound),
      .optional,
      "Users before a launch; those of the quietest minute of a day where nothing is said"),
    Field(
      "demand.launch.minutes", in: \.demand.launch, \.minutes, .count(0...Scenario.longest),
      .defaulted(reason: "what a launch is played with"), "Minutes in which a launch reaches all users"),
    Field(
      "demand.response_time_ms", \.demand.responseTimeMs, .estimate(Bound.rate),
      .defaulted(reason: "assumed web API latency"), "Time to answer one request, in milliseconds"),
    responseCV, responseP95, responseMeasuredAt,
    Field(
      "demand.request_kb", \.demand.requestKB, .estimate(Bound.rate),
      .defaulted(reason: "assumed request line, headers, cookies and a small body"),
      "Bytes that a request carries to the origin, headers counted, in kilobytes"),
    Field(
      "demand.response_kb", \.demand.responseKB, .estimate(Bound.rate),
      .defaulted(reason: "assumed JSON API response"),
      "Bytes of one response with its headers, as logs of edge and balancer count them, in kilobytes"),
    Field(
      "demand.static_requests_per_user_per_minute", \.demand.staticRequestsPerUserPerMinute,
      .estimate(.from(0, to: 1e6)), .optional,
      "Files (pages, scripts, images) that one user asks for a minute; counted only when stated"),
    Field(
      "demand.static_kb", \.demand.staticKB, .estimate(Bound.rate),
      .defaulted(reason: "assumed bytes of a web page over its files"), "Size of one such file, in kilobytes"),
    Field(
      "demand.mean_load_percent", \.demand.meanLoad, .estimate(.positivePercent),
      .defaulted(reason: "assumed monthly mean over peak of a day curve"),
      "Mean load of a month as a share of the peak"),
    Field(
      "demand.voice_users_percent", \.demand.voiceUsersPercent, .estimate(.positivePercent),
      .defaulted(reason: "assumed; 0.4% is 1,000 sessions of 250,000 users"),
      "Share of users in a voice session"),
    Field(
      "demand.voice_session_minutes", \.demand.voiceSessionMinutes, .number(.positive(to: 1440)),
      .defaulted(reason: "assumed; a connection ends at \(Figure.voiceConnection.text) minutes"),
      "Length of a voice session, in minutes"),
  ]
}
