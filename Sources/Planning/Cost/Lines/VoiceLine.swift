extension CostLine.ID {
  package static let voice = CostLine.ID("voice", "Voice")
}

extension BillLine {
  /// Speech and text are billed by the token, and only the profile can say how many a minute takes.
  static let voice = BillLine(
    .voice, keys: { _ in ["voice.model"] }, isPresent: { $0.voice != nil },
    about: { fleet, _ in
      let minute = BillingFacts.voiceDollarsPerMinute
      let cost = { (column: CostColumn) in
        Money(rough: fleet.load.quantity(of: .speechMinutes, in: column) * minute)
      }
      return RoughCost(low: cost(.low), likely: cost(.likely), high: cost(.high))
    }
  ) { fleet in
    guard let voice = fleet.profile.voice else { return [] }
    guard let input = voice.speechInputTokensPerMinute, let output = voice.speechOutputTokensPerMinute else {
      let reason =
        fleet.prices == nil ? UnpricedReason.region(fleet.profile.region) : .voiceTokensNotStated
      return [Charge("speech_input", .speechMinutes, unit: "thousand tokens", .unknown(reason))]
    }
    return [
      fleet.tokens(.input, input), fleet.tokens(.output, output),
      voice.textInputTokensPerMinute.map { fleet.tokens(.textInput, $0) },
      voice.textOutputTokensPerMinute.map { fleet.tokens(.textOutput, $0) },
    ].compactMap(\.self)
  }
}

extension BilledFleet {
  fileprivate func tokens(_ direction: PriceID.Direction, _ perMinute: Double) -> Charge {
    let factor = Charge.Factor(
      perMinute, direction.unit, key: "voice.\(direction.chargeID)_tokens_per_minute")
    return Charge(
      direction.chargeID, .speechMinutes, Charge.Units(factor, per: Charge.Factor(1000, "tokens")),
      unit: "thousand tokens", rate(direction))
  }

  private func rate(_ direction: PriceID.Direction) -> Rate {
    guard let model = profile.voice?.model else {
      return .unknown(prices == nil ? .region(profile.region) : .voiceModelNotStated)
    }
    return price(.speech(model: model, direction), otherwise: .voiceModel(model))
  }
}

extension PriceID.Direction {
  fileprivate var chargeID: String {
    switch self {
    case .input: "speech_input"
    case .output: "speech_output"
    case .textInput: "text_input"
    case .textOutput: "text_output"
    }
  }

  fileprivate var unit: String {
    switch self {
    case .input, .textInput: "tokens in"
    case .output, .textOutput: "tokens out"
    }
  }
}
