/// A plan whose ranged inputs are drawn instead of taken at their likely values.
struct UncertaintyModel: Sendable {
  /// Inputs that are ranges and that something depends on, in the order in which they are drawn.
  let drawn: [DrawnInput]
  let walls: [WallTest]

  /// The cost of a draw in which every input is at its likely value, in dollars.
  let likelyCost: Double
  private let likely: DrawBlock
  private let bill: DrawnBill

  struct DrawnInput: Sendable {
    let input: UncertainInput
    let distribution: Triangular

    /// The likely value as a column holds it.
    let likely: Double

    /// What a column adds to the drawn number: purchase validations count as requests.
    var added: Double { likely - distribution.estimate.likely }
  }

  init(_ plan: Plan) {
    drawn = UncertainInput.allCases.compactMap { input in
      guard let estimate = input.estimate(in: plan.profile), !estimate.isCertain else { return nil }
      return DrawnInput(input: input, distribution: Triangular(estimate), likely: plan.likely(input))
    }
    walls = plan.walls.compactMap { WallTest($0, in: plan) }
    bill = DrawnBill(plan)
    var block = DrawBlock()
    for input in UncertainInput.allCases {
      block.fill(input) { _ in plan.likely(input) }
    }
    bill.price(&block)
    likely = block
    likelyCost = block.cost.first
  }

  /// Draws in a row, block by block, from a multiple of the block size on; each block has a random stream of its own.
  func tally(_ range: Range<Int>, seed: Int) -> Tally {
    var tally = Tally(walls: walls.count)
    var block = likely
    for start in stride(from: range.lowerBound, to: range.upperBound, by: DrawBlock.size) {
      draw(&block, from: RandomStream(seed: seed, stream: start / DrawBlock.size))
      bill.price(&block)
      tally.add(block, draws: min(DrawBlock.size, range.upperBound - start), model: self)
    }
    return tally
  }

  private func draw(_ block: inout DrawBlock, from stream: RandomStream) {
    var stream = stream
    for input in drawn {
      let added = input.added
      block.fill(input.input) { _ in stream.nextShare() }
      block.fill(input.input) { input.distribution.quantile($0) + added }
    }
  }
}

extension Plan {
  /// The likely value of an input as the draws use it.
  func likely(_ input: UncertainInput) -> Double {
    input == .requestsPerUser ? demand.requestsPerUser.likely : input.likely(profile)
  }
}
