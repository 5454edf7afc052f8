internal import Typography

/// Models whose sessions a known quota counts: each has one of its own. A profile that names none has the first.
private let countedModels = [
  (QuotaFact.ID("voice_sessions"), "amazon.nova-2-sonic-v1:0"),
  (QuotaFact.ID("voice_sessions_v1"), "amazon.nova-sonic-v1:0"),
]

extension QuotaKind {
  static let voiceQuotas =
    countedModels.map { id, model in
      QuotaKind(
        id, "Nova Sonic sessions",
        need: { fleet in fleet.sessions { $0 ?? countedModels[0].1 == model } },
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
        })
    } + [
      QuotaKind(
        QuotaFact.ID("voice_sessions_other"), "Voice sessions of the model", scope: .part,
        need: { fleet in
          fleet.sessions { model in model.map { named in !countedModels.contains { $0.1 == named } } ?? false
          }
        })
    ]
}

extension LargestFleet {
  /// Sessions with a model, at the high end of the demand for the request.
  fileprivate func sessions(where counts: (String?) -> Bool) -> QuotaKind.Need {
    guard let voice, counts(profile.voice?.model) else { return .untouched }
    let needed = max(voice.sessions ?? 0, voice.sessionsForAcceptedWait)
    return .range(Double(needed), request: Double(max(needed, voice.sessionsAtHigh)))
  }
}
