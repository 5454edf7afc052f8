/// What a fleet is sized for.
package struct SizingTarget: Equatable, Sendable {
  package var users: Int

  /// Room above the target, in per cent of it.
  package var headroomPercent: Double

  /// Whether the target is still carried when one zone is lost.
  package var survivesZoneLoss: Bool

  /// - Parameters:
  ///   - users: 1 to 100,000,000,000.
  ///   - headroomPercent: zero or more.
  ///   - survivesZoneLoss: whether desired and max are planned with a zone to spare.
  package init(users: Int, headroomPercent: Double = 0, survivesZoneLoss: Bool = false) {
    self.users = users
    self.headroomPercent = headroomPercent
    self.survivesZoneLoss = survivesZoneLoss
  }
}

extension Compute {
  /// The sizes that carry a target: desired at the likely demand, max at its high end, min at the trough of the day.
  ///
  /// The loss of a zone is planned for at desired and max.
  ///
  /// An instance works on a request for `responseSeconds`, which bounds what it answers beside its CPU.
  func sizes(for demand: DemandRates, target: SizingTarget, responseSeconds: Double) -> InstanceCounts {
    let room = 1 + target.headroomPercent / 100
    let planned = InstanceThroughput(self, responseSeconds: responseSeconds).planned
    func carrying(_ requestsPerMinute: Double) -> Int {
      Int(unitsReaching: requestsPerMinute * room / planned)
    }
    func size(_ requestsPerMinute: Double) -> Int {
      let carrying = carrying(requestsPerMinute)
      return target.survivesZoneLoss ? instances(leaving: carrying) ?? carrying : carrying
    }
    let requests = demand.requestsAtOrigin
    return InstanceCounts(
      min: carrying(requests.likely * demand.troughShare), desired: size(requests.likely),
      max: size(requests.high))
  }
}
