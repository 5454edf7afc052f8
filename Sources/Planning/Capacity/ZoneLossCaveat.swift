internal import Typography

extension Profile {
  /// Until when a fleet that is sized for the loss of a zone keeps what it promises, where its own policies shrink it to
  /// what the load needs and the rest would then be full; nil where it keeps it.
  package func zoneLossCaveat(instances: Int) -> String? {
    guard compute.availabilityZones > 1, compute.instances.min < instances,
      let minutes = minutesToShrink(from: instances),
      !survivesZoneLoss(atTarget: compute.targetCPUPercent)
    else { return nil }
    let lowest = stride(from: compute.targetCPUPercent.wholeUnitsUp - 1, to: 0, by: -1).first {
      survivesZoneLoss(atTarget: $0)
    }
    return "That holds until the group has shrunk to its load, after about"
      + " \(Numbers.counted(minutes, "minute")); set min to \(Numbers.grouped(instances)) too to keep it"
      + (lowest.map { ", or the CPU target to \(Numbers.readable($0))%." } ?? ".")
  }

  /// Minutes of the target's load after which a policy shrinks a group of so many; nil where none ever does.
  private func minutesToShrink(from instances: Int) -> Int? {
    let point = monitoring?.detailed == true ? 1 : Figure.basicPoint.count
    let load = DemandRates(self).requestsAtOrigin.likely / compute.requestsPerInstancePerMinute
    let busy = load / Double(instances)
    let tracking: Int? =
      switch scaling.targetTracking {
      case .none: nil
      case .cpu: Figure.trackingPointsIn.count * point
      case .requests: Figure.trackingPointsIn.count
      }
    let rule = scaling.scaleIn.flatMap { rule in
      rule.cpuPercentBelow.exceeds(compute.targetCPUPercent * busy) ? rule.periods * point : nil
    }
    return [Figure.trackingShrinks.exceeds(busy) ? tracking : nil, rule].compactMap { $0 }.min()
  }

  /// Whether a group that has shrunk to the target's load is not full without a zone, at a CPU target with the requests
  /// an instance that go with it.
  private func survivesZoneLoss(atTarget percent: Double) -> Bool {
    let requests = DemandRates(self).requestsAtOrigin.likely
    let each = compute.requestsPerInstancePerMinute * percent / compute.targetCPUPercent
    let needed = max(compute.instances.min, Int(unitsReaching: requests / each))
    let answered = InstanceThroughput(compute, responseSeconds: demand.responseTimeMs.likely / 1000).answered
    return (Double(compute.instancesLeft(of: needed)) * answered).reaches(requests)
  }
}
