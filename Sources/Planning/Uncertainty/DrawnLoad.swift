/// What the drawn inputs ask of the fleet in a month.
struct DrawnLoad: Sendable {
  private let meanUsers: Double
  private let requestsPerInstance: Double
  private let fewestInstances: Double
  private let mostInstances: Double
  private let idleMinutes: Double
  private let mostVoiceSessions: Double
  private let highestRequestsPerUser: Double
  private let highestResponseKB: Double

  init(_ plan: Plan) {
    let compute = plan.profile.compute
    meanUsers = Double(plan.demand.users) * plan.demand.meanLoad
    requestsPerInstance = compute.requestsPerInstancePerMinute
    fewestInstances = Double(compute.instances.min)
    mostInstances = Double(compute.instances.max)
    idleMinutes = Double(plan.profile.loadBalancer.idleTimeoutSeconds) / 60
    mostVoiceSessions = plan.profile.voice?.concurrentSessions.map(Double.init) ?? .infinity
    highestRequestsPerUser = plan.demand.requestsPerUser.high
    highestResponseKB = plan.profile.demand.responseKB.high
  }

  func column(of quantity: DrawnQuantity, in block: borrowing DrawBlock) -> DrawColumn {
    var column = block.column(.requestsPerUser)
    switch quantity {
    case .meanFleet: column.update(meanFleet)
    case .requests: column.update(requests)
    case .gigabytes: column.update(with: block.column(.responseSize), gigabytes)
    case .loadBalancerUnits: column.update(with: block.column(.responseSize), loadBalancerUnits)
    case .voiceMinutes:
      column = block.column(.voiceUsers)
      column.update(voiceMinutes)
    }
    return column
  }

  /// A bound that no draw passes.
  func largest(_ quantity: DrawnQuantity) -> Double {
    switch quantity {
    case .meanFleet: mostInstances
    case .requests: requests(highestRequestsPerUser)
    case .gigabytes: gigabytes(highestRequestsPerUser, highestResponseKB)
    case .loadBalancerUnits, .voiceMinutes: .infinity
    }
  }

  /// Requests of a month: mean users x requests of one user x 43,800 minutes.
  private func requests(_ requestsPerUser: Double) -> Double {
    meanUsers * requestsPerUser * Double(Month.minutes)
  }

  private func gigabytes(_ requestsPerUser: Double, _ responseKB: Double) -> Double {
    requests(requestsPerUser) * responseKB / Bytes.kilobytesPerGigabyte
  }

  private func loadBalancerUnits(_ requestsPerUser: Double, _ responseKB: Double) -> Double {
    LoadBalancerUnits(
      meanUsers: meanUsers, requestsPerUser: requestsPerUser, responseKB: responseKB, idleMinutes: idleMinutes
    ).billed
  }

  /// Minutes of speech: as many mean sessions as users ask for, never more than may run.
  private func voiceMinutes(_ voiceUsersPercent: Double) -> Double {
    min(meanUsers * voiceUsersPercent / 100, mostVoiceSessions) * Double(Month.minutes)
  }

  /// Instances at mean load: ceil(demand x mean load / requests of one instance), within min..max.
  private func meanFleet(_ requestsPerUser: Double) -> Double {
    let instances = meanUsers * requestsPerUser / requestsPerInstance
    return max(fewestInstances, min(mostInstances, instances.wholeUnitsUp))
  }
}
