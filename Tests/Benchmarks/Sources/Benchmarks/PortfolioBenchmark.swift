import Typography

/// Thousands of profiles in one run: how many a second, and whether the time grows in a straight line.
enum PortfolioBenchmark {
  static func run(program: String, peers: Peers) throws -> [Result] {
    let (few, many) = (2500, 10_000)
    var (short, long) = (Double.infinity, Double.infinity)
    var memory = 0.0
    for _ in 0..<3 {
      short = min(short, try summary(of: few, program, peers).seconds)
      let child = try summary(of: many, program, peers)
      long = min(long, child.seconds)
      memory = child.megabytes
    }
    let perSecond = Double(many) / long
    let growth = long / short / (Double(many) / Double(few))
    return [
      Result(
        work: "10,000 profiles through `summary --format json`",
        own: "\(Seconds.text(long)), \(Numbers.fixed(memory, places: 0)) MB",
        peer: "2,500 of them: \(Seconds.text(short))",
        ratio:
          "\(Numbers.grouped(Int(perSecond))) a second; \(Numbers.fixed(growth, places: 2)) of a straight line",
        goal: "2,000 a second; a straight line", isMet: perSecond >= 2000 && growth < 1.2)
    ]
  }

  private static func summary(of count: Int, _ program: String, _ peers: Peers) throws -> Child {
    let profiles = (1...count).map { "\(peers.folder)/profiles/\($0).yaml" }
    return try Child([program, "summary", "--format", "json"] + profiles, keepsOutput: false)
  }
}
