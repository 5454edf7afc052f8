/// Which traffic each tier lets in.
package struct SecurityGroups: Equatable, Sendable {
  package var loadBalancer: SecurityGroup?
  package var compute: SecurityGroup?
  package var database: SecurityGroup?
  package var cache: SecurityGroup?

  package init() {}
}

/// Inbound ports and where they may be reached from: address blocks or other groups.
package struct SecurityGroup: Section {
  package var ports: [Int] = []
  package var from: [String] = []

  package init() {}
}
