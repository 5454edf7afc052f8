import Planning

/// Measures Headroom beside what people would use instead, in turns on one machine, and prints a Markdown table.
///
/// Usage: Benchmarks HEADROOM PEERS, the built program and the folder that `Tests/Benchmarks/run` fills.
@main
struct Benchmarks {
  static func main() async throws {
    guard CommandLine.arguments.count == 3 else { return print("usage: Tests/Benchmarks/run") }
    let program = CommandLine.arguments[1]
    let peers = Peers(folder: CommandLine.arguments[2])
    var table = ResultTable()
    let plans = try peers.serviceCapacity()
    table.add(PlanBenchmark.run(against: plans))
    table.add(LatencyBenchmark.run())
    table.add(try HorizonBenchmark.run())
    table.add(try StartBenchmark.run(program: program, peers: peers))
    table.add(try await UncertaintyBenchmark.run(peers: peers))
    table.add(try SimulationBenchmark.run(peers: peers))
    table.add(try PortfolioBenchmark.run(program: program, peers: peers))
    table.add(try LogBenchmark.run(program: program, peers: peers))
    // Last, because the memory of a child counts what its parent held when it was started.
    table.add(try SizingBenchmark.run(against: plans))
    print(table.markdown)
  }
}

/// The results so far, a row each.
struct ResultTable {
  private var rows: [Result] = []

  mutating func add(_ results: [Result]) { rows += results }

  var markdown: String {
    let cells = rows.map { row in
      "| \(row.work) | \(row.own) | \(row.peer) | \(row.ratio) | \(row.goal) | \(row.isMet ? "met" : "not met") |"
    }
    return
      ([
        "| work | Headroom | beside it, in the same run | ratio | goal | |",
        "| --- | ---: | ---: | ---: | --- | --- |",
      ]
      + cells).joined(separator: "\n")
  }
}

/// One measurement beside its peer.
struct Result {
  let work: String
  let own: String
  let peer: String
  let ratio: String
  let goal: String
  let isMet: Bool
}
