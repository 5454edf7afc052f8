internal import Glibc

/// What a month of a profile's users and instances comes to, in every measure that AWS charges for.
///
/// Each formula stands here once, over ranged inputs that are an end of their ranges or a draw.
struct MonthlyLoad: Sendable {
  let months: PerColumn<BilledMonth>
  private let ends: (low: RangeEnd, likely: RangeEnd, high: RangeEnd)
  private let constants: Constants

  /// A moment with all users.
  private let peak: MonthSegment
  private let terms: PurchaseTerms

  /// Which columns a bill has.
  enum Columns { case all, ends }

  init(
    _ profile: Profile, _ rates: DemandRates, terms: PurchaseTerms, burst: BurstBaseline?,
    columns: Columns = .all
  ) {
    self.terms = terms
    ends = (
      RangeEnd(profile, rates, .low), RangeEnd(profile, rates, .likely), RangeEnd(profile, rates, .high)
    )
    constants = Constants(profile, burst)
    peak = MonthSegment(hours: 1, meanUsers: Double(rates.users), instances: 0)
    let instances = profile.compute.instances
    let meanUsers = Double(rates.users) * rates.meanLoad
    let atSize = { (size: FleetSize) in BilledMonth(FleetHours(instances[size]), meanUsers: meanUsers) }
    let desired = atSize(.desired)
    guard columns == .all else {
      months = PerColumn(floor: atSize(.min), low: desired, high: atSize(.max))
      return
    }
    let peakInstances = rates.requestsAtOrigin.likely / profile.compute.requestsPerInstancePerMinute
    let day = BilledMonth(
      FleetHours(dayOf: instances, peak: peakInstances, shape: DayShape(mean: rates.meanLoad)),
      meanUsers: meanUsers)
    months = PerColumn(
      floor: atSize(.min), low: desired, likely: desired, high: atSize(.max), day: day,
      event: profile.event.map { BilledMonth(day, with: $0, of: profile) })
  }

  /// A measure of a column's month; none in a column that the bill does not have.
  func quantity(of measure: Measure, in column: CostColumn) -> Double {
    months[column].map { quantity(of: measure, end(column), in: $0) } ?? 0
  }

  /// Load balancer capacity units with all users at the high end of the demand.
  var unitsAtPeak: Double { constants.units(ends.high, peak) }

  private func end(_ column: CostColumn) -> RangeEnd {
    switch column.end {
    case .low: ends.low
    case .likely: ends.likely
    case .high: ends.high
    }
  }

  /// A measure of a month, for ranged inputs at an end or in a draw.
  @inline(__always)
  func quantity<Inputs: RangedInputs>(of measure: Measure, _ inputs: Inputs, in month: BilledMonth) -> Double
  {
    switch measure {
    case .onDemandHours: month.fleet.total(terms.paidOnDemand)
    case .spotHours: month.fleet.total(terms.spot)
    default: month.total { constants.quantity(of: measure, inputs, in: $0) }
    }
  }

  /// A measure of a month in which a fleet of one size stands, for draws.
  @inline(__always)
  func quantity<Inputs: RangedInputs>(
    of measure: Measure, _ inputs: Inputs, meanUsers: Double, instances: Double
  ) -> Double {
    let hours = Double(Month.hours)
    return switch measure {
    case .onDemandHours: hours * terms.paidOnDemand(of: Int(instances))
    case .spotHours: hours * terms.spot(of: Int(instances))
    default:
      constants.quantity(
        of: measure, inputs, in: MonthSegment(hours: hours, meanUsers: meanUsers, instances: instances))
    }
  }
}

extension MonthlyLoad {
  /// What the formulas read of a profile that is no range.
  fileprivate struct Constants: Sendable {
    let originShare: Double
    let hasCDN: Bool
    let mostSessions: Double
    let talk: Double
    let logKB: Double
    let fileMissShare: Double
    let readShare: Double
    let acrossZones: Double
    let idleMinutes: Double
    let rules: Double
    let reservedUnits: Double
    let targetCPU: Double
    let burst: BurstBaseline?
    let included = LoadBalancerUnits.Included.published
    let speech = SpeechBytes.published

    init(_ profile: Profile, _ burst: BurstBaseline?) {
      originShare = profile.originShare
      hasCDN = profile.cdn.enabled
      mostSessions = profile.voice?.concurrentSessions.map(Double.init) ?? .infinity
      talk = (profile.voice?.talkPercent ?? 0) / 100
      logKB = profile.monitoring?.logKBPerRequest ?? 0
      fileMissShare = 1 - profile.cdn.staticHitPercent / 100
      readShare = (profile.database?.readPercent ?? 0) / 100
      let zones = Double(profile.compute.availabilityZones)
      acrossZones = (zones - 1) / zones
      idleMinutes = Double(profile.loadBalancer.idleTimeoutSeconds) / 60
      rules = max(0, Double(profile.loadBalancer.rules) - LoadBalancerUnits.Included.published.rules)
      reservedUnits = Double(profile.loadBalancer.reservedUnits)
      targetCPU = profile.compute.targetCPUPercent / 100
      self.burst = burst
    }
  }
}

