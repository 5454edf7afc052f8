/// A line that the bill has because every such fleet pays it, though the profile does not say so.
package struct OnByDefault: Equatable, Sendable {
  package let line: CostLine.ID

  /// The key that says otherwise.
  package let key: String

  private static let lines: [OnByDefault] = [
    OnByDefault(line: .publicAddresses, key: "network.private_subnets"),
    OnByDefault(line: .nat, key: "network.nat_gateways"),
    OnByDefault(line: .crossZone, key: "compute.availability_zones"),
    OnByDefault(line: .voiceAudio, key: "network.endpoints"),
  ]

  /// Those that a plan has and whose key nobody has said.
  package static func all(_ plan: Plan) -> [OnByDefault] {
    lines.filter { entry in
      guard plan.list.has(entry.line), case .assumed = plan.origin(of: entry.key) else { return false }
      return true
    }
  }
}
