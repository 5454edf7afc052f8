import Typography

/// The whole program from its start to its end, beside programs that people start as often.
enum StartBenchmark {
  static func run(program: String, peers: Peers) throws -> [Result] {
    let json = "\(peers.folder)/summary.json"
    // Without the first two there is nothing to tell; of the others, those that are here.
    let commands =
      [[program, "summary", "--format", "json"], ["jq", ".", json]]
      + [["python3", "-c", "pass"], ["terraform", "version"], ["aws", "--version"]].filter { isThere($0) }
    var best = commands.map { _ in Double.infinity }
    var memory = commands.map { _ in 0.0 }
    for _ in 0..<25 {
      for (index, command) in commands.enumerated() {
        let child = try Child(command, keepsOutput: false)
        best[index] = min(best[index], child.seconds)
        memory[index] = max(memory[index], child.megabytes)
      }
    }
    let others = zip(commands, best).dropFirst(2).map { "\($0[0]) \(Seconds.text($1))" }
    return [
      Result(
        work: "`headroom summary --format json`, the whole process",
        own: "\(Seconds.text(best[0])), \(Numbers.fixed(memory[0], places: 1)) MB",
        peer: (["jq on a small file \(Seconds.text(best[1]))"] + others).joined(separator: ", "),
        ratio: Ratio.faster(best[0], than: best[1]), goal: "at or below jq; 16 MB",
        isMet: best[0] <= best[1] && memory[0] <= 16)
    ]
  }

  private static func isThere(_ command: [String]) -> Bool {
    (try? Child(command, keepsOutput: false)) != nil
  }
}
