/// How sure a plan is: what its month costs and what falls short when every ranged input is drawn.
package struct Uncertainty: Equatable, Sendable {
  /// Draws that this result counts, in order from the first.
  package let drawn: Int

  /// Draws that were asked for; more than `drawn` where somebody ended it early.
  package let samples: Int
  package let seed: Int

  /// Name of the random number generator.
  package static let generator = RandomStream.name

  /// The monthly list cost; nil where no line has a price.
  package let monthlyCost: Spread?

  /// Lines that nobody can price; they are in no draw.
  package let unpriced: [UnpricedLine]

  /// Instances at the peak: ceil(demand / requests of an instance) within min..max, by the demand's own percentiles.
  package let peakFleet: Percentiles<Int>

  /// The chance that each wall carries fewer users than the target; nil where the wall is unknown.
  package let walls: [WallChance]

  /// The chance that any of them does, the walls aside that are compute seen otherwise.
  package let any: AtScale<Double>

  /// What drives the cost, largest first; empty where nothing is uncertain.
  package let drivers: [Driver]

  package var isPartial: Bool { drawn < samples }

  /// Three points of a distribution.
  package struct Percentiles<Value> {
    package let p5: Value
    package let p50: Value
    package let p95: Value

    init(_ value: (Double) -> Value) {
      p5 = value(0.05)
      p50 = value(0.5)
      p95 = value(0.95)
    }
  }

  /// The monthly list cost over all draws.
  package struct Spread: Equatable, Sendable {
    package let percentiles: Percentiles<Money>
    package let mean: Money
    package let lowest: Money
    package let highest: Money
    fileprivate let histogram: CostHistogram

    /// Draws by so many equal steps of cost, one or more, from the lowest to the highest.
    package func bars(_ count: Int) -> [Int] { histogram.bars(count) }

    /// The cost that a share of the draws, from 0 to 1, does not exceed.
    package func percentile(_ share: Double) -> Money { Money(nearest: histogram.percentile(share)) }
  }

  package struct WallChance: Equatable, Sendable {
    package let id: Wall.ID

    /// From 0 to 1.
    package let short: AtScale<Double>?
  }

  /// An input and the share of the cost's variance that it explains.
  package struct Driver: Equatable, Sendable {
    package let input: UncertainInput

    /// Squared correlation with the cost, scaled so that all drivers come to 100.
    package let sharePercent: Double
  }
}

extension Uncertainty.Percentiles: Equatable where Value: Equatable {}
extension Uncertainty.Percentiles: Sendable where Value: Sendable {}

extension Uncertainty {
  init(_ tally: Tally, model: UncertaintyModel, plan: Plan, samples: Int, seed: Int) {
    drawn = tally.draws
    self.samples = samples
    self.seed = seed
    monthlyCost = plan.list.lines.isEmpty ? nil : Spread(tally, likelyCost: model.likelyCost)
    unpriced = plan.list.unpriced
    let demand = Triangular(plan.demand.requestsPerMinute)
    let compute = plan.profile.compute
    peakFleet = Percentiles { share in
      let instances = demand.quantile(share) / compute.requestsPerInstancePerMinute
      let fleet = Int(min(Double(compute.instances.max), instances.wholeUnitsUp))
      return max(compute.instances.min, fleet)
    }
    let chance = { (count: Int) in Double(count) / Double(tally.draws) }
    walls = plan.walls.map { wall in
      let place = model.walls.firstIndex { $0.id == wall.id }
      return WallChance(id: wall.id, short: place.map { tally.short[$0].map(chance) })
    }
    any = tally.anyShort.map(chance)
    drivers = Self.drivers(tally, model: model)
  }

  private static func drivers(_ tally: Tally, model: UncertaintyModel) -> [Driver] {
    let squares = model.drawn.map { drawn in
      let sums = tally.inputs[drawn.input.position]
      let covariance = sums.timesCost - sums.own.sum * tally.cost.sum / Double(tally.draws)
      let spreads = sums.own.spread(tally.draws) * tally.cost.spread(tally.draws)
      return spreads > 0 ? covariance * covariance / spreads : 0
    }
    let total = squares.reduce(0, +)
    guard total > 0 else { return [] }
    return zip(model.drawn, squares)
      .map { Driver(input: $0.input, sharePercent: 100 * $1 / total) }
      .sorted { $0.sharePercent > $1.sharePercent }
  }
}

extension Uncertainty.Spread {
  fileprivate init(_ tally: Tally, likelyCost: Double) {
    histogram = tally.histogram
    percentiles = Uncertainty.Percentiles { Money(nearest: tally.histogram.percentile($0)) }
    mean = Money(nearest: likelyCost + tally.cost.sum / Double(tally.draws))
    lowest = Money(nearest: tally.histogram.lowest)
    highest = Money(nearest: tally.histogram.highest)
  }
}

extension AtScale {
  fileprivate func map<Result>(_ transform: (Value) -> Result) -> AtScale<Result> {
    AtScale<Result> { $0 == .max ? transform(max) : transform(desired) }
  }
}

extension Money {
  /// The whole cent nearest to a number of dollars that was drawn.
  fileprivate init(nearest dollars: Double) {
    self.init(picodollars: Int128((dollars * 100).rounded()) * (Self.unitsPerDollar / 100))
  }
}
