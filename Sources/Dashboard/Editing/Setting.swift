import Planning
import Typography

/// One value of the profile that people move on the Plan screen, by a slider or by a choice.
struct Setting: Sendable, Identifiable {
  let id: Control.ID

  /// The label beside the slider.
  let name: String

  /// The key of the profile that holds the value.
  let field: Field
  let kind: Kind

  enum Kind: Sendable {
    case slider(Scale)

    /// One of these words.
    case choice([String])
  }

  var scale: Scale? { if case .slider(let scale) = kind { scale } else { nil } }
  var choices: [String]? { if case .choice(let choices) = kind { choices } else { nil } }
}

extension Setting {
  /// The settings that a profile offers, with scales that stay still while its values move.
  static func all(of plan: Plan) -> [Setting] {
    let saved = plan.profile
    let requests = saved.demand.requestsPerUserPerMinute
    let fleet = Scale.count(Bound.instances, top: 1.5 * Double(saved.compute.instances.max))
    var settings = [
      Setting(id: .min, name: "min", "compute.instances.min", .slider(fleet)),
      Setting(id: .desired, name: "desired", "compute.instances.desired", .slider(fleet)),
      Setting(id: .max, name: "max", "compute.instances.max", .slider(fleet)),
      Setting(
        id: .users, name: "users", "demand.concurrent_users",
        .slider(.quantity(around: Double(saved.demand.concurrentUsers), upTo: Double(Bound.users.upperBound)))
      ),
      Setting(
        id: .requests, name: "requests/user", "demand.requests_per_user_per_minute",
        .slider(.rate(around: requests.likely, upTo: highestRate * requests.likely / requests.high))),
      Setting(
        id: .instanceType, name: "type", "compute.instance_type",
        .choice(instanceTypes(of: plan))),
      Setting(id: .region, name: "region", "region", .choice(regions(of: plan))),
    ]
    if let database = saved.database {
      settings.append(
        Setting(
          id: .readReplicas, name: "read replicas", "database.read_replicas",
          .slider(.count(0...1000, top: Swift.max(15, 1.5 * Double(database.readReplicas))))))
    }
    if let cache = saved.cache {
      settings.append(
        Setting(
          id: .cacheShards, name: "cache shards", "cache.shards",
          .slider(.count(1...1000, top: Swift.max(16, 2 * Double(cache.shards))))))
    }
    if let voice = saved.voice {
      let sessions = Double(voice.concurrentSessions ?? 1000)
      settings.append(
        Setting(
          id: .voiceSessions, name: "voice sessions", "voice.concurrent_sessions",
          .slider(.quantity(around: sessions, upTo: 10_000_000))))
    }
    if saved.database?.pgbouncer != nil {
      settings.append(
        Setting(
          id: .poolMode, name: "pool mode", "database.pgbouncer.pool_mode",
          .choice(PoolMode.allCases.map(\.rawValue))))
    }
    settings.append(
      Setting(
        id: .cpuTarget, name: "CPU target, %", "compute.target_cpu_percent",
        .slider(.count(1...100, top: 100))))
    return settings + billSettings(of: saved)
  }

  /// What moves the bill more than the load: a commitment, the edge, the way out, and an evening.
  private static func billSettings(of saved: Profile) -> [Setting] {
    let most = Double(saved.compute.instances.max)
    var settings: [Setting] = []
    if saved.compute.purchase.savingsPlan.hourly == nil {
      let planned = Double(saved.compute.purchase.savingsPlan.instances ?? 0)
      settings.append(
        Setting(
          id: .savingsPlan, name: "savings plan", "compute.purchase.savings_plan.instances",
          .slider(.count(0...100_000, top: Swift.max(1.5 * planned, most)))))
    }
    if saved.cdn.enabled {
      settings.append(
        Setting(
          id: .edgeHits, name: "edge hits, %", "cdn.api_hit_percent", .slider(.count(0...100, top: 100))))
    }
    if saved.network.privateSubnets || saved.natGateways > 0 {
      settings.append(
        Setting(
          id: .natGateways, name: "NAT gateways", "network.nat_gateways",
          .slider(.count(0...50, top: Swift.max(6, 2 * Double(saved.natGateways))))))
    }
    let event = saved.event
    let users = Double(event?.concurrentUsers ?? saved.demand.concurrentUsers)
    return settings + [
      Setting(
        id: .eventHours, name: "event, hours", "event.hours",
        .slider(.count(0...730, top: Swift.max(24, 2 * (event?.hours ?? 0))))),
      Setting(
        id: .eventUsers, name: "event, users", "event.concurrent_users",
        .slider(.quantity(around: users, upTo: Double(Bound.users.upperBound)))),
      Setting(
        id: .eventInstances, name: "event, fleet", "event.instances",
        .slider(.count(1...100_000, top: 1.5 * Double(event?.instances ?? saved.compute.instances.max)))),
    ]
  }

