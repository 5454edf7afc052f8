/// What the draws so far add up to; tallies of consecutive draws add up to one tally.
///
/// Sums are of differences from the likely values, which keeps them exact enough for variances. Floating-point sums
/// depend on their order, so tallies are always added in the order of their draws.
struct Tally: Sendable {
  private(set) var histogram = CostHistogram()
  private(set) var cost = Sums()

  /// By position of the input; zero for an input that is certain.
  private(set) var inputs: [InputSums]

  /// Draws in which each wall fell short, in the order of the model's walls.
  private(set) var short: [AtScale<Int>]
  private(set) var anyShort = AtScale { _ in 0 }

  var draws: Int { histogram.draws }

  struct Sums: Sendable {
    var sum = 0.0
    var squares = 0.0

    /// Sum of the squared distances from the mean of so many draws.
    func spread(_ draws: Int) -> Double { max(0, squares - sum * sum / Double(draws)) }
  }

  struct InputSums: Sendable {
    var own = Sums()
    var timesCost = 0.0
  }

  init(walls: Int) {
    inputs = UncertainInput.allCases.map { _ in InputSums() }
    short = Array(repeating: AtScale { _ in 0 }, count: walls)
  }

  mutating func add(_ other: Tally) {
    histogram.add(other.histogram)
    cost.add(other.cost)
    for index in inputs.indices {
      inputs[index].own.add(other.inputs[index].own)
      inputs[index].timesCost += other.inputs[index].timesCost
    }
    for index in short.indices { short[index].add(other.short[index]) }
    anyShort.add(other.anyShort)
  }
}

extension Tally {
  /// Counts the first `draws` rows of a block.
  mutating func add(_ block: borrowing DrawBlock, draws: Int, model: UncertaintyModel) {
    block.cost.forEach(first: draws) { histogram.add($0) }
    let costs = block.cost.differences(from: model.likelyCost, rows: draws)
    cost.add(costs)
    for input in model.drawn {
      let values = block.column(input.input).differences(from: input.likely, rows: draws)
      inputs[input.input.position].own.add(values)
      inputs[input.input.position].timesCost += values.dot(costs)
    }
    addShort(block, draws: draws, walls: model.walls)
  }

  private mutating func addShort(_ block: borrowing DrawBlock, draws: Int, walls: [WallTest]) {
    var anyAtDesired = DrawColumn(0)
    var anyAtMax = DrawColumn(0)
    for (index, wall) in walls.enumerated() {
      var atDesired = DrawColumn(0)
      var atMax = DrawColumn(0)
      for capacity in wall.capacities {
        let products = capacity.products(block)
        let limits = capacity.limits
        atDesired.update(with: products) { $1 > limits.desired ? 1 : $0 }
        atMax.update(with: products) { $1 > limits.max ? 1 : $0 }
      }
      wall.latency?.mark(block, desired: &atDesired, max: &atMax)
      short[index].desired += atDesired.count(above: 0, rows: draws)
      short[index].max += atMax.count(above: 0, rows: draws)
      guard wall.decides else { continue }
      anyAtDesired.update(with: atDesired) { max($0, $1) }
      anyAtMax.update(with: atMax) { max($0, $1) }
    }
    anyShort.desired += anyAtDesired.count(above: 0, rows: draws)
    anyShort.max += anyAtMax.count(above: 0, rows: draws)
  }
}

extension Tally.Sums {
  fileprivate mutating func add(_ values: DrawColumn) {
    sum += values.sum()
    squares += values.dot(values)
  }

  fileprivate mutating func add(_ other: Tally.Sums) {
    sum += other.sum
    squares += other.squares
  }
}

extension AtScale<Int> {
  fileprivate mutating func add(_ other: Self) {
    desired += other.desired
    max += other.max
  }
}
