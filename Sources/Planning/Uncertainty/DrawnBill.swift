/// The list-price bill of a month as a function of what is drawn, in dollars.
///
/// The lines and tariffs are those of the plan's exact bill, over floating-point numbers: for the same demand the two
/// differ only by the plan's rounding of each line to the cent. Unpriced lines are in neither.
struct DrawnBill: Sendable {
  /// What every draw pays: database, cache, hours, alarms, rules.
  private var fixed = 0.0
  private var charges: [DrawnQuantity: [Charge]] = [:]
  private let load: DrawnLoad
  private let prices: PriceBook

  /// Fills a block's costs from its inputs.
  func price(_ block: inout DrawBlock) {
    block.cost = DrawColumn(fixed)
    for quantity in DrawnQuantity.allCases {
      guard let charges = charges[quantity] else { continue }
      let column = load.column(of: quantity, in: block)
      for charge in charges { charge.add(to: &block.cost, for: column) }
    }
  }

  init(_ plan: Plan) {
    load = DrawnLoad(plan)
    prices = plan.prices
    for line in plan.list.lines { add(line, of: plan.profile) }
  }

  private mutating func add(_ line: CostLine, of profile: Profile) {
    switch line.id {
    case .compute:
      guard let instance = prices.instances[profile.compute.instanceType] else { return }
      let month = instance.hourly.times(Month.hours).scaled(by: profile.compute.purchase.mix)
      charge(.meanFleet, dollars: month.dollars)
    case .blockStorage: charge(.meanFleet, times: Double(profile.compute.rootVolumeGB), .blockStorage)
    case .database, .cache: fixed += line.cost.low.dollars
    case .loadBalancer:
      fixed += bill(.loadBalancerHour, Month.hours)
      charge(.loadBalancerUnits, times: Double(Month.hours), .loadBalancerUnit)
    case .transfer where profile.cdn.enabled:
      charge(.gigabytes, times: 1, .cdnTransfer)
      charge(.requests, times: 1 / 10_000, .cdnRequests)
    case .transfer: charge(.gigabytes, times: 1, .internetTransfer)
    case .monitoring:
      guard let monitoring = profile.monitoring else { return }
      fixed += bill(.alarm, monitoring.alarms.count)
      charge(.meanFleet, times: Double(monitoring.customMetricsPerInstance), .metric)
      charge(.requests, times: monitoring.logKBPerRequest / Bytes.kilobytesPerGigabyte, .log)
    case .firewall:
      guard let firewall = profile.firewall else { return }
      fixed += bill(.firewallACL, 1) + bill(.firewallRule, firewall.rules)
      charge(.requests, times: 1e-6, .firewallRequests)
    case .voice: addVoice(profile.voice)
    }
  }

  private mutating func addVoice(_ voice: Voice?) {
    guard let voice, let facts = voice.model.flatMap({ prices.voiceModels[$0] }),
      let input = voice.speechInputTokensPerMinute, let output = voice.speechOutputTokensPerMinute
    else { return }
    let minute = input * facts.speechInput.dollars + output * facts.speechOutput.dollars
    charge(.voiceMinutes, dollars: minute / 1000)
  }

  private func bill(_ id: Tariff.ID, _ count: Int) -> Double { prices.tariffs[id]?.bill(count).dollars ?? 0 }

  private mutating func charge(_ quantity: DrawnQuantity, dollars: Double) {
    let step = Charge.Step(from: 0, upTo: .infinity, dollars: dollars)
    charges[quantity, default: []].append(Charge(units: 1, steps: [step]))
  }

  private mutating func charge(_ quantity: DrawnQuantity, times units: Double, _ id: Tariff.ID) {
    guard let tariff = prices.tariffs[id] else { return }
    let largest = load.largest(quantity) * units
    charges[quantity, default: []].append(Charge(units: units, tariff, upTo: largest))
  }
}

/// What a month's charges are counted by.
enum DrawnQuantity: CaseIterable, Sendable {
  /// Instances at mean load.
  case meanFleet
  case requests
  case gigabytes
  case loadBalancerUnits
  case voiceMinutes
}

/// A price by step of a quantity.
private struct Charge {
  /// Priced units in one of the quantity, such as metrics of an instance.
  let units: Double
  let steps: [Step]

  struct Step {
    let from: Double
    let upTo: Double
    let dollars: Double
  }

  func add(to cost: inout DrawColumn, for quantity: DrawColumn) {
    for step in steps {
      cost.update(with: quantity) { $0 + max(0, min($1 * units, step.upTo) - step.from) * step.dollars }
    }
  }
}

extension Charge {
  /// The steps of a tariff that a quantity can reach.
  init(units: Double, _ tariff: Tariff, upTo largest: Double) {
    self.units = units
    var from = tariff.free
    steps = tariff.steps.compactMap { step in
      let end = step.upTo ?? .infinity
      guard end > from, largest > from else { return nil }
      defer { from = end }
      return Step(from: from, upTo: end, dollars: step.price.dollars)
    }
  }
}

extension Price {
  /// The nearest floating-point number, for draws only; never for a bill.
  fileprivate var dollars: Double { Double(nanodollars) / Double(Self.unitsPerDollar) }
}
