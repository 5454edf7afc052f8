extension CostLine.ID {
  package static let loadBalancer = CostLine.ID("load_balancer", "Load balancer")
}

extension Tariff.ID {
  static let loadBalancerHour = Tariff.ID("load_balancer_hour")
  static let loadBalancerUnit = Tariff.ID("load_balancer_lcu_hour")
}

extension BillLine {
  /// The hours of the Application Load Balancer and of the capacity units that its load takes.
  static let loadBalancer = BillLine(.loadBalancer) { fleet in
    [
      Charge("hours", .hours, unit: "hours", fleet.tariff(.loadBalancerHour)),
      Charge(
        "capacity_units", .loadBalancerUnits, Charge.Units(.hours), unit: "LCU-hours",
        fleet.tariff(.loadBalancerUnit)),
    ]
  }
}
