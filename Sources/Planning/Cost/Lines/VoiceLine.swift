extension CostLine.ID {
  package static let voice = CostLine.ID("voice", "Voice")
}

extension BillLine {
  /// Speech is billed by the token, and only the profile can say how many a minute of it takes.
  static let voice = BillLine(.voice, keys: { _ in ["voice.model"] }, isPresent: { $0.voice != nil }) {
    fleet in
    guard let voice = fleet.profile.voice else { return [] }
    return [
      fleet.speech(
        .input, voice.speechInputTokensPerMinute, key: "voice.speech_input_tokens_per_minute", of: voice),
      fleet.speech(
        .output, voice.speechOutputTokensPerMinute, key: "voice.speech_output_tokens_per_minute", of: voice),
    ]
  }
}

extension BilledFleet {
  fileprivate func speech(
    _ direction: PriceID.Direction, _ tokens: Double?, key: String, of voice: Voice
  ) -> Charge {
    let factor = Charge.Factor(tokens ?? 1, direction == .input ? "tokens in" : "tokens out", key: key)
    return Charge(
      direction == .input ? "speech_input" : "speech_output", .speechMinutes,
      Charge.Units(factor, per: Charge.Factor(1000, "tokens")), unit: "thousand tokens",
      rate(direction, of: voice))
  }

  private func rate(_ direction: PriceID.Direction, of voice: Voice) -> Rate {
    guard prices != nil else { return price(.speech(model: "", direction), otherwise: .voiceModelNotStated) }
    guard voice.speechInputTokensPerMinute != nil, voice.speechOutputTokensPerMinute != nil else {
      return .unknown(.voiceTokensNotStated)
    }
    guard let model = voice.model else { return .unknown(.voiceModelNotStated) }
    return price(.speech(model: model, direction), otherwise: .voiceModel(model))
  }
}
