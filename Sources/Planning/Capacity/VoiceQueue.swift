/// The voice sessions that the users ask for, against those that may run.
package struct VoiceQueue: Equatable, Sendable {
  /// Sessions asked for at once: users x share.
  package let offered: Double

  /// Sessions that may run at once; nil where the profile does not say.
  package let sessions: Int?
  package let probabilityOfWaiting: Double?
  package let sessionsForAcceptedWait: Int

  /// The same at the high end of the share of users who speak.
  package let sessionsAtHigh: Int

  /// Callers who may have to wait, in per cent.
  package let acceptedWaitPercent: Double

  /// The chance to wait that the plan accepts.
  package var acceptedWait: Double { acceptedWaitPercent / 100 }

  package init?(_ profile: Profile) {
    guard let voice = profile.voice else { return nil }
    let offered = Double(profile.demand.concurrentUsers) * profile.demand.voiceUsersPercent.likely / 100
    self.offered = offered
    sessions = voice.concurrentSessions
    probabilityOfWaiting = voice.concurrentSessions.map {
      ErlangC.probabilityOfWaiting(offered: offered, servers: $0)
    }
    acceptedWaitPercent = voice.acceptedWaitPercent
    let accepted = voice.acceptedWaitPercent / 100
    sessionsForAcceptedWait = ErlangC.servers(offered: offered, waiting: accepted)
    let high = Double(profile.demand.concurrentUsers) * profile.demand.voiceUsersPercent.high / 100
    sessionsAtHigh =
      high == offered ? sessionsForAcceptedWait : ErlangC.servers(offered: high, waiting: accepted)
  }

  /// Whether the queue only grows: as many sessions are asked for as may run, or more.
  package var neverDrains: Bool { sessions.map { offered.reaches(Double($0)) } ?? false }
}
