import ArgumentParser
import Dispatch
import Glibc
import Planning
import Reports

struct UncertaintyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uncertainty",
    abstract: "Draw the ranged inputs many times: how sure are the cost and the walls, and what drives them?",
    discussion: """
      EXAMPLES:
        headroom uncertainty fleet.yaml
        headroom uncertainty fleet.yaml --samples 10000000 --seed 7 --format json

      The same profile, number of draws and seed give the same bytes, on any number of threads. ^C ends the draws and
      prints what was drawn so far.
      """)

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var output: OutputOptions

  @Option(parsing: .unconditional, help: "How many draws.")
  var samples = 1_000_000

  @Option(parsing: .unconditional, help: "Which draws: another seed gives others.")
  var seed = 1

  @Option(
    parsing: .unconditional, help: "Draws at the same time; as many as there are processors without it.")
  var threads: Int?

  func validate() throws {
    guard (1...UncertaintyRun.mostSamples).contains(samples) else {
      throw ValidationError("--samples \(samples) is not from 1 to \(UncertaintyRun.mostSamples).")
    }
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads \(threads) is not from 1 to 1024.")
    }
  }

  func run() async throws {
    try await Failure.told {
      let source = try profile.source()
      try OutputPath.spareInputs(output.destination.file.path)
      let (uncertainty, wasInterrupted) = await draw(source.plan)
      if let uncertainty {
        let report = UncertaintyReport(source, uncertainty)
        try output.print { report.rendered(as: $0, paint: $1) }
      }
      return wasInterrupted ? ExitCode(128 + SIGINT) : .success
    }
  }

  /// Draws until all are drawn or somebody presses ^C.
  private func draw(_ plan: Plan) async -> (Uncertainty?, wasInterrupted: Bool) {
    let (samples, seed, workers) = (samples, seed, threads ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    let drawing = Task {
      var run = UncertaintyRun(plan, samples: samples, seed: seed)
      var progress = Progress(of: samples)
      await run.finish(workers: workers) { progress.show($0) }
      progress.clear()
      return run.result
    }
    let interrupt = Interrupt { drawing.cancel() }
    let result = await drawing.value
    interrupt.stop()
    return (result, drawing.isCancelled)
  }
}

/// ^C as an event for as long as this value is listened to.
private struct Interrupt {
  private let source: any DispatchSourceSignal

  init(_ action: @escaping @Sendable () -> Void) {
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT)
    source.setEventHandler(handler: action)
    source.resume()
  }

  func stop() {
    source.cancel()
    signal(SIGINT, SIG_DFL)
  }
}

/// A line on the terminal that says how far a long computation is; short ones say nothing.
private struct Progress {
  private let whole: Int
  private let start = ContinuousClock.now
  private var shown = -1

  init(of whole: Int) { self.whole = whole }

  mutating func show(_ done: Int) {
    let percent = done * 100 / whole
    guard StandardError.isTerminal, percent != shown, start.duration(to: .now) > .milliseconds(500) else {
      return
    }
    shown = percent
    StandardError.write("\r\(percent)% of \(whole) draws", terminator: "")
  }

  func clear() {
    if shown >= 0 { StandardError.write("\r\u{1B}[K", terminator: "") }
  }
}
