import Planning
import Testing

@Suite struct `A review of any profile that the format accepts` {
  @Test(arguments: Catalog.fields.flatMap(Extreme.all))
  func `ends with an answer at both ends of every key`(extreme: Extreme) {
    for start in [Guide.profile, Sound.profile] {
      let profile = start.applying([extreme.change])
      for finding in Review(Plan(profile)).findings {
        #expect(!finding.message.contains("nan") && !finding.message.contains("inf"), "\(finding.message)")
      }
    }
  }

  @Test func `ends with an answer when every key is at its end`() {
    for isHigh in [false, true] {
      let changes = Catalog.fields.compactMap { field in
        Extreme.all(of: field).first { $0.isHigh == isHigh }?.change
      }
      #expect(!Review(Plan(Guide.profile.applying(changes))).findings.isEmpty)
    }
  }
}

/// The smallest or the largest value that a key may hold.
struct Extreme: Sendable, CustomTestStringConvertible {
  let change: ProfileChange
  let isHigh: Bool

  var testDescription: String { "\(change.path) \(change.value.text)" }

  static func all(of field: Field) -> [Extreme] {
    switch field.kind {
    case .count(let bounds): ends(field, .count(bounds.lowerBound), .count(bounds.upperBound))
    case .number(let bounds): ends(field, .number(smallest(bounds)), .number(bounds.high))
    case .estimate(let bounds):
      ends(field, .estimate(Estimate(smallest(bounds))), .estimate(Estimate(bounds.high)))
    case .flag: ends(field, .flag(false), .flag(true))
    default: []
    }
  }

  private static func ends(_ field: Field, _ low: FieldValue, _ high: FieldValue) -> [Extreme] {
    [
      Extreme(change: ProfileChange(field.path, low), isHigh: false),
      Extreme(change: ProfileChange(field.path, high), isHigh: true),
    ]
  }

  /// Far below any value that makes sense, where zero is refused.
  private static func smallest(_ bounds: Field.Bounds) -> Double {
    bounds.aboveLow ? .leastNonzeroMagnitude : bounds.low
  }
}
