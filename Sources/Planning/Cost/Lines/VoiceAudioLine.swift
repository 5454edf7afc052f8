extension CostLine.ID {
  package static let voiceAudio = CostLine.ID("voice_audio", "Voice audio")
}

extension BillLine {
  /// The bytes of speech to the model and back: through an endpoint of their own, else through NAT, else free.
  static let voiceAudio = BillLine(
    .voiceAudio, keys: { _ in ["network.endpoints", "network.nat_gateways", "network.private_subnets"] },
    isPresent: { $0.voice != nil }
  ) { fleet in
    let profile = fleet.profile
    let hasEndpoint = profile.hasEndpoint("bedrock-runtime")
    guard hasEndpoint || profile.natGateways > 0 else { return [] }
    return [
      Charge("speech", .speechBytes, unit: "GB", fleet.tariff(hasEndpoint ? .endpoint : .natGateway))
    ]
  }
}
