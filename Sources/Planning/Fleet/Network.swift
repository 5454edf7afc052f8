/// How the instances reach what is outside of their subnets.
package struct Network: Equatable, Sendable {
  package var privateSubnets = true

  /// Nil means one a zone where the subnets are private, else none.
  package var natGateways: Int?

  /// Gigabytes through NAT gateways besides logs and speech; nil where the profile does not say.
  package var natGBPerMonth: Estimate?

  /// Interface endpoints, by service.
  package var endpoints: [String] = []

  package init() {}
}

extension Profile {
  /// NAT gateways that are paid by the hour.
  package var natGateways: Int {
    network.natGateways ?? (network.privateSubnets ? compute.availabilityZones : 0)
  }

  func hasEndpoint(_ service: String) -> Bool { network.endpoints.contains(service) }
}
