import Planning
import Typography

/// The cheapest fleet among as many instance types as the peer makes plans.
enum SizingBenchmark {
  static func run(against peer: Peers.ServiceCapacity) -> [Result] {
    let book = Stopwatch.best(of: 50) { keep(Sizing(Guide.profile, for: SizingTarget(users: 250_000))) }
    let types = PriceBook.builtIn.instances.count
    let many = Facts(prices: PriceBook.builtIn.multiplied(to: peer.plans), quotas: .builtIn)
    let seconds = Stopwatch.best(of: 3) {
      keep(Sizing(Guide.profile, for: SizingTarget(users: 250_000), facts: many))
    }
    let peerSeconds = peer.secondsPerPlan * Double(peer.plans)
    return [
      Result(
        work: "sizing over every type in the price book (\(types))", own: Seconds.text(book),
        peer:
          "service-capacity-modeling `plan`, as many plans: \(Seconds.text(peer.secondsPerPlan * Double(types)))",
        ratio: Ratio.faster(book, than: peer.secondsPerPlan * Double(types)), goal: "1,000x",
        isMet: peer.secondsPerPlan * Double(types) / book >= 1000),
      Result(
        work: "sizing over \(Numbers.grouped(peer.plans)) types", own: Seconds.text(seconds),
        peer: "service-capacity-modeling `plan`, as many plans: \(Seconds.text(peerSeconds))",
        ratio: Ratio.faster(seconds, than: peerSeconds), goal: "1,000x", isMet: peerSeconds / seconds >= 1000),
    ]
  }
}

extension PriceBook {
  /// The book with its types under further names, until there are so many.
  fileprivate func multiplied(to count: Int) -> PriceBook {
    var book = self
    let originals = instances.values.sorted { $0.type < $1.type }
    for number in instances.count..<max(count, instances.count) {
      var facts = originals[number % originals.count]
      facts.type = "n\(number).\(facts.type)"
      book.instances[facts.type] = facts
    }
    return book
  }
}
