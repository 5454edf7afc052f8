import Files
import Planning
import Typography

/// The cheapest fleet among as many instance types as the peer makes plans.
enum SizingBenchmark {
  static func run(against peer: Peers.ServiceCapacity) throws -> [Result] {
    let guide = BuiltInGuide.loaded.profile
    let target = SizingTarget(users: 250_000)
    let book = Stopwatch.best(of: 50) { keep(Sizing(guide, for: target)) }
    guard let home = PriceBook("us-east-1") else { throw Disagreement(what: "us-east-1 has no prices") }
    let types = home.instanceTypes.count
    let regions = Stopwatch.best(of: 5) {
      keep(RegionalSizing(guide, for: target, in: Region.all, facts: .builtIn))
    }
    let rows = Region.all.compactMap { PriceBook($0.code)?.instanceTypes.count }.reduce(0, +)
    let many = Facts.builtIn(withTypes: peer.plans, of: home)
    let seconds = Stopwatch.best(of: 3) { keep(Sizing(guide, for: target, facts: many)) }
    let peerSeconds = peer.secondsPerPlan * Double(peer.plans)
    return [
      Result(
        work: "sizing over every type in the price book (\(types))", own: Seconds.text(book),
        peer:
          "service-capacity-modeling `plan`, as many plans: \(Seconds.text(peer.secondsPerPlan * Double(types)))",
        ratio: Ratio.faster(book, than: peer.secondsPerPlan * Double(types)), goal: "1,000x",
        isMet: peer.secondsPerPlan * Double(types) / book >= 1000),
      Result(
        work: "sizing over every type in every Region (\(Numbers.grouped(rows)))", own: Seconds.text(regions),
        peer:
          "service-capacity-modeling `plan`, as many plans: \(Seconds.text(peer.secondsPerPlan * Double(rows)))",
        ratio: Ratio.faster(regions, than: peer.secondsPerPlan * Double(rows)), goal: "30 ms",
        isMet: regions <= 0.03),
      Result(
        work: "sizing over \(Numbers.grouped(peer.plans)) types", own: Seconds.text(seconds),
        peer: "service-capacity-modeling `plan`, as many plans: \(Seconds.text(peerSeconds))",
        ratio: Ratio.faster(seconds, than: peerSeconds), goal: "1,000x", isMet: peerSeconds / seconds >= 1000),
    ]
  }
}

extension Facts {
  /// The built-in facts with the priced types under further names, until there are so many.
  fileprivate static func builtIn(withTypes count: Int, of book: PriceBook) -> Facts {
    let types = book.instanceTypes.sorted()
    var further = PriceOverlay(
      PriceOverlay.Identity(
        file: "further types", sha256: "", source: "", collected: BillingFacts.collected.text),
      region: book.region)
    for number in types.count..<max(count, types.count) {
      let type = types[number % types.count]
      let name = "n\(number).\(type)"
      further.prices[.instance(name)] = book[.instance(type)]
      further.hardware[name] = HardwareBook.builtIn[type]
    }
    return Facts(overlays: [further])
  }
}
