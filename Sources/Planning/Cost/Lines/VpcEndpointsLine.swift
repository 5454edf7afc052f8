extension CostLine.ID {
  package static let endpoints = CostLine.ID("vpc_endpoints", "VPC endpoints")
}

extension Tariff.ID {
  static let endpointHour = Tariff.ID("endpoint_hour")
  static let endpoint = Tariff.ID("endpoint_gb")
}

extension BillLine {
  /// The hours of every interface endpoint in every zone, and the logs that pass theirs.
  static let endpoints = BillLine(.endpoints, isPresent: { !$0.network.endpoints.isEmpty }) { fleet in
    let profile = fleet.profile
    let zones = Charge.Factor(profile.compute.availabilityZones, "zones", key: "compute.availability_zones")
    let services = Charge.Factor(profile.network.endpoints.count, "endpoints", key: "network.endpoints")
    return [
      Charge(
        "endpoints", .hours, Charge.Units(services, zones), unit: "endpoint-hours",
        fleet.tariff(.endpointHour))
    ]
      + (profile.monitoring != nil && profile.hasEndpoint("logs")
        ? [Charge("logs", .logs, unit: "GB", fleet.tariff(.endpoint))] : [])
  }
}