  /// Whether a profile has what it sets; users and fleet of an event have no row before there is one.
  func isOffered(by profile: Profile) -> Bool {
    profile.event != nil || id != .eventUsers && id != .eventInstances
  }

  /// Whether a team decides it. What users ask for it cannot, and what was measured it must not.
  var isDecided: Bool { ![.users, .requests, .cpuTarget, .edgeHits].contains(id) }

  /// What the profile accepts as the high end of a rate.
  private static let highestRate = 1e6

  private init(id: Control.ID, name: String, _ path: String, _ kind: Kind) {
    self.init(id: id, name: name, field: Catalog[path], kind: kind)
  }

  /// Every Region of AWS, and the fleet's own where AWS is not known to have it.
  private static func regions(of plan: Plan) -> [String] {
    let known = Region.all.map(\.code)
    let own = plan.profile.region
    return known.contains(own) ? known : [own] + known
  }

  /// Every type that has a price, or where the Region has none every type whose hardware is known; smallest first
  /// within its family. An unknown one stays choosable.
  static func instanceTypes(of plan: Plan) -> [String] {
    let hardware = plan.facts.hardware
    let own = plan.profile.compute.instanceType
    let known = (plan.prices?.instanceTypes ?? hardware.instanceTypes)
      .map { (family: InstanceType.family(of: $0), vcpus: hardware[$0]?.vcpus ?? 0, type: $0) }
      .sorted { $0 < $1 }
      .map(\.type)
    return known.contains(own) ? known : [own] + known
  }
}

extension Setting {
  /// The number that a slider shows; nil where the profile does not say and nothing follows.
  func number(in profile: Profile) -> Double? {
    switch field.value(profile) {
    case .count(let count): Double(count)
    case .number(let number): number
    case .estimate(let estimate): estimate.likely
    default: unstatedNumber(in: profile)
    }
  }

  /// What counts while nobody states the key: what it follows from, or nothing where nothing is bought.
  func unstatedNumber(in profile: Profile) -> Double? {
    var unstated = profile
    _ = field.set(&unstated, nil)
    if case .count(let count)? = field.derived?(unstated) { return Double(count) }
    return id == .savingsPlan || id == .eventHours ? 0 : nil
  }

  /// Whether the edited value differs from A's.
  func isChanged(in state: State) -> Bool {
    field.value(state.plan.profile) != field.value(state.baseline.profile)
  }

  /// The ends of a value that is a range; nil where it is certain.
  func range(in profile: Profile) -> Estimate? {
    guard case .estimate(let estimate) = field.value(profile), !estimate.isCertain else { return nil }
    return estimate
  }

  /// The size of the fleet that it is, nil for any other.
  var fleetSize: FleetSize? {
    switch id {
    case .min: .min
    case .desired: .desired
    case .max: .max
    default: nil
    }
  }

  /// The word that a choice shows.
  func word(in profile: Profile) -> String? {
    if case .text(let word) = field.value(profile) { word } else { nil }
  }

  /// The value as its row shows it: `50`, `250k`, `0.25`, `transaction`, `not stated`.
  func text(in profile: Profile) -> String {
    if let word = word(in: profile) { return word }
    guard let number = number(in: profile) else { return "not stated" }
    guard number >= 100_000 else { return exactText(number) }
    let short = Numbers.short(Int(number))
    // A figure that hides a step looks like a dead key.
    if TypedNumber.value(of: short) == number { return short }
    let exact = [exactText(number), "\(exactText((number / 1000).rounded(.down)))k"]
    return exact.first { $0.count <= Self.longestFigure } ?? short
  }

  private static let longestFigure = 7

  /// The number with every digit: `250,000`, `0.25`.
  func exactText(_ number: Double) -> String {
    Numbers.readable(number)
  }
}

extension Control.ID {
  static let min = Control.ID("min")
  static let desired = Control.ID("desired")
  static let max = Control.ID("max")
  static let users = Control.ID("users")
  static let requests = Control.ID("requests")
  static let instanceType = Control.ID("instance type")
  static let region = Control.ID("region")
  static let readReplicas = Control.ID("read replicas")
  static let cacheShards = Control.ID("cache shards")
  static let voiceSessions = Control.ID("voice sessions")
  static let poolMode = Control.ID("pool mode")
  static let cpuTarget = Control.ID("CPU target")
  static let savingsPlan = Control.ID("savings plan")
  static let edgeHits = Control.ID("edge hits")
  static let natGateways = Control.ID("NAT gateways")
  static let eventHours = Control.ID("event hours")
  static let eventUsers = Control.ID("event users")
  static let eventInstances = Control.ID("event instances")
}
