/// Instances on their way into service: those of a warm pool, and those that are launched.
struct InstanceArrivals {
  /// Asked for, and not in service yet.
  private(set) var starting = 0

  /// Made anew for the pool; they are paid for as well.
  private(set) var refilling = 0

  /// Instances that join, and those that are back in the pool, by run minute modulo the longest start.
  private var joining: [Int]
  private var refills: [Int]
  private var slot = 0
  private var pool: Int
  private let startMinutes: Int
  private let poolStartMinutes: Int

  init(_ rules: AutoScalingRules) {
    startMinutes = rules.startMinutes
    poolStartMinutes = rules.poolStartMinutes
    pool = rules.pool
    joining = Array(repeating: 0, count: max(startMinutes, poolStartMinutes) + 1)
    refills = joining
  }

  /// Those that come into service in this minute.
  @inline(__always)
  mutating func arrive() -> Int {
    if refilling > 0 {
      pool += refills[slot]
      refilling -= refills[slot]
      refills[slot] = 0
    }
    let arrived = joining[slot]
    guard arrived > 0 else { return 0 }
    joining[slot] = 0
    starting -= arrived
    return arrived
  }

  /// Asks for so many, the pool's first.
  mutating func launch(_ count: Int) {
    let fromPool = min(count, pool)
    if fromPool > 0 {
      pool -= fromPool
      refilling += fromPool
      joining[slot(in: poolStartMinutes)] += fromPool
      refills[slot(in: startMinutes)] += fromPool
    }
    joining[slot(in: startMinutes)] += count - fromPool
    starting += count
  }

  @inline(__always)
  mutating func endMinute() { slot = slot + 1 == joining.count ? 0 : slot + 1 }

  private func slot(in minutes: Int) -> Int {
    let later = slot + minutes
    return later >= joining.count ? later - joining.count : later
  }
}
