import Planning
import Testing

@Suite struct `A commitment` {
  private static let fleets: [@Sendable (inout Profile) -> Void] = [
    { _ in }, { $0.demand.meanLoadPercent = 75 },
    { $0.compute.purchase.onDemandPercentAboveBase = 40 },
    { $0.compute.instances = InstanceCounts(min: 1, desired: 60, max: 90) },
    { $0.growth?.monthlyPercent = Estimate(low: -8, likely: -5, high: 1) },
    { $0.growth = nil },
  ]

  private func advice(_ fleet: Int, discount: Double?, months: Int = 6) throws -> CommitmentAdvice {
    var profile = Guide.growing()
    Self.fleets[fleet](&profile)
    return try CommitmentAdvice(Plan(profile), HorizonRequest(months: months), discountPercent: discount)
  }

  @Test(arguments: fleets.indices, [nil, 0, 10, 19, 32, 60, 99.5])
  func `is the cheapest of all that could be bought`(fleet: Int, discount: Double?) throws {
    let advice = try advice(fleet, discount: discount)
    let costs = (0...advice.peak + 2).map { advice.choice(of: $0).cost }
    #expect(advice.best.cost == costs.min())
    #expect(advice.best.cost == advice.choice(of: advice.best.instances).cost)
    #expect(advice.best.saving == advice.none - advice.best.cost)
    for regret in advice.regret { #expect(regret.regret >= .zero) }
  }

  /// A plan that takes nothing off costs as much as On-Demand where an instance always runs: it is not bought.
  @Test func `of a tie buys none`() throws {
    #expect(try advice(0, discount: 0).best.instances == 0)
  }

  /// The bill prices a day by the same minutes.
  @Test(arguments: [0, 1, 2, 3], [19.0, 27])
  func `of one month is what the bill says of a day under that plan`(fleet: Int, discount: Double) throws {
    let advice = try advice(fleet, discount: discount, months: 1)
    var profile = advice.plan.profile
    profile.compute.purchase.savingsPlan.instances = advice.best.instances
    profile.compute.purchase.savingsPlan.discountPercent = discount
    #expect(Plan(profile).list.line(.compute)?.cost.day == advice.best.cost)
  }

  @Test(arguments: [0, 1, 4]) func `climbs as far as every later month asks`(fleet: Int) throws {
    let advice = try advice(fleet, discount: 27)
    let each = try advice.months.map { month in
      var request = HorizonRequest(months: 1)
      request.from = month
      return try CommitmentAdvice(advice.plan, request, discountPercent: 27).best.instances
    }
    var bought = 0
    for (index, month) in advice.months.enumerated() {
      if let step = advice.ladder.first(where: { $0.month == month }) {
        #expect(step.add == step.instances - bought && step.add > 0)
        bought = step.instances
      }
      #expect(bought == each[index...].min())
    }
    #expect(advice.worstMonth.instances == each.min())
  }

  /// c6i.2xlarge, min 25 at 73 per cent of 0.34 USD: 25 x 0.2482 = 6.205 USD an hour.
  @Test func `of the guide is what its design says`() throws {
    let flat = try CommitmentAdvice(Plan(Guide.profile))
    #expect(flat.best.instances == 25 && flat.best.hourly.exact == "6.205")
    #expect(flat.best.saving.decimal == "1675.35")
    let growing = try CommitmentAdvice(Plan(Guide.growing()))
    #expect(growing.best.instances == 29 && growing.best.hourly.exact == "7.1978")
    #expect(growing.best.saving.decimal == "1709.05")
    #expect(growing.atDiscounts.map(\.choice.instances) == [25, 29, 34])
  }

  @Test func `without a price of the type is refused`() throws {
    var profile = Guide.growing()
    profile.region = "me-west-1"
    #expect(throws: HorizonRefusal.self) { try CommitmentAdvice(Plan(profile)) }
  }
}
