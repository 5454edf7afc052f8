/// The numbers of one block of draws, a column a quantity.
struct DrawBlock: Sendable {
  static let size = 512

  /// One column an input, by its position. Requests of a user count the purchase validations.
  var inputs: [DrawColumn] = UncertainInput.allCases.map { _ in DrawColumn(0) }

  /// Dollars a month.
  var cost = DrawColumn(0)

  func column(_ input: UncertainInput) -> DrawColumn { inputs[input.position] }
}

/// One number for each draw of a block.
///
/// The loops are short and plain, and read their columns without bounds checks, so that the compiler works on several
/// draws at a time.
struct DrawColumn: Sendable {
  private var numbers: [Double]

  init(_ number: Double) {
    numbers = Array(repeating: number, count: DrawBlock.size)
  }

  /// The number of the first draw.
  var first: Double { numbers[0] }

  /// Replaces every number by what `change` makes of it.
  @inline(__always)
  mutating func update(_ change: (Double) -> Double) {
    numbers.withUnsafeMutableBufferPointer { numbers in
      for row in 0..<DrawBlock.size { numbers[row] = change(numbers[row]) }
    }
  }

  /// Replaces every number by what `combine` makes of it and of the other column's number.
  @inline(__always)
  mutating func update(with other: DrawColumn, _ combine: (Double, Double) -> Double) {
    numbers.withUnsafeMutableBufferPointer { numbers in
      other.numbers.withUnsafeBufferPointer { other in
        for row in 0..<DrawBlock.size { numbers[row] = combine(numbers[row], other[row]) }
      }
    }
  }

  func sum() -> Double { dot(DrawColumn(1)) }

  /// The sum of the products of two columns, as eight sums side by side: one would wait for itself at every step.
  func dot(_ other: DrawColumn) -> Double {
    var lanes = SIMD8<Double>.zero
    numbers.withUnsafeBufferPointer { numbers in
      other.numbers.withUnsafeBufferPointer { other in
        for row in stride(from: 0, to: DrawBlock.size, by: 8) {
          for lane in 0..<8 { lanes[lane] += numbers[row + lane] * other[row + lane] }
        }
      }
    }
    return lanes.sum()
  }

  /// How many of the first `rows` numbers are above a limit.
  func count(above limit: Double, rows: Int) -> Int {
    numbers.prefix(rows).count { $0 > limit }
  }

  /// Distances from a number; zero in the rows after the first `rows`, which do not count.
  func differences(from centre: Double, rows: Int) -> DrawColumn {
    var differences = self
    differences.update { $0 - centre }
    for row in rows..<DrawBlock.size { differences.numbers[row] = 0 }
    return differences
  }

  /// Visits the first `rows` numbers in order.
  func forEach(first rows: Int, _ visit: (Double) -> Void) {
    for row in 0..<rows { visit(numbers[row]) }
  }
}
