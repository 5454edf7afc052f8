import Canvas
import Planning
import Typography

/// Callers of the voice service against its sessions.
struct VoicePanel {
  let state: State

  func paint(on frame: inout Frame, in area: Rect) {
    guard let voice = state.plan.voice else { return }
    let isHeld = (voice.probabilityOfWaiting ?? 0) <= CapacityPolicy.acceptedVoiceWait
    let glyphs = frame.canvas.glyphs
    let sign = isHeld ? Span("\(glyphs.good) ", .good) : Span("\(glyphs.warning) ", .warning)
    for (row, line) in text(voice).wrapped(to: max(1, area.width - 2)).prefix(area.height).enumerated() {
      frame.canvas.put((row == 0 ? [sign] : ["  "]) + [Span(line)], at: area.row(row).origin)
    }
  }

  private func text(_ voice: VoiceQueue) -> String {
    let offered = Numbers.grouped(Int(voice.offered.rounded()))
    let enough = Numbers.grouped(voice.sessionsForAcceptedWait)
    guard let sessions = voice.sessions, let waiting = voice.probabilityOfWaiting else {
      return "\(offered) voice callers need \(enough) sessions; the profile does not say how many it has"
    }
    let have = Numbers.grouped(sessions)
    if voice.neverDrains {
      return "\(offered) voice callers on \(have) sessions never drain; \(enough) keep waiting under 5%"
    }
    return "\(offered) voice callers on \(have) sessions: \(Numbers.fixed(waiting * 100, places: 1))% wait"
      + "; \(enough) keep it under 5%"
  }
}
