/// What a plan says of the cost and of the walls, to be held against another.
package struct PlanAnswer: Sendable, Equatable {
  package let listLow: Money?
  package let listHigh: Money?

  /// As a share of the target.
  package let headroomDesired: Double?
  package let headroomMax: Double?
  package let firstWallDesired: Wall.ID?
  package let firstWallMax: Wall.ID?

  package init(_ plan: Plan) {
    let total = plan.list.knownTotal
    listLow = total?.low
    listHigh = total?.high
    headroomDesired = plan.headroom(at: .desired)
    headroomMax = plan.headroom(at: .max)
    firstWallDesired = plan.firstWall.desired
    firstWallMax = plan.firstWall.max
  }
}

extension Calibration {
  /// What the plan says with nothing that was measured.
  package var before: PlanAnswer { PlanAnswer(plan) }

  /// What it says with all of it.
  package var after: PlanAnswer { PlanAnswer(plan.applying(changes)) }

  /// What it says with one measured value alone.
  package func effect(of key: String) -> PlanAnswer? {
    measured.first { $0.key == key }.map {
      PlanAnswer(plan.applying([ProfileChange($0.key, $0.value.fieldValue)]))
    }
  }

  /// What to measure after this, the one that settles most first.
  package var next: [NextMeasurement] {
    NextMeasurement.all(for: plan.applying(changes), measured: Set(measured.map(\.key)))
  }
}
