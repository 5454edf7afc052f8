/// Draws on the way: a step at a time between two frames, or all at once on several threads.
///
/// The same plan, number of draws and seed give the same result, however it is computed.
package struct UncertaintyRun: Sendable {
  /// Draws asked for, one or more.
  package let samples: Int
  package let seed: Int
  private let plan: Plan
  private let model: UncertaintyModel
  private var tally: Tally

  /// Draws of one step: about a millisecond.
  package static let drawsPerStep = 32 * DrawBlock.size

  /// Far more than anybody waits for.
  package static let mostSamples = 1_000_000_000

  /// - Precondition: `samples` is within 1...``mostSamples``.
  package init(_ plan: Plan, samples: Int, seed: Int) {
    precondition((1...Self.mostSamples).contains(samples), "draws are counted from one to a billion")
    self.samples = samples
    self.seed = seed
    self.plan = plan
    model = UncertaintyModel(plan)
    tally = Tally(walls: model.walls.count)
  }

  package var drawn: Int { tally.draws }
  package var isFinished: Bool { drawn == samples }

  /// Draws the next step, if any is left.
  package mutating func advance() {
    guard !isFinished else { return }
    tally.add(model.tally(steps[drawn / Self.drawsPerStep], seed: seed))
  }

  /// What the draws so far say; nil before the first step.
  package var result: Uncertainty? { drawn > 0 ? summary : nil }

  /// What all draws say, those that are left drawn on the spot.
  package func finished() -> Uncertainty {
    var run = self
    while !run.isFinished { run.advance() }
    return run.summary
  }

  private var summary: Uncertainty {
    Uncertainty(tally, model: model, plan: plan, samples: samples, seed: seed)
  }

  private var steps: Steps { Steps(samples: samples) }

  /// Draws what is left on several threads; cancelling the task ends it early with whole steps from the start.
  ///
  /// - Parameters:
  ///   - workers: steps under way at once, one or more.
  ///   - progress: hears how many draws are done, on the caller's task, every few milliseconds.
  package mutating func finish(workers: Int, progress: (Int) -> Void = { _ in }) async {
    let (model, seed, steps) = (model, seed, steps)
    var next = drawn / Self.drawsPerStep
    var waiting: [Int: Tally] = [:]
    var following = next
    await withTaskGroup(of: (Int, Tally).self) { group in
      func start() {
        guard next < steps.count, !Task.isCancelled else { return }
        let step = next
        next += 1
        group.addTask { (step, model.tally(steps[step], seed: seed)) }
      }
      for _ in 0..<max(1, workers) { start() }
      while let (step, done) = await group.next() {
        start()
        waiting[step] = done
        while let tally = waiting.removeValue(forKey: following) {
          self.tally.add(tally)
          following += 1
        }
        progress(drawn)
      }
    }
  }

  /// The draws cut into steps of equal size; the last may be shorter.
  private struct Steps: Sendable {
    let samples: Int

    var count: Int { (samples + drawsPerStep - 1) / drawsPerStep }

    subscript(step: Int) -> Range<Int> {
      step * drawsPerStep..<min((step + 1) * drawsPerStep, samples)
    }
  }
}
