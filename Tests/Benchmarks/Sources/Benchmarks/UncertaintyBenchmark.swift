import Files
import Planning
import Typography

/// A million draws of the guide with percentiles, chances and drivers, beside the same model vectorised in numpy.
enum UncertaintyBenchmark {
  static let draws = 1_000_000

  static func run(peers: Peers) async throws -> [Result] {
    let plan = Plan(BuiltInGuide.loaded.profile)
    var (one, two, numpy) = (Double.infinity, Double.infinity, Double.infinity)
    var memory = 0.0
    for _ in 0..<5 {
      one = min(one, Stopwatch.seconds { keep(UncertaintyRun(plan, samples: draws, seed: 1).finished()) })
      two = min(
        two,
        await Stopwatch.seconds {
          var run = UncertaintyRun(plan, samples: draws, seed: 1)
          await run.finish(workers: 2)
          keep(run)
        })
      let child = try peers.numpyDraws(draws)
      let numbers = child.numbers
      guard numbers.count == 4 else { throw Disagreement(what: "numpy printed \(child.output)") }
      numpy = min(numpy, numbers[0])
      memory = child.megabytes
      try agree(numbers.dropFirst(), UncertaintyRun(plan, samples: draws, seed: 1).finished())
    }
    return [
      result("one thread", one, beside: numpy, memory: memory, times: 3),
      result("two threads", two, beside: numpy, memory: memory, times: 5),
    ]
  }

  private static func result(
    _ threads: String, _ seconds: Double, beside numpy: Double, memory: Double, times: Double
  ) -> Result {
    Result(
      work: "1,000,000 draws of the uncertainty, \(threads)", own: Seconds.text(seconds),
      peer: "numpy, vectorised: \(Seconds.text(numpy)), \(Numbers.fixed(memory, places: 0)) MB",
      ratio: Ratio.faster(seconds, than: numpy), goal: "\(Numbers.fixed(times, places: 0))x numpy",
      isMet: numpy / seconds >= times)
  }

  /// The two must have computed the same: each percentile within five standard errors of both.
  private static func agree(_ percentiles: ArraySlice<Double>, _ uncertainty: Uncertainty) throws {
    guard let own = uncertainty.monthlyCost?.percentiles else { throw Disagreement(what: "no cost") }
    for (number, money) in zip(percentiles, [own.p5, own.p50, own.p95])
    where abs(number - money.dollars) > 20 {
      throw Disagreement(what: "numpy's percentile is \(number) and Headroom's \(money.decimal)")
    }
  }
}

/// A peer that computed something else is no peer.
struct Disagreement: Error, CustomStringConvertible {
  let what: String

  var description: String { "the peers do not agree: \(what)" }
}
