internal import Typography

/// Speech sessions: how many may run, for how long, with which model.
extension Rule {
  static let voice = [
    queueNeverDrains, callersWait, sessionsNotStated, modelEndOfLife, streamsCannotBeCached, longSessions,
  ]

  private static let queueNeverDrains = Rule(
    "HR601", .error, "The voice queue never drains",
    check: "The sessions that users ask for against those that may run.",
    reason: "A queue that is offered as much as it serves, or more, only grows: the wait has no end.",
    remedy:
      "Ask for the sessions that keep the chance to wait within what is accepted, by Erlang's delay formula.",
    source: .erlang
  ) { plan in
    guard let voice = plan.voice, let sessions = voice.sessions, voice.neverDrains else { return [] }
    return [
      Observation(
        "voice.concurrent_sessions",
        "\(Numbers.readable(plan.profile.demand.voiceUsersPercent.likely))% of the users ask for"
          + " \(whole(voice.offered)) sessions at once and \(whole(sessions)) may run, so the queue only grows.",
        fix:
          "Get \(whole(voice.sessionsForAcceptedWait)) sessions, with which \(Numbers.readable(voice.acceptedWaitPercent))% of the callers wait.",
        changes: plan.change("voice.concurrent_sessions", .count(voice.sessionsForAcceptedWait)))
    ]
  }

  private static let callersWait = Rule(
    "HR602", .warning, "Many callers wait for a voice session",
    check: "The chance to wait for a session against accepted_wait_percent.",
    reason: "Near its limit a queue waits long before it is full; a caller who hears nothing hangs up.",
    remedy:
      "Ask for the sessions that keep the chance to wait within what is accepted, by Erlang's delay formula.",
    source: .erlang
  ) { plan in
    guard let voice = plan.voice, !voice.neverDrains, let waiting = voice.probabilityOfWaiting,
      waiting.exceeds(voice.acceptedWait)
    else { return [] }
    let wait = ErlangC.meanWait(offered: voice.offered, servers: voice.sessions ?? 0) ?? 0
    let seconds = Numbers.readable(60 * wait * plan.profile.demand.voiceSessionMinutes, places: 1)
    return [
      Observation(
        "voice.concurrent_sessions",
        "\(whole(voice.offered)) sessions are asked for at once and \(whole(voice.sessions ?? 0)) may run, so"
          + " \(whole(100 * waiting))% of the callers wait and all of them \(seconds) s on average.",
        fix: "Get \(whole(voice.sessionsForAcceptedWait)) sessions.",
        changes: plan.change("voice.concurrent_sessions", .count(voice.sessionsForAcceptedWait)))
    ]
  }

  private static let sessionsNotStated = Rule(
    "HR603", .warning, "Nobody says how many voice sessions may run",
    check: "A voice section without concurrent_sessions.",
    reason:
      "The documented default of an account is"
      + " \(Numbers.readable(QuotaBook.builtIn.defaultValue(of: "voice_sessions"))) sessions, and nobody can tell whether"
      + " the plan holds.",
    remedy: "Read the applied quota of the account and state it.",
    source: .speech
  ) { plan in
    guard let voice = plan.voice, voice.sessions == nil else { return [] }
    return [
      Observation(
        "voice.concurrent_sessions",
        "Users ask for \(whole(voice.offered)) sessions at once, and the profile does not say how many may run.",
        fix:
          "State concurrent_sessions; \(whole(voice.sessionsForAcceptedWait)) keep the chance to wait"
          + " within \(Numbers.readable(voice.acceptedWaitPercent))%.",
        changes: plan.change("voice.concurrent_sessions", .count(voice.sessionsForAcceptedWait)))
    ]
  }

  private static let modelEndOfLife = Rule(
    dated: "HR604", .error, "The voice model reaches its end of life",
    check: "The model's end of life against today, or else the day of the price book.",
    reason: "After that day every session fails; before it, moving takes a test of every dialogue.",
    remedy: "Move to the successor.",
    source: .modelLifecycle, thresholds: [.endOfLife]
  ) { plan, day in
    guard let model = plan.profile.voice?.model, let end = EndOfLife.known.first(where: { $0.name == model }),
      let day = day ?? Optional(BillingFacts.collected)
    else { return [] }
    let daysLeft = end.day.days(since: day)
    guard Double(daysLeft) <= Threshold.endOfLife.value else { return [] }
    return [
      Observation(
        "voice.model",
        daysLeft <= 0
          ? "\(model) reached its end of life on \(end.day.text), so every session fails."
          : "\(model) reaches its end of life on \(end.day.text), in \(daysLeft) days.",
        fix: "Set model to \(end.successor).", changes: plan.change("voice.model", .text(end.successor)),
        severity: daysLeft <= 0 ? .error : .warning)
    ]
  }

  private static let streamsCannotBeCached = Rule(
    "HR605", .warning, "A voice stream cannot be cached or batched",
    check: "caching or batching in the voice section.",
    reason:
      "Each session is a stream of one person's speech in both directions; capacity that is planned away so"
      + " is missing.",
    remedy: "Plan for every session; cache what the application looks up during one.",
    source: .speech
  ) { plan in
    guard let voice = plan.profile.voice, voice.caching || voice.batching else { return [] }
    let claims = [voice.caching ? "caching" : nil, voice.batching ? "batching" : nil].compactMap(\.self)
    return [
      Observation(
        "voice.\(claims[0])",
        "The plan counts on \(claims.joined(separator: " and ")), and a bidirectional stream allows neither.",
        fix: "Set \(claims.joined(separator: " and ")) to false.",
        changes: claims.flatMap { plan.change("voice.\($0)", .flag(false)) })
    ]
  }

  private static let longSessions = Rule(
    "HR606", .warning, "Voice sessions outlive their connection",
    check:
      "voice_session_minutes against the \(Figure.voiceConnection.text) minutes after which Bedrock ends a"
      + " connection.",
    reason:
      "A session goes on by opening its next connection before the last one ends, and holds two sessions for"
      + " that while.",
    remedy:
      "Keep sessions below \(Figure.voiceConnection.text) minutes, or count the renewals in the sessions to request.",
    source: .speech
  ) { plan in
    let (minutes, most) = (plan.profile.demand.voiceSessionMinutes, Figure.voiceConnection.value)
    guard plan.profile.voice != nil, minutes.exceeds(most) else { return [] }
    return [
      Observation(
        "demand.voice_session_minutes",
        "A session of \(Numbers.readable(minutes)) minutes needs"
          + " \(Int(unitsReaching: minutes / most)) connections, and holds two while it renews.",
        fix:
          "Keep sessions within \(Numbers.readable(most)) minutes, or request sessions for the renewals too.")
    ]
  }
}
