/// What the drawn inputs ask of the fleet in a month.
struct DrawnLoad: Sendable {
  private let load: MonthlyLoad
  private let users: Double
  private let originShare: Double
  private let fewestInstances: Double
  private let mostInstances: Double

  init(_ plan: Plan) {
    let compute = plan.profile.compute
    load = plan.billed.load
    users = Double(plan.demand.users)
    originShare = plan.profile.originShare
    fewestInstances = Double(compute.instances.min)
    mostInstances = Double(compute.instances.max)
  }

  /// A measure of each draw; every case by itself, so that the loop over the draws is made for one formula.
  func column(of measure: Measure, in block: borrowing DrawBlock) -> DrawColumn {
    switch measure {
    case .month: quantity(.month, block)
    case .hours: quantity(.hours, block)
    case .instances: quantity(.instances, block)
    case .onDemandHours: quantity(.onDemandHours, block)
    case .spotHours: quantity(.spotHours, block)
    case .creditHours: quantity(.creditHours, block)
    case .requests: quantity(.requests, block)
    case .originRequests: quantity(.originRequests, block)
    case .edgeRequests: quantity(.edgeRequests, block)
    case .fileMisses: quantity(.fileMisses, block)
    case .bytesOut: quantity(.bytesOut, block)
    case .bytesUp: quantity(.bytesUp, block)
    case .logs: quantity(.logs, block)
    case .natBytes: quantity(.natBytes, block)
    case .millionIO: quantity(.millionIO, block)
    case .cacheAcrossZones: quantity(.cacheAcrossZones, block)
    case .databaseAcrossZones: quantity(.databaseAcrossZones, block)
    case .loadBalancerUnitHours: quantity(.loadBalancerUnitHours, block)
    case .speechMinutes: quantity(.speechMinutes, block)
    case .speechBytes: quantity(.speechBytes, block)
    case .otherLines: block.cost
    }
  }

  @inline(__always)
  private func quantity(_ measure: Measure, _ block: borrowing DrawBlock) -> DrawColumn {
    block.map {
      let meanUsers = users * ($0.meanLoadPercent / 100)
      return load.quantity(of: measure, $0, meanUsers: meanUsers, instances: meanFleet($0, meanUsers))
    }
  }

  /// Instances at mean load: ceil(demand x mean load / requests of one instance), within min..max.
  @inline(__always)
  private func meanFleet(_ inputs: DrawnInputs, _ meanUsers: Double) -> Double {
    let instances = meanUsers * inputs.requestsPerUser * originShare / inputs.requestsPerInstance
    return max(fewestInstances, min(mostInstances, instances.wholeUnitsUp))
  }
}
