extension CostLine.ID {
  package static let publicAddresses = CostLine.ID("public_ipv4", "Public IPv4")
}

extension Tariff.ID {
  static let publicAddress = Tariff.ID("public_ipv4_hour")
}

extension BillLine {
  /// The hours of public addresses: one a zone of every balancer, one a NAT gateway, and the instances' own where their
  /// subnets are public.
  static let publicAddresses = BillLine(
    .publicAddresses, isPresent: { $0.fixedAddresses > 0 || !$0.network.privateSubnets }
  ) { fleet in
    let profile = fleet.profile
    let fixed = Charge.Factor(profile.fixedAddresses, "addresses")
    let keys = [
      "compute.availability_zones", "load_balancer.count", "network.nat_gateways", "network.private_subnets",
    ]
    return
      (fixed.value > 0
      ? [
        Charge(
          "balancers_and_gateways", .hours, Charge.Units(fixed), unit: "address-hours",
          fleet.tariff(.publicAddress), keys: keys)
      ] : [])
      + (profile.network.privateSubnets
        ? []
        : [
          Charge(
            "instances", .instances, Charge.Units(.hours), unit: "address-hours",
            fleet.tariff(.publicAddress),
            keys: ["network.private_subnets"])
        ])
  }
}

extension Profile {
  fileprivate var fixedAddresses: Int {
    compute.availabilityZones * loadBalancer.count + natGateways
  }
}
