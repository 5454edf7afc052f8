extension CostLine.ID {
  package static let support = CostLine.ID("support", "AWS Support")
}

extension Tariff.ID {
  static func support(_ plan: Support.Plan) -> Tariff.ID { Tariff.ID("support_\(plan.rawValue)") }
}

extension BillLine {
  /// A share of all other lines.
  static let support = BillLine(
    .support, keys: { _ in ["support.plan"] }, isPresent: { $0.support.plan != .basic }
  ) { fleet in
    [
      Charge(
        "share", .otherLines, unit: "dollars", fleet.tariff(.support(fleet.profile.support.plan)))
    ]
  }
}
