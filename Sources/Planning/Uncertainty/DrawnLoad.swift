/// What the drawn inputs ask of the fleet in a month.
struct DrawnLoad: Sendable {
  private let load: MonthlyLoad
  private let requestsPerInstance: Double
  private let fewestInstances: Double
  private let mostInstances: Double
  private let highestRequestsPerUser: Double
  private let highestResponseKB: Double

  init(_ plan: Plan) {
    let compute = plan.profile.compute
    load = MonthlyLoad(plan.profile, plan.demand)
    requestsPerInstance = compute.requestsPerInstancePerMinute
    fewestInstances = Double(compute.instances.min)
    mostInstances = Double(compute.instances.max)
    highestRequestsPerUser = plan.demand.requestsPerUser.high
    highestResponseKB = plan.profile.demand.responseKB.high
  }

  func column(of measure: Measure, in block: borrowing DrawBlock) -> DrawColumn {
    var column = block.column(.requestsPerUser)
    switch measure {
    case .month: column = DrawColumn(1)
    case .hours: column = DrawColumn(Double(Month.hours))
    case .instances: column.update(meanFleet)
    case .requests: column.update(load.requests)
    case .gigabytes:
      column.update(with: block.column(.responseSize)) { load.gigabytes($0, responseKB: $1) }
    case .loadBalancerUnits:
      column.update(with: block.column(.responseSize)) { load.loadBalancerUnits($0, responseKB: $1) }
    case .speechMinutes:
      column = block.column(.voiceUsers)
      column.update(load.speechMinutes)
    }
    return column
  }

  /// A bound that no draw passes.
  func largest(_ measure: Measure) -> Double {
    switch measure {
    case .month: 1
    case .hours: Double(Month.hours)
    case .instances: mostInstances
    case .requests: load.requests(highestRequestsPerUser)
    case .gigabytes: load.gigabytes(highestRequestsPerUser, responseKB: highestResponseKB)
    case .loadBalancerUnits, .speechMinutes: .infinity
    }
  }

  /// Instances at mean load: ceil(demand x mean load / requests of one instance), within min..max.
  private func meanFleet(_ requestsPerUser: Double) -> Double {
    let instances = load.meanUsers * requestsPerUser / requestsPerInstance
    return max(fewestInstances, min(mostInstances, instances.wholeUnitsUp))
  }
}
