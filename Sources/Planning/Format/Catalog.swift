/// Every key of the format `headroom/1`, in the order in which a profile is best written.
///
/// The bounds are generous: they keep every sum exact and every loop short, and no real fleet comes near them.
package enum Catalog {
  package static let format = "headroom/1"

  package static let fields: [Field] =
    identity + demand + compute + deployment + scaling + loadBalancer + database + cache + edge + voice
    + firewall
    + securityGroups + monitoring + quotes + limitsAndGates

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
  package static let users = 1...10_000_000_000
  static let instances = 1...100_000
  static let nodes = 1...100_000
  static let seconds = 1...86_400
  package static let headroomPercent = Field.Bounds.from(-100, to: 1e6)
  package static let priceAgeDays = 0...36_500
  static let rate = Field.Bounds.positive(to: 1e6)
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
    Field(
      "demand.response_kb", \.demand.responseKB, .estimate(Bound.rate),
      .defaulted(reason: "assumed JSON API response"), "Size of one response, in kilobytes"),
    Field(
      "demand.mean_load_percent", \.demand.meanLoadPercent, .number(.positivePercent),
      .defaulted(reason: "monthly mean over peak of a day curve"),
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

  fileprivate static let edge = [
    Field(
      "cdn.enabled", \.cdn.enabled, .flag,
      .defaulted(reason: "no CDN until the profile says so; responses then leave at internet prices"),
      "Whether CloudFront stands in front of the load balancer"),
    Field(
      "cdn.caches_api_responses", \.cdn.cachesAPIResponses, .flag,
      .defaulted(reason: "not cached until the profile says so"), "Whether the CDN caches API responses"),
    Field(
      "cdn.origin_shield", \.cdn.originShield, .flag, .defaulted(reason: "off until the profile says so"),
      "Whether origin shield is on"),
    Field(
      "cdn.api_hit_percent", \.cdn.apiHitPercent, .number(.percent),
      .defaulted(reason: "nothing is answered at the edge until measured, even with caches_api_responses"),
      "API requests that the edge answers; the origin, balancer, logs and walls see the rest"),
    Field(
      "cdn.origin_timeout_seconds", \.cdn.originTimeoutSeconds, .count(1...600),
      .defaulted(reason: "CloudFront's default"), "Time that the edge waits for the origin, in seconds"),
  ]

  fileprivate static let voice = [
    Field(
      "voice.model", in: \.voice, \.model,
      .openChoice(["amazon.nova-2-sonic-v1:0", "amazon.nova-sonic-v1:0"]),
      .optional, "Bedrock model that speaks"),
    Field(
      "voice.concurrent_sessions", in: \.voice, \.concurrentSessions, .count(1...10_000_000), .optional,
      "Voice sessions that may run at once"),
    Field(
      "voice.caching", in: \.voice, \.caching, .flag, .defaulted(reason: "off until the profile says so"),
      "Whether voice responses are planned to be cached"),
    Field(
      "voice.batching", in: \.voice, \.batching, .flag, .defaulted(reason: "off until the profile says so"),
      "Whether voice requests are planned to be batched"),
    Field(
      "voice.accepted_wait_percent", in: \.voice, \.acceptedWaitPercent, .number(.positivePercent),
      .defaulted(reason: "assumed"), "Callers who may have to wait for a session"),
    Field(
      "voice.speech_input_tokens_per_minute", in: \.voice, \.speechInputTokensPerMinute,
      .number(.from(0, to: 1e6)), .optional, "Speech tokens that one session sends a minute"),
    Field(
      "voice.speech_output_tokens_per_minute", in: \.voice, \.speechOutputTokensPerMinute,
      .number(.from(0, to: 1e6)), .optional, "Speech tokens that one session receives a minute"),
  ]

  fileprivate static let firewall = [
    Field(
      "waf.requests_per_ip", in: \.firewall, \.requestsPerIP, .count(10...2_000_000_000), .optional,
      "Requests that one address may send in a window"),
    Field(
      "waf.window_seconds", in: \.firewall, \.windowSeconds, .count(1...3600),
      .defaulted(reason: "AWS default of a rate rule"), "Window of the rate rule, in seconds"),
    Field(
      "waf.users_per_address", in: \.firewall, \.usersPerAddress, .count(Bound.users), .optional,
      "Users who may stand behind one address; 5% of them, at most 10,000, where nothing is said"),
    Field(
      "waf.rules", in: \.firewall, \.rules, .count(0...10_000), .defaulted(reason: "one rate rule"),
      "Rules of the web ACL"),
    Field(
      "waf.geographic_restrictions", in: \.firewall, \.geographicRestrictions, .flag,
      .defaulted(reason: "off until the profile says so"), "Whether countries are blocked"),
    Field(
      "waf.ddos_protection", in: \.firewall, \.ddosProtection, .flag,
      .defaulted(reason: "off until the profile says so"), "Whether DDoS protection is on"),
  ]

  fileprivate static let monitoring = [
    Field(
      "monitoring.alarms", in: \.monitoring, \.alarms, .records(Alarm.shape),
      .defaulted(reason: "no alarm until one is listed"),
      "Alarms on metrics"),
    Field(
      "monitoring.custom_metrics_per_instance", in: \.monitoring, \.customMetricsPerInstance,
      .count(0...10_000),
      .defaulted(reason: "assumed"), "Custom metrics that each instance sends"),
    Field(
      "monitoring.detailed", in: \.monitoring, \.detailed, .flag,
      .defaulted(reason: "AWS: points of 5 minutes until it is turned on"),
      "Detailed monitoring: points of 1 minute, 7 metrics an instance"),
    Field(
      "monitoring.metric_delay_seconds", in: \.monitoring, \.metricDelaySeconds, .count(0...3600),
      .defaulted(reason: "26 to 183 s were measured on ECS"),
      "Time until a policy sees a metric, in seconds"),
    Field(
      "monitoring.log_kb_per_request", in: \.monitoring, \.logKBPerRequest, .number(.from(0, to: 1e4)),
      .defaulted(reason: "assumed"), "Log written for each request, in kilobytes"),
  ]
}
