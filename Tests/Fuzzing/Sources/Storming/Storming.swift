import Storm

/// Lets a storm of so many events blow over the dashboard, and fails with what it broke.
@main
enum Storming {
  static func main() throws {
    let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let (count, first) = (numbers.first ?? 1_000_000, numbers.dropFirst().first ?? 1)
    var seed = first
    var left = count
    // Many storms, since each soon forgets where it began.
    while left > 0 {
      var storm = Storm(seed: seed)
      try storm.blow(events: min(left, Storming.length))
      left -= Storming.length
      seed += 1
    }
    print("\(count) events from seed \(first) to \(seed - 1) broke nothing")
  }

  private static let length = 1000
}