extension MonthlyLoad.Constants {
  @inline(__always)
  func quantity<Inputs: RangedInputs>(of measure: Measure, _ inputs: Inputs, in segment: MonthSegment)
    -> Double
  {
    switch measure {
    case .month: segment.hours / Double(Month.hours)
    case .hours: segment.hours
    case .instances: segment.hours / Double(Month.hours) * segment.instances
    case .onDemandHours, .spotHours: 0
    case .creditHours: creditHours(inputs, segment)
    case .requests: minutesOfUsers(segment) * inputs.requestsPerUser
    case .originRequests: originRequests(inputs, segment)
    case .edgeRequests: minutesOfUsers(segment) * (inputs.requestsPerUser + inputs.filesPerUser)
    case .fileMisses: minutesOfUsers(segment) * inputs.filesPerUser * fileMissShare
    case .bytesOut: bytesOut(inputs, segment)
    case .bytesUp: originRequests(inputs, segment) * inputs.requestKB / Bytes.kilobytesPerGigabyte
    case .logs: originRequests(inputs, segment) * logKB / Bytes.kilobytesPerGigabyte
    case .natBytes: segment.hours / Double(Month.hours) * inputs.natGB
    case .millionIO: segment.hours / Double(Month.hours) * inputs.millionIO
    case .cacheAcrossZones:
      originRequests(inputs, segment) * inputs.operationsPerRequest * inputs.kbPerOperation
        / Bytes.kilobytesPerGigabyte * acrossZones
    case .databaseAcrossZones:
      originRequests(inputs, segment) * inputs.queriesPerRequest * (1 - readShare * inputs.hitPercent / 100)
        * inputs.kbPerQuery
        / Bytes.kilobytesPerGigabyte * acrossZones
    case .loadBalancerUnitHours: unitHours(inputs, segment)
    case .speechMinutes: speechMinutes(inputs, segment)
    case .speechBytes:
      speechMinutes(inputs, segment) * 60 * (speech.toModel + speech.fromModel * talk) * speech.encoding
        / Bytes.perGigabyte
    case .otherLines: 0
    }
  }

  /// Minutes of all users at the mean load: 60 x hours x users x load.
  @inline(__always)
  private func minutesOfUsers(_ segment: MonthSegment) -> Double { 60 * segment.hours * segment.meanUsers }

  @inline(__always)
  private func originRequests(_ inputs: some RangedInputs, _ segment: MonthSegment) -> Double {
    minutesOfUsers(segment) * inputs.requestsPerUser * originShare
  }

  /// As many mean sessions as users ask for, never more than may run.
  @inline(__always)
  private func sessions(_ inputs: some RangedInputs, _ segment: MonthSegment) -> Double {
    min(segment.meanUsers * inputs.voicePercent / 100, mostSessions)
  }

  @inline(__always)
  private func speechMinutes(_ inputs: some RangedInputs, _ segment: MonthSegment) -> Double {
    60 * segment.hours * sessions(inputs, segment)
  }

  /// Gigabytes to the users: responses, files, and what the model says.
  @inline(__always)
  private func bytesOut(_ inputs: some RangedInputs, _ segment: MonthSegment) -> Double {
    let kilobytes =
      minutesOfUsers(segment)
      * (inputs.requestsPerUser * inputs.responseKB + inputs.filesPerUser * inputs.fileKB)
      + 60 * speechMinutes(inputs, segment) * inputs.voiceKB * talk
    return kilobytes / Bytes.kilobytesPerGigabyte
  }

  /// Capacity units above the reserved ones, x hours.
  @inline(__always)
  private func unitHours(_ inputs: some RangedInputs, _ segment: MonthSegment) -> Double {
    segment.hours * max(0, units(inputs, segment) - reservedUnits)
  }

  /// Capacity units of the users of a segment.
  @inline(__always)
  fileprivate func units(_ inputs: some RangedInputs, _ segment: MonthSegment) -> Double {
    let api = inputs.requestsPerUser * originShare
    let requests = hasCDN ? api : api + inputs.filesPerUser
    let perSecond = segment.meanUsers * requests / 60
    let kilobytes =
      60 * segment.meanUsers
      * (api * (inputs.responseKB + inputs.requestKB) + (hasCDN ? 0 : inputs.filesPerUser * inputs.fileKB))
      + 3600 * sessions(inputs, segment) * inputs.voiceKB * (1 + talk)
    return LoadBalancerUnits(
      meanUsers: segment.meanUsers, requestsPerUser: requests, idleMinutes: idleMinutes,
      gigabytesPerHour: kilobytes / Bytes.kilobytesPerGigabyte, evaluations: perSecond * rules,
      included: included
    ).billed
  }

  /// Hours of vCPUs above the baseline of a burstable type.
  @inline(__always)
  private func creditHours(_ inputs: some RangedInputs, _ segment: MonthSegment) -> Double {
    guard let burst else { return 0 }
    let busy =
      targetCPU * segment.meanUsers * inputs.requestsPerUser * originShare
      / (inputs.requestsPerInstance * segment.instances)
    return segment.hours * segment.instances * burst.vcpus * max(0, min(1, busy) - burst.share)
  }
}

/// What a burstable type does before it pays for CPU.
struct BurstBaseline: Sendable {
  let vcpus: Double

  /// The share of a vCPU that costs nothing more, from 0 to 1.
  let share: Double

  /// Nil for a type that is not burstable, or whose vCPUs nobody knows.
  init?(_ type: String, hardware: HardwareBook) {
    guard let percent = BillingFacts.burstBaselinePercent(ofType: type)?.value,
      let vcpus = hardware[type]?.vcpus
    else { return nil }
    self.vcpus = Double(vcpus)
    share = percent / 100
  }
}

/// Bytes that speech takes on its way to a model and back.
struct SpeechBytes: Sendable {
  /// Bytes a second while a session lasts.
  let toModel = BillingFacts.figure("speech.to_model_bytes_per_second")

  /// Bytes a second while the model speaks.
  let fromModel = BillingFacts.figure("speech.from_model_bytes_per_second")

  /// How many times as long it is in the events that carry it.
  let encoding = BillingFacts.speechEncoding

  static let published = SpeechBytes()
}
