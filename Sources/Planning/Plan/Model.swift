/// What a plan computes of a profile: the lines of its bill, and its walls.
package struct Model: Sendable {
  package static let standard = Model(lines: BillLine.all, walls: WallKind.all)

  package var lines: [BillLine]
  package var walls: [WallKind]

  /// The model of a later day, on which engines may have left standard support; never before the day of the prices.
  func asOf(_ day: Day) -> Model {
    var model = self
    let support = BillLine.extendedSupport(asOf: max(day, BillingFacts.collected))
    model.lines = lines.map { $0.id == support.id ? support : $0 }
    return model
  }
}
