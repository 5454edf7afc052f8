internal import Typography

extension Wall.ID {
  package static let voiceSessions = Wall.ID("voice_sessions", "Voice sessions", breaks: .many)
}

extension WallKind {
  /// Sessions that may be asked for at once so that no more callers wait than is accepted.
  static let voiceSessions = WallKind(.voiceSessions) { fleet in
    guard let voice = fleet.profile.voice else { return nil }
    guard let sessions = voice.concurrentSessions else { return .unknown(.sessionsNotStated) }
    let asked = ErlangC.offered(servers: sessions, waiting: voice.acceptedWaitPercent / 100)
    let percent = Numbers.readable(voice.acceptedWaitPercent)
    return .capacity(
      Capacity(
        [
          Capacity.Term(
            asked, " sessions asked for at once",
            .several(["voice.concurrent_sessions", "voice.accepted_wait_percent"]))
        ], per: [.voiceUsers],
        note: "so that by Erlang C \(percent)% of the callers wait for one of \(Numbers.grouped(sessions))"))
  }
}
