/// How long how many instances run On-Demand, minute by minute of the days of some months, and how many on Spot.
struct OnDemandMinutes: Sendable {
  /// Minutes by the number of On-Demand instances, the fewest first.
  private(set) var minutes: [(instances: Int, minutes: Int)]

  /// Minutes x instances on Spot.
  private(set) var spot: Int

  /// All minutes.
  private(set) var all: Int

  /// The days of months that weigh alike.
  init(_ months: [OnDemandMinutes]) {
    var byInstances: [Int: Int] = [:]
    for month in months {
      for part in month.minutes { byInstances[part.instances, default: 0] += part.minutes }
    }
    minutes = byInstances.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    spot = months.reduce(0) { $0 + $1.spot }
    all = months.reduce(0) { $0 + $1.all }
  }

  /// The day of a fleet whose busiest minute asks for so many instances, in parts of one as well.
  init(_ compute: Compute, peak: Double, shape: DayShape) {
    var byInstances: [Int: Int] = [:]
    (spot, all) = (0, 0)
    for size in FleetHours(dayOf: compute.instances, peak: peak, shape: shape).sizes {
      let minutes = Int((size.hours * Double(Clock.minutesPerDay) / Double(Month.hours)).rounded())
      let onDemand = compute.purchase.onDemand(of: size.instances)
      byInstances[onDemand, default: 0] += minutes
      spot += minutes * (size.instances - onDemand)
      all += minutes
    }
    minutes = byInstances.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  var fewest: Int { minutes.first?.instances ?? 0 }
  var most: Int { minutes.last?.instances ?? 0 }

  /// Minutes x instances above what is bought.
  func above(_ bought: Int) -> Int {
    minutes.reduce(0) { $0 + $1.minutes * max(0, $1.instances - bought) }
  }

  /// How much of what is bought is used, from 0 to 1; nil where nothing is.
  func usedShare(of bought: Double) -> Double? {
    guard bought > 0 else { return nil }
    let used = minutes.reduce(0) { $0 + Double($1.minutes) * min(Double($1.instances), bought) }
    return used / (bought * Double(all))
  }

  /// The cheapest number of instances to buy at a share of their price: those that run for more than that share of the
  /// time. A tie buys none.
  func best(at kept: Fraction) -> Int {
    var running = 0
    for part in minutes.reversed() {
      running += part.minutes
      if Int128(running) * kept.denominator > kept.numerator * Int128(all) { return part.instances }
    }
    return 0
  }
}
