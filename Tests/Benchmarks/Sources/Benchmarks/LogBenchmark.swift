import Typography

/// An access log of a gigabyte through `calibrate`, beside awk that counts the same.
enum LogBenchmark {
  static func run(program: String, peers: Peers) throws -> [Result] {
    let log = "\(peers.folder)/access.log"
    let lines = try Child(["wc", "-lc", log]).numbers
    guard lines.count == 2 else { throw ChildError(command: "wc") }
    let (rows, gigabytes) = (lines[0], lines[1] / 1e9)
    var (own, peer) = (Double.infinity, Double.infinity)
    var (memory, peerMemory) = (0.0, 0.0)
    for _ in 0..<3 {
      let calibrated = try Child(
        [program, "calibrate", "\(peers.folder)/profiles/1.yaml", log], keepsOutput: false)
      (own, memory) = (min(own, calibrated.seconds), max(memory, calibrated.megabytes))
      let counted = try Child(["awk", "-f", "\(peers.folder)/access_log.awk", log], keepsOutput: false)
      (peer, peerMemory) = (min(peer, counted.seconds), max(peerMemory, counted.megabytes))
    }
    let perSecond = { (seconds: Double) in Numbers.grouped(Int(rows / seconds)) }
    let megabytes = { (memory: Double) in Numbers.fixed(memory, places: 0) }
    return [
      Result(
        work: "an access log of \(Numbers.fixed(gigabytes, places: 1)) GB through `calibrate`",
        own: "\(Seconds.text(own)), \(perSecond(own)) rows a second, \(megabytes(memory)) MB",
        peer: "awk: \(Seconds.text(peer)), \(perSecond(peer)) rows a second, \(megabytes(peerMemory)) MB",
        ratio: Ratio.faster(own, than: peer), goal: "no slower than awk; 64 MB",
        isMet: own <= peer && memory <= 64)
    ]
  }
}
