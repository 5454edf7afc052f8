internal import Typography

extension Plan {
  /// How a line of the bill came about.
  package func explanation(of line: CostLine.ID, basis: CostBasis) -> Explanation {
    switch basis {
    case .quoted: Explanation(formula: quotedFormula(of: line), inputs: quotedInputs(of: line))
    case .list: Explanation(formula: listFormula(of: line), inputs: listInputs(of: line))
    }
  }

  package func formula(of line: CostLine.ID, basis: CostBasis) -> String {
    switch basis {
    case .quoted: quotedFormula(of: line)
    case .list: listFormula(of: line)
    }
  }

  /// The charges of a line, one after the other, with the plan's own figures.
  private func listFormula(of id: CostLine.ID) -> String {
    guard let line = billLine(id) else { return "not in the profile" }
    if prices == nil, case .failure(let reason) = line.cost(of: billed) { return reason.text }
    let charges = line.charges(billed)
    let formulas = charges.map { ChargeFormula($0, billed) }
    let notes = formulas.compactMap(\.note)
    return ([formulas.map(\.text).joined(separator: " + ")] + notes).joined(separator: ", ")
  }

  private func listInputs(of id: CostLine.ID) -> [Explanation.Input] {
    let charges = billLine(id)?.charges(billed) ?? []
    return inputs(listKeys(of: id)) + charges.compactMap(\.rate.input).withoutRepeats
      + charges.flatMap { ratesBelowOnDemand($0.rate) }
  }

  /// What the instances would cost reserved or as Spot, named as what it is, for people to take into the profile.
  private func ratesBelowOnDemand(_ rate: Rate) -> [Explanation.Input] {
    guard case .price(.instance(let type), _, _) = rate, let rates = prices?.rates(ofInstance: type) else {
      return []
    }
    let offers = rates.offers
    let state = { (change: String, saving: Double?) in
      let offer = offers.first { $0.change.path == change && $0.savingPercent == saving }
      return offer?.isTaken(by: self.profile) == true ? "taken" : "not counted"
    }
    let saving = { (percent: Double?) in
      percent.map { "saves \(Numbers.readable($0))%" } ?? "saves nothing"
    }
    let reserved = rates.reserved.map { rate in
      Explanation.Input(
        name: "reservation, \(state(InstanceRates.Reserved.key, rate.savingPercent)): \(rate.title)",
        value: "\(rate.hourly.inDollars), \(saving(rate.savingPercent))", origin: .fact(rate.origin))
    }
    let spot = rates.spot.map { spot in
      Explanation.Input(
        name: "Spot, \(state(InstanceRates.Spot.key, spot.savingPercent)): \(spot.interrupted) interrupted",
        value: saving(spot.savingPercent), origin: .fact(spot.origin))
    }
    let plan = Explanation.Input(
      name: "Savings Plan", value: "unknown", origin: .policy(reason: RateOffer.noPlan))
    return reserved + [plan] + [spot].compactMap(\.self)
  }

  /// The keys of the profile from which the cost of a line follows; none where the fleet does not have it.
  func listKeys(of id: CostLine.ID) -> [String] {
    guard let line = billLine(id) else { return [] }
    let keys = line.charges(billed).flatMap { charge in
      charge.quantityKeys(profile) + charge.rate.keys
    }
    return (keys + line.keys(profile)).withoutRepeats
  }

  /// Whether the fleet has a line, priced or not.
  func hasLine(_ id: CostLine.ID) -> Bool { billLine(id) != nil }

  private func billLine(_ id: CostLine.ID) -> BillLine? {
    model.lines.first { $0.id == id && $0.isPresent(profile) }
  }
}

/// One charge as arithmetic: `25 | 50 | 50 | 100 | 40.6 instances x 20 GB x $0.08`, the numbers in the order of the
/// columns.
private struct ChargeFormula {
  private let charge: Charge
  private let months: PerColumn<BilledMonth>
  private let quantity: PerColumn<Double>

  init(_ charge: Charge, _ fleet: BilledFleet) {
    self.charge = charge
    months = fleet.load.months
    quantity = charge.quantity(of: fleet)
  }

  var text: String {
    switch charge.rate {
    case .unknown: "\(units(at: nil)) x unknown price"
    case .price(_, let price, .one): "\(units(at: price.price)) x \(price.price.inDollars)"
    case .price(_, let price, let share):
      "\(units(at: price.price)) x \(price.price.inDollars) x \(Numbers.exact(share.decimal)) of the price"
    case .stated(let price, _): "\(units(at: price)) x \(price.inDollars)"
    case .tariff(let tariff, let freeShare): text(tariff, freeShare)
    }
  }

  /// What has to be said beside the formula.
  var note: String? {
    if let note = charge.measure.note { return note }
    guard case .tariff(let tariff, let freeShare) = charge.rate else { return nil }
    let hasSteps = steps(of: tariff, freeShare).contains { $0 > 0 }
    let free =
      tariff.free > 0 && hasSteps
      ? "the first \(Numbers.exact(tariff.free * freeShare)) \(charge.unit) free" : nil
    let minimum = tariff.minimum.map { "at least $\($0.shortest)" }
    let notes = [free, minimum].compactMap(\.self)
    return notes.isEmpty ? nil : notes.joined(separator: ", ")
  }

