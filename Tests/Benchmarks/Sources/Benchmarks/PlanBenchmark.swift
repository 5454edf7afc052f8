import Files
import Planning

/// One whole plan in process, as a slider step computes it.
enum PlanBenchmark {
  static func run(against peer: Peers.ServiceCapacity) -> [Result] {
    let guide = BuiltInGuide.loaded.profile
    let rounds = 2000
    let seconds =
      Stopwatch.best(of: 20) {
        for _ in 0..<rounds { keep(Plan(guide)) }
      } / Double(rounds)
    let peerSeconds = peer.secondsPerPlanOfOneShape
    return [
      Result(
        work: "one whole plan, in process", own: Seconds.text(seconds),
        peer:
          "service-capacity-modeling `plan_certain`, one of \(peer.shapes) shapes: \(Seconds.text(peerSeconds))",
        ratio: Ratio.faster(seconds, than: peerSeconds), goal: "20 µs or less", isMet: seconds <= 20e-6)
    ]
  }
}

/// Takes a value, so that the optimizer does not leave out the work that made it.
@inline(never)
func keep(_ value: some Any) {}
