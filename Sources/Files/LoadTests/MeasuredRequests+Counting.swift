internal import Planning

extension MeasuredRequests {
  /// Every request has a time and a size, as tools know of each that they sent.
  mutating func countAll() {
    for (minute, counts) in minutes {
      minutes[minute]?.timed = counts.requests
      minutes[minute]?.sized = counts.requests
    }
    totals.timed = totals.requests
    totals.sized = totals.requests
  }

  /// Bytes stand for all requests, where there are any.
  mutating func countSizes() {
    guard totals.bytes > 0 else { return }
    for (minute, counts) in minutes { minutes[minute]?.sized = counts.requests }
    totals.sized = totals.requests
  }
}

extension RequestCounts {
  /// Counts one request.
  @inline(__always)
  mutating func add(_ milliseconds: Double?, isFailure: Bool, bytes: Double?) {
    requests += 1
    if isFailure { failed += 1 }
    if let milliseconds {
      timed += 1
      self.milliseconds += milliseconds
    }
    if let bytes, bytes >= 0 {
      sized += 1
      self.bytes += bytes
    }
  }
}
