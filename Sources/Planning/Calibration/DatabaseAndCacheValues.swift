// What the cache answers and how long the database works on a query.

extension CalibrationFit {
  mutating func fitCacheHits() {
    let key = "cache.hit_percent"
    let used: [Metric] = [.cacheHits, .cacheMisses]
    guard profile.cache != nil, used.allSatisfy({ metrics[$0] != nil }), let period = metrics.period(used)
    else { return }
    let windows = metrics.starts(.cacheHits, period: period).compactMap { start -> MeasuredWindow? in
      guard let hits = metrics.value(.cacheHits, from: start, seconds: period),
        let misses = metrics.value(.cacheMisses, from: start, seconds: period)
      else { return nil }
      return MeasuredWindow(start: start, u: 100 * hits, v: hits + misses)
    }
    let lookups = windows.reduce(0) { $0 + $1.v }
    var outcome = ratio(
      windows, seconds: period, count: lookups, whole: (windows.reduce(0) { $0 + $1.u }, lookups, lookups),
      source: nil, files: files(of: .cacheHits, .cacheMisses))
    if case .measured(var value) = outcome {
      value.range.high = min(100, value.range.high)
      outcome = .measured(value)
    }
    decide(key, outcome)
  }

  /// Only the product of queries and their time is known, so that the queries of a request are what the profile says.
  mutating func fitQueryTime() {
    let key = "database.query_ms"
    let used: [Metric] = [.requestCount, .dbLoad]
    guard let database = profile.database, used.allSatisfy({ metrics[$0] != nil }),
      let period = metrics.period(used)
    else { return }
    let read = database.readPercent / 100
    let hit = profile.cache == nil ? 0 : likelyHitPercent / 100
    let queries = database.queriesPerRequest.likely * ((1 - read) + read * (1 - hit))
    do throws(CalibrationFailure) {
      let windows = try windows(used, period: period).map { start in
        MeasuredWindow(
          start: start,
          u: Double(period) * 1000 * (metrics.value(.dbLoad, from: start, seconds: period) ?? 0),
          v: queries * (metrics.value(.requestCount, from: start, seconds: period) ?? 0))
      }
      let count = queries > 0 ? windows.reduce(0) { $0 + $1.v } / queries : 0
      decide(
        key,
        ratio(
          windows, seconds: period, count: count,
          whole: (windows.reduce(0) { $0 + $1.u }, windows.reduce(0) { $0 + $1.v }, count), source: nil,
          files: files(of: .dbLoad, .requestCount)))
    } catch {
      refuse(key, error.refusal)
    }
  }

  private var likelyHitPercent: Double {
    values.first { $0.key == "cache.hit_percent" }?.measured?.range.likely ?? profile.cache?.hitPercent ?? 0
  }
}
