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
  /// What a tool prints of all requests together; bytes that it does not print are not known.
  init(_ requests: Double, meanMilliseconds: Double, bytes: Double?, failed: Double = 0) {
    self.init()
    self.requests = requests
    self.failed = failed
    timed = requests
    milliseconds = requests * meanMilliseconds
    guard let bytes else { return }
    sized = requests
    self.bytes = bytes
  }

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
