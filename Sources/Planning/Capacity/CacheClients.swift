extension Cache {
  /// Clients that a node of the type takes; nobody can raise it.
  package var clientsPerNode: Int {
    let parts = nodeType.split(separator: ".")
    guard parts.count == 3 else { return Figure.cacheClientsPerNode.count }
    let (family, size) = (parts[1], parts[2])
    if family == "t2" || (size == "micro" && ["t3", "t4g"].contains(family)) {
      return Figure.cacheClientsOfMicro.count
    }
    if family == "t3", size == "small" || size == "medium" { return Figure.cacheClientsOfSmall.count }
    return Figure.cacheClientsPerNode.count
  }
}
