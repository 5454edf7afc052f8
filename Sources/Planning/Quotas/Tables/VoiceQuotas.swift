internal import Typography

extension QuotaKind {
  static let voiceQuotas = [
    QuotaKind(
      QuotaFact.ID("voice_sessions"), "Nova Sonic sessions",
      need: { fleet in fleet.voice.map { .count($0.sessionsForAcceptedWait) } ?? .untouched },
      terms: { plan in
        plan.voice.map {
          "Erlang C of \(whole($0.offered)) sessions asked for at once with \(Threshold.voiceWait.text)% waiting"
        }
      },
      reason: { plan in
        let share = Numbers.readable(plan.profile.demand.voiceUsersPercent.likely)
        let offered = plan.voice.map { Numbers.readable($0.offered, places: 1) } ?? "unknown"
        return "\(share)% of them speak at the same time, which is \(offered) sessions on average;"
          + " by Erlang C this many sessions keep the chance of waiting within \(Threshold.voiceWait.text)%."
      })
  ]
}
