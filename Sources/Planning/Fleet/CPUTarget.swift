extension Compute {
  /// Requests of an instance a minute at another CPU target, in proportion, rounded down as a person writes them.
  func requests(atTarget percent: Double) -> Double {
    let requests = requestsPerInstancePerMinute * percent / targetCPUPercent
    return requests.reaches(1) ? requests.wholeUnitsDown : requests
  }

  /// The same as a range, in its proportions; at the own target exactly what it is.
  package func instanceRequests(atTarget percent: Double) -> Estimate {
    percent == targetCPUPercent ? instanceRequests : instanceRequests.moved(to: requests(atTarget: percent))
  }
}
