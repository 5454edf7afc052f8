extension Wall.ID {
  package static let workers = Wall.ID("workers", "Web workers", breaks: .many)
}

extension WallKind {
  /// Requests that the threads of all workers can be busy with.
  static let workers = WallKind(.workers, growthKey: "compute.gunicorn.threads") { fleet in
    guard let gunicorn = fleet.profile.compute.gunicorn else { return nil }
    return .capacity(
      Capacity(
        [
          fleet.instances,
          Capacity.Term(Double(gunicorn.workers), " workers", .one("compute.gunicorn.workers")),
          Capacity.Term(Double(gunicorn.threads), " threads", .one("compute.gunicorn.threads")),
          Capacity.Term(60, ""),
        ], per: [.responseTime, .requestsPerUser]))
  }
}