  /// The steps of a tariff that any column reaches.
  private func steps(of tariff: Tariff, _ freeShare: Double) -> [Int] {
    tariff.steps.indices.filter { step in
      quantity.stated.contains { column in
        tariff.units(of: quantity[column] ?? 0, in: step, freeShare: freeShare) > 0
      }
    }
  }

  /// No more is free than is used, so nothing is taken off below zero; beyond the first step, the units of each step.
  private func text(_ tariff: Tariff, _ freeShare: Double) -> String {
    let reached = steps(of: tariff, freeShare)
    if reached.contains(where: { $0 > 0 }) {
      return reached.map { step in
        let price = tariff.steps[step].price
        let units = perColumn { number(tariff.units(of: $1, in: step, freeShare: freeShare), at: price) }
        return "\(units) \(charge.unit) x \(price.inDollars)"
      }.joined(separator: " + ")
    }
    let price = tariff.firstPrice
    let allowance = tariff.free * freeShare
    guard allowance > 0 else { return "\(units(at: price)) x \(price.inDollars)" }
    let free = perColumn { _, quantity in
      quantity > allowance ? Numbers.exact(allowance) : number(quantity, at: price)
    }
    return "(\(units(at: price)) - \(free) free) x \(price.inDollars)"
  }

  /// Factors where people count them, else the quantity that the load comes to.
  private func units(at price: Price?) -> String {
    guard charge.measure.isCount else {
      return "\(perColumn { number($1, at: price) }) \(charge.unit)"
    }
    let factors = charge.units.factors.map { "\(Numbers.exact($0.value)) \($0.value.unit($0.unit))" }
    let terms =
      switch charge.measure {
      case .instances:
        ["\(perColumn { column, _ in instances(column, at: price) }) instances"] + factors
      case .hours: factors + ["\(Month.hours) h"]
      default: factors
      }
    return terms.isEmpty ? "1 \(1.0.unit(charge.unit))" : terms.joined(separator: " x ")
  }

  /// As many places as the price needs for the product to be right to a twentieth of a cent.
  private func number(_ quantity: Double, at price: Price?) -> String {
    guard quantity != 0, let price else { return Numbers.readable(quantity, places: 2) }
    let exact = price.times(quantity).dollars
    return Numbers.readable(quantity, from: 0) { abs(price.times($0).dollars - exact) < 0.000_5 }
  }

  /// The instances of a column; their mean, with as many places as it needs, where they follow the day.
  private func instances(_ column: CostColumn, at price: Price?) -> String {
    guard let month = months[column] else { return "" }
    let mean = month.fleet.mean
    guard column.size == nil, let price else { return Numbers.readable(mean, places: 2) }
    let each = charge.units.units(in: 1)
    let exact = price.times(mean * each).dollars
    return Numbers.readable(mean, from: 0) { abs(price.times($0 * each).dollars - exact) < 0.000_5 }
  }

  /// One number where all columns have the same, else that of each.
  private func perColumn(_ text: (CostColumn, Double) -> String) -> String {
    let texts = quantity.stated.map { text($0, quantity[$0] ?? 0) }
    return Set(texts).count == 1 ? texts[0] : texts.joined(separator: " | ")
  }
}

extension Double {
  /// A unit in the plural, or in the singular where there is one: `10 metrics`, `1 metric`.
  fileprivate func unit(_ plural: String) -> String {
    self == 1 && plural.hasSuffix("s") ? String(plural.dropLast()) : plural
  }
}

extension Rate {
  /// The keys of the profile that name what is priced.
  fileprivate var keys: [String] {
    if case .stated(_, let key) = self { return [key] }
    guard case .price(let id, _, _) = self else { return [] }
    return switch id {
    case .instance: ["compute.instance_type"]
    case .database: ["database.instance_class", "database.engine"]
    case .cacheNode: ["cache.node_type", "cache.engine"]
    case .speech: ["voice.model"]
    }
  }

  /// The price as an input of a formula, with who says so.
  fileprivate var input: Explanation.Input? {
    switch self {
    case .unknown, .stated: nil
    case .price(let id, let price, _):
      Explanation.Input(name: id.title, value: price.price.inDollars, origin: .fact(price.origin))
    case .tariff(let tariff, _):
      Explanation.Input(
        name: "price of a \(tariff.kind.unit)",
        value: (tariff.steps.count > 1 ? "from " : "") + tariff.firstPrice.inDollars,
        origin: .fact(tariff.origin))
    }
  }
}

extension PriceID {
  /// What the price is called among the inputs of a formula.
  fileprivate var title: String {
    switch self {
    case .instance: "On-Demand price"
    case .database(_, _, .singleAZ): "Single-AZ price"
    case .database(_, _, .multiAZ): "Multi-AZ price"
    case .database(_, _, .ioOptimized): "I/O-optimized price"
    case .cacheNode: "node price"
    case .speech(_, .input): "price of 1,000 speech tokens in"
    case .speech(_, .output): "price of 1,000 speech tokens out"
    case .speech(_, .textInput): "price of 1,000 text tokens in"
    case .speech(_, .textOutput): "price of 1,000 text tokens out"
    }
  }
}

extension Price {
  var inDollars: String { "$\(decimal)" }
}

extension Fraction {
  var decimal: Double { Double(numerator) / Double(denominator) }
}

extension Array where Element: Hashable {
  /// Each element where it stands first.
  var withoutRepeats: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
