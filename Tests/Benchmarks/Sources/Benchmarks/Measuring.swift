import Typography

/// Seconds as people read them.
enum Seconds {
  static func text(_ seconds: Double) -> String {
    switch seconds {
    case ..<1e-3: "\(Numbers.fixed(seconds * 1e6, places: seconds < 1e-5 ? 1 : 0)) µs"
    case ..<1: "\(Numbers.fixed(seconds * 1e3, places: seconds < 1e-2 ? 2 : 0)) ms"
    default: "\(Numbers.fixed(seconds, places: 1)) s"
    }
  }
}

enum Stopwatch {
  /// Seconds that the work takes once.
  static func seconds(_ work: () throws -> Void) rethrows -> Double {
    seconds(try ContinuousClock().measure(work))
  }

  static func seconds(_ work: () async throws -> Void) async rethrows -> Double {
    seconds(try await ContinuousClock().measure(work))
  }

  /// The best of several rounds: what disturbs a measurement on a shared machine only ever makes it longer.
  static func best(of rounds: Int, _ work: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<rounds { best = min(best, try seconds(work)) }
    return best
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}

enum Ratio {
  /// How many times as fast as the peer: `13x as fast`, `0.9x as fast`.
  static func faster(_ own: Double, than peer: Double) -> String {
    let ratio = peer / own
    return "\(Numbers.grouped(digits: Numbers.fixed(ratio, places: ratio < 10 ? 1 : 0)))x as fast"
  }
}
