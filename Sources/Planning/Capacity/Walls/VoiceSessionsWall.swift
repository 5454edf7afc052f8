extension Wall.ID {
  package static let voiceSessions = Wall.ID("voice_sessions", "Voice sessions", breaks: .many)
}

extension WallKind {
  /// Sessions that the model lets run at once.
  static let voiceSessions = WallKind(.voiceSessions) { fleet in
    guard let voice = fleet.profile.voice else { return nil }
    guard let sessions = voice.concurrentSessions else { return .unknown(.sessionsNotStated) }
    let term = Capacity.Term(Double(sessions), " sessions", .one("voice.concurrent_sessions"))
    return .capacity(Capacity([term], per: [.voiceUsers]))
  }
}
