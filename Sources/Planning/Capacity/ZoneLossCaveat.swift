internal import Typography

extension Profile {
  /// Until when a fleet that is sized for the loss of a zone keeps what it promises, where its own policies shrink it to
  /// what the load needs and the rest would then be full; nil where it keeps it.
  package func zoneLossCaveat(instances: Int) -> String? {
    let zones = Double(compute.availabilityZones)
    guard compute.instances.min < instances, zones > 1,
      scaling.targetTracking != .none || scaling.scaleIn != nil,
      (compute.targetCPUPercent * zones / (zones - 1)).exceeds(100)
    else { return nil }
    let points = Figure.trackingPointsIn.count * (monitoring?.detailed == true ? 1 : Figure.basicPoint.count)
    return "That holds until the group has shrunk to its load, after about \(points) minutes; set min to"
      + " \(Numbers.grouped(instances)) too to keep it, or the CPU target to"
      + " \(Numbers.readable((100 * (zones - 1) / zones).wholeUnitsDown))%."
  }
}
