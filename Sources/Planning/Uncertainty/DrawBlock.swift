/// The numbers of one block of draws, a column a quantity.
struct DrawBlock: Sendable {
  static let size = 512

  /// One column an input after the other, by its position. Requests of a user count the purchase validations.
  private var inputs = [Double](repeating: 0, count: size * UncertainInput.allCases.count)

  /// Dollars a month.
  var cost = DrawColumn(0)

  func column(_ input: UncertainInput) -> DrawColumn {
    let start = input.position * Self.size
    return DrawColumn(inputs[start..<start + Self.size])
  }

  /// Replaces every number of an input by what `change` makes of it.
  @inline(__always)
  mutating func fill(_ input: UncertainInput, _ change: (Double) -> Double) {
    let start = input.position * Self.size
    inputs.withUnsafeMutableBufferPointer { inputs in
      for row in start..<start + Self.size { inputs[row] = change(inputs[row]) }
    }
  }

  /// What each draw's inputs come to.
  @inline(__always)
  func map(_ formula: (DrawnInputs) -> Double) -> DrawColumn {
    var column = DrawColumn(0)
    inputs.withUnsafeBufferPointer { inputs in
      column.fill { formula(DrawnInputs(block: inputs, row: $0)) }
    }
    return column
  }
}

/// The ranged inputs of one draw.
struct DrawnInputs: RangedInputs {
  fileprivate let block: UnsafeBufferPointer<Double>
  fileprivate let row: Int

  var requestsPerUser: Double { self[.requestsPerUser] }
  var filesPerUser: Double { self[.files] }
  var requestKB: Double { self[.requestSize] }
  var responseKB: Double { self[.responseSize] }
  var fileKB: Double { self[.fileSize] }
  var voicePercent: Double { self[.voiceUsers] }
  var voiceKB: Double { self[.audioSize] }
  var queriesPerRequest: Double { self[.queriesPerRequest] }
  var kbPerQuery: Double { self[.querySize] }
  var operationsPerRequest: Double { self[.cacheOperations] }
  var kbPerOperation: Double { self[.operationSize] }
  var natGB: Double { self[.natTraffic] }
  var millionIO: Double { self[.storageIO] }
  var requestsPerInstance: Double { self[.instanceRequests] }
  var meanLoadPercent: Double { self[.meanLoad] }
  var hitPercent: Double { self[.cacheHits] }

  @inline(__always)
  private subscript(input: UncertainInput) -> Double { block[input.position * DrawBlock.size + row] }
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

  init(_ numbers: ArraySlice<Double>) {
    self.numbers = Array(numbers)
  }

  /// Sets every number by its row.
  @inline(__always)
  fileprivate mutating func fill(_ number: (Int) -> Double) {
    numbers.withUnsafeMutableBufferPointer { numbers in
      for row in 0..<DrawBlock.size { numbers[row] = number(row) }
    }
  }

  subscript(row: Int) -> Double { numbers[row] }

  /// Sets the rows to 1 that are to be marked.
  mutating func mark(_ isMarked: (Int) -> Bool) {
    for row in 0..<DrawBlock.size where isMarked(row) { numbers[row] = 1 }
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
