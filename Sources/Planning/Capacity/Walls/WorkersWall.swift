extension Wall.ID {
  package static let workers = Wall.ID("workers", "Web workers", breaks: .many)
}

extension WallKind {
  /// Requests that the instances work on at once.
  static let workers = WallKind(.workers, growthKey: { $0.compute.concurrency?.growthKey }) { fleet in
    guard fleet.profile.compute.concurrency != nil else { return .notStated(.webServer) }
    return fleet.byConcurrency(fleet.instances).map { .capacity($0) }
      ?? .unknown(.workerClass(fleet.profile.compute.gunicorn?.workerClass ?? ""))
  }
}
