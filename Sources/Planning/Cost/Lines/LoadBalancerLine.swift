extension CostLine.ID {
  package static let loadBalancer = CostLine.ID("load_balancer", "Load balancer")
}

extension Tariff.ID {
  static let loadBalancerHour = Tariff.ID("load_balancer_hour")
  static let loadBalancerUnit = Tariff.ID("load_balancer_lcu_hour")
  static let loadBalancerReservedUnit = Tariff.ID("load_balancer_reserved_lcu_hour")
}

extension BillLine {
  /// The hours of the Application Load Balancers, of the capacity units that their load takes, and of those reserved.
  static let loadBalancer = BillLine(.loadBalancer, isPresent: { $0.loadBalancer.count > 0 }) { fleet in
    let balancer = fleet.profile.loadBalancer
    let count =
      balancer.count == 1 ? nil : Charge.Factor(balancer.count, "balancers", key: "load_balancer.count")
    let reserved = Charge.Factor(balancer.reservedUnits, "LCU", key: "load_balancer.reserved_lcu")
    return [
      Charge("hours", .hours, Charge.Units(count), unit: "hours", fleet.tariff(.loadBalancerHour)),
      Charge("capacity_units", .loadBalancerUnitHours, unit: "LCU-hours", fleet.tariff(.loadBalancerUnit)),
    ]
      + (balancer.reservedUnits == 0
        ? []
        : [
          Charge(
            "reserved_units", .hours, Charge.Units(reserved), unit: "LCU-hours",
            fleet.tariff(.loadBalancerReservedUnit), isBoughtAhead: true)
        ])
  }
}
