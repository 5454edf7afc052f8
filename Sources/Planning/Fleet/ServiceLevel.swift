/// What a team promises of its responses, as they leave the balancer.
package struct ServiceLevel: Section {
  /// What 95 of 100 responses keep, in milliseconds; always stated where the section is, so that the number only stands in
  /// for a moment.
  package var p95Ms = 500.0

  /// What 99 of 100 keep; nil where nothing is said of them.
  package var p99Ms: Double?

  /// Minutes of a month that may break the promise, in per cent of all.
  package var errorBudgetPercent = 0.1

  package init() {}

  package init(p95Ms: Double, p99Ms: Double? = nil, errorBudgetPercent: Double = 0.1) {
    self.p95Ms = p95Ms
    self.p99Ms = p99Ms
    self.errorBudgetPercent = errorBudgetPercent
  }
}

extension ServiceLevel {
  /// Minutes of a month that may break the promise.
  package var budgetMinutes: Double { Double(Month.minutes) * errorBudgetPercent / 100 }

  /// The promise as a sentence goes on: `p95 under 500 ms and p99 under 900 ms`.
  package var phrase: String {
    "p95 under \(Figures.milliseconds(p95Ms))"
      + (p99Ms.map { " and p99 under \(Figures.milliseconds($0))" } ?? "")
  }

  /// The same with every goal lower by so many milliseconds; nil where one would be gone.
  func lower(by milliseconds: Double) -> ServiceLevel? {
    var lower = self
    lower.p95Ms -= milliseconds
    lower.p99Ms = p99Ms.map { $0 - milliseconds }
    return lower.p95Ms > 0 && lower.p99Ms ?? 1 > 0 ? lower : nil
  }

  /// The goals in seconds, each with the share of responses that may be slower.
  var goals: [(seconds: Double, slower: Double)] {
    [(p95Ms / 1000, 0.05)] + (p99Ms.map { [($0 / 1000, 0.01)] } ?? [])
  }
}
