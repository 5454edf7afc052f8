/// What an EC2 instance type, an RDS class or a cache node type is: the same in every Region and at every price.
package struct Hardware: Hashable, Sendable {
  /// Nil where nobody said.
  package var vcpus: Int?
  package var memoryGiB: Double
  package var origin: FactOrigin

  package init(vcpus: Int?, memoryGiB: Double, origin: FactOrigin) {
    self.vcpus = vcpus
    self.memoryGiB = memoryGiB
    self.origin = origin
  }
}

/// What is known of the hardware of types, by EC2 type, RDS class and ElastiCache node type.
package struct HardwareBook: Sendable {
  package private(set) var types: [String: Hardware]

  package init(_ types: [String: Hardware] = [:]) { self.types = types }

  package subscript(type: String) -> Hardware? { types[type] }

  /// EC2 instance types: what is neither a class of RDS nor a node of ElastiCache.
  package var instanceTypes: [String] {
    types.keys.filter { !$0.hasPrefix("db.") && !$0.hasPrefix("cache.") }
  }

  /// The book with what a later source says of some types.
  func stating(_ later: [String: Hardware]) -> HardwareBook {
    HardwareBook(types.merging(later) { $1 })
  }
}
