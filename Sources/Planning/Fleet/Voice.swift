/// Speech sessions with a model that limits how many run at once.
package struct Voice: Section {
  package var model: String?
  package var concurrentSessions: Int?
  package var caching = false
  package var batching = false

  /// Callers who may have to wait, in per cent.
  package var acceptedWaitPercent = 5.0
  package var speechInputTokensPerMinute: Double?
  package var speechOutputTokensPerMinute: Double?
  package var textInputTokensPerMinute: Double?
  package var textOutputTokensPerMinute: Double?

  /// Share of a session in which the model speaks.
  package var talkPercent = 50.0

  /// Speech to and from one user while it flows, in kilobytes a second.
  package var userAudioKBPerSecond = Estimate(6)

  package init() {}
}
