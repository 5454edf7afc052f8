internal import Typography

/// The model whose sessions the known quota counts: the one that it is named for.
private let quotaModel = "amazon.nova-2-sonic-v1:0"

extension QuotaKind {
  static let voiceQuotas = [
    QuotaKind(
      QuotaFact.ID("voice_sessions"), "Nova Sonic sessions",
      need: { fleet in
        guard let voice = fleet.voice else { return .untouched }
        // Another model has a quota of its own.
        guard fleet.profile.voice?.model ?? quotaModel == quotaModel else { return .untouched }
        let needed = max(voice.sessions ?? 0, voice.sessionsForAcceptedWait)
        return .range(Double(needed), request: Double(max(needed, voice.sessionsAtHigh)))
      },
      terms: { plan in
        plan.voice.map { voice in
          let planned = voice.sessions.map { $0 > voice.sessionsForAcceptedWait } ?? false
          return planned
            ? "planned sessions"
            : "Erlang C of \(whole(voice.offered)) sessions asked for at once with"
              + " \(Numbers.readable(voice.acceptedWaitPercent))% waiting"
        }
      },
      reason: { plan in
        let share = Numbers.readable(plan.profile.demand.voiceUsersPercent.likely)
        let offered = plan.voice.map { Numbers.readable($0.offered, places: 1) } ?? "unknown"
        return "\(share)% of them speak at the same time, which is \(offered) sessions on average;"
          + " by Erlang C this many sessions keep the chance of waiting within \(plan.voice.map { Numbers.readable($0.acceptedWaitPercent) } ?? "unknown")%."
      }),
    QuotaKind(
      QuotaFact.ID("voice_sessions_other"), "Voice sessions of the model", scope: .part,
      need: { fleet in
        guard let voice = fleet.voice, let model = fleet.profile.voice?.model, model != quotaModel else {
          return .untouched
        }
        let needed = max(voice.sessions ?? 0, voice.sessionsForAcceptedWait)
        return .range(Double(needed), request: Double(max(needed, voice.sessionsAtHigh)))
      }),
  ]
}
