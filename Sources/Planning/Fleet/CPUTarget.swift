extension Compute {
  /// Requests of an instance a minute at another CPU target, in proportion, rounded down as a person writes them.
  package func requests(atTarget percent: Double) -> Double {
    let requests = requestsPerInstancePerMinute * percent / targetCPUPercent
    return requests.reaches(1) ? requests.wholeUnitsDown : requests
  }
}
