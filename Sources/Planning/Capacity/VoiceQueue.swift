/// The voice sessions that the users ask for, against those that may run.
package struct VoiceQueue: Equatable, Sendable {
  /// Sessions asked for at once: users x share.
  package let offered: Double

  /// Sessions that may run at once; nil where the profile does not say.
  package let sessions: Int?
  package let probabilityOfWaiting: Double?
  package let sessionsForAcceptedWait: Int

  /// The chance to wait that a plan accepts.
  package static let acceptedWait = Threshold.voiceWait.value / 100

  package init?(_ profile: Profile) {
    guard let voice = profile.voice else { return nil }
    let offered = Double(profile.demand.concurrentUsers) * profile.demand.voiceUsersPercent.likely / 100
    self.offered = offered
    sessions = voice.concurrentSessions
    probabilityOfWaiting = voice.concurrentSessions.map {
      ErlangC.probabilityOfWaiting(offered: offered, servers: $0)
    }
    sessionsForAcceptedWait = ErlangC.servers(offered: offered, waiting: Self.acceptedWait)
  }

  /// Whether the queue only grows: as many sessions are asked for as may run, or more.
  package var neverDrains: Bool { sessions.map { offered.reaches(Double($0)) } ?? false }
}
