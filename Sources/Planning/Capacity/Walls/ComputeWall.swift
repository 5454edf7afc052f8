extension Wall.ID {
  package static let compute = Wall.ID("compute", "Compute", breaks: .one)
}

extension WallKind {
  /// Instances at the CPU target.
  static let compute = WallKind(.compute) { fleet in
    .capacity(Capacity([fleet.instances, fleet.requestsPerInstance], per: [.requestsPerUser]))
  }
}
