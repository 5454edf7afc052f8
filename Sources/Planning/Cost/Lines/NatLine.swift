extension CostLine.ID {
  package static let nat = CostLine.ID("nat", "NAT gateways")
}

extension Tariff.ID {
  static let natGatewayHour = Tariff.ID("nat_gateway_hour")
  static let natGateway = Tariff.ID("nat_gateway_gb")
}

extension BillLine {
  /// The hours of the NAT gateways, and the logs and other bytes that pass them; speech is a line of its own.
  static let nat = BillLine(.nat, isPresent: { $0.natGateways > 0 }) { fleet in
    let profile = fleet.profile
    let gateways = Charge.Factor(profile.natGateways, "gateways", key: "network.nat_gateways")
    var charges = [
      Charge(
        "gateways", .hours, Charge.Units(gateways), unit: "gateway-hours", fleet.tariff(.natGatewayHour),
        keys: ["network.private_subnets", "compute.availability_zones"])
    ]
    if profile.monitoring != nil, !profile.hasEndpoint("logs") {
      charges.append(
        Charge("logs", .logs, unit: "GB", fleet.tariff(.natGateway), keys: ["network.endpoints"]))
    }
    if profile.network.natGBPerMonth != nil {
      charges.append(Charge("other_bytes", .natBytes, unit: "GB", fleet.tariff(.natGateway)))
    }
    return charges
  }
}
