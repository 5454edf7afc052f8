/// How many draws cost how much, in constant memory however many there are.
///
/// A bucket is the top of a number's bit pattern, so its width is a fixed share of the cost: at most 0.0061%. That is
/// a small part of the sampling error of a million draws, and between buckets the ranks are interpolated.
struct CostHistogram: Equatable, Sendable {
  private static let bucketBits = 14
  private static let bucketsPerDoubling = 1 << bucketBits
  private static let droppedBits = Double.significandBitCount - bucketBits

  /// Costs below a cent count as a cent.
  private static let smallest = 0.01

  private var counts: [UInt32] = []
  private var firstBucket = 0
  private(set) var draws = 0
  private(set) var lowest = Double.infinity
  private(set) var highest = -Double.infinity

  @inline(__always)
  mutating func add(_ cost: Double) {
    let bucket = Int(max(cost, Self.smallest).bitPattern >> UInt64(Self.droppedBits))
    if UInt(bitPattern: bucket &- firstBucket) >= UInt(counts.count) { makeRoom(for: bucket) }
    counts[bucket &- firstBucket] &+= 1
    draws += 1
    lowest = min(lowest, cost)
    highest = max(highest, cost)
  }

  mutating func add(_ other: CostHistogram) {
    guard other.draws > 0 else { return }
    makeRoom(for: other.firstBucket)
    makeRoom(for: other.firstBucket + other.counts.count - 1)
    let offset = other.firstBucket - firstBucket
    for (index, count) in other.counts.enumerated() { counts[offset + index] += count }
    draws += other.draws
    lowest = min(lowest, other.lowest)
    highest = max(highest, other.highest)
  }

  /// Grows by whole doublings of the cost.
  private mutating func makeRoom(for bucket: Int) {
    let size = Self.bucketsPerDoubling
    let doubling = bucket / size * size
    if counts.isEmpty { firstBucket = doubling }
    if doubling < firstBucket {
      counts.insert(contentsOf: repeatElement(0, count: firstBucket - doubling), at: 0)
      firstBucket = doubling
    }
    let missing = doubling + size - (firstBucket + counts.count)
    if missing > 0 { counts.append(contentsOf: repeatElement(0, count: missing)) }
  }

  /// The cost that a share of the draws does not exceed, between the two nearest ranks.
  ///
  /// - Precondition: something was added.
  func percentile(_ share: Double) -> Double {
    let rank = share * Double(draws - 1)
    let below = cost(atRank: Int(rank))
    return below + (cost(atRank: Int(rank.rounded(.up))) - below) * (rank - rank.rounded(.down))
  }

  /// The cost of one draw in the order of their costs, from zero, as if draws lay evenly in their bucket.
  private func cost(atRank rank: Int) -> Double {
    var before = 0
    for (index, count) in counts.enumerated() where count > 0 {
      let count = Int(count)
      if rank < before + count {
        let share = (Double(rank - before) + 0.5) / Double(count)
        let (low, high) = edges(index)
        return min(max(low + (high - low) * share, lowest), highest)
      }
      before += count
    }
    return highest
  }

  private func edges(_ index: Int) -> (Double, Double) {
    let edge = { (bucket: Int) in Double(bitPattern: UInt64(bucket) << UInt64(Self.droppedBits)) }
    return (edge(firstBucket + index), edge(firstBucket + index + 1))
  }

  /// Draws by equal steps of cost from the lowest to the highest.
  func bars(_ count: Int) -> [Int] {
    var bars = [Int](repeating: 0, count: count)
    let width = (highest - lowest) / Double(count)
    for (index, draws) in counts.enumerated() where draws > 0 {
      let (low, high) = edges(index)
      let place = width > 0 ? Int(((low + high) / 2 - lowest) / width) : 0
      bars[max(0, min(count - 1, place))] += Int(draws)
    }
    return bars
  }
}
