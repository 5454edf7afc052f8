internal import Synchronization

/// What an EC2 instance type, an RDS class or a cache node type is: the same in every Region and at every price.
package struct Hardware: Hashable, Sendable {
  /// Nil where nobody said.
  package var vcpus: Int?
  package var memoryGiB: Double

  /// Nil where nobody said, as of a type of one's own.
  package var architecture: Architecture?

  /// Whether AWS counts it among its current generation; nil where nobody said.
  package var isCurrentGeneration: Bool?
  package var origin: FactOrigin

  package init(
    vcpus: Int?, memoryGiB: Double, architecture: Architecture? = nil, isCurrentGeneration: Bool? = nil,
    origin: FactOrigin
  ) {
    self.vcpus = vcpus
    self.memoryGiB = memoryGiB
    self.architecture = architecture
    self.isCurrentGeneration = isCurrentGeneration
    self.origin = origin
  }

  /// What programs have to be built for.
  package enum Architecture: String, CaseIterable, Sendable {
    case x86 = "x86_64"
    case arm = "arm64"
  }
}

/// What is known of the hardware of types, by EC2 type, RDS class and ElastiCache node type.
package struct HardwareBook: Sendable {
  /// What price files say, which outranks the tables.
  private var stated: [String: Hardware] = [:]

  private static let found = Mutex<[String: Hardware?]>([:])

  /// What the program knows of types without being told.
  package static let builtIn = HardwareBook()

  package subscript(type: String) -> Hardware? {
    if !stated.isEmpty, let hardware = stated[type] { return hardware }
    if let known = Self.found.withLock({ $0[type] }) { return known }
    let hardware = Hardware(tabled: type)
    Self.found.withLock { $0[type] = .some(hardware) }
    return hardware
  }

  /// EC2 instance types: what is neither a class of RDS nor a node of ElastiCache.
  package var instanceTypes: [String] {
    Set(Self.tabledInstanceTypes)
      .union(stated.keys.filter { !$0.hasPrefix("db.") && !$0.hasPrefix("cache.") }).sorted()
  }

  /// The instance types of the tables, by name.
  package static let tabledInstanceTypes =
    PriceTable.types.map { $0.text(0) }.filter { !$0.hasPrefix("cache.") }

  /// Instance types of the current generation with so many vCPUs, and those that a price file says.
  func currentTypes(ofVCPUs vcpus: Int) -> [String] {
    let tabled = Self.currentByVCPUs.withLock { known in
      if let types = known[vcpus] { return types }
      let digits = String(vcpus)
      let types = PriceTable.types.filter { row in
        row[1].elementsEqual(digits.utf8) && row[4].elementsEqual("current".utf8)
      }.map { $0.text(0) }
      known[vcpus] = types
      return types
    }
    return tabled + stated.keys.filter { stated[$0]?.vcpus == vcpus && !tabled.contains($0) }
  }

  private static let currentByVCPUs = Mutex<[Int: [String]]>([:])

  /// The book with what a later source says of some types.
  func stating(_ later: [String: Hardware]) -> HardwareBook {
    var book = self
    book.stated.merge(later) { $1 }
    return book
  }
}

extension Hardware {
  /// What the tables say of a type. A class of RDS is the instance type of its name; the memory of a cache node is what
  /// ElastiCache leaves of its type's, which is known of some.
  fileprivate init?(tabled type: String) {
    let own = PriceTable.types[type].first
    let ofName =
      ["db.", "cache."].first(where: type.hasPrefix).flatMap { service in
        PriceTable.types[String(type.dropFirst(service.count))].first
      }
    guard let row = own ?? (type.hasPrefix("db.") ? ofName : nil), let memory = row.number(2),
      let origin = FactOrigin.table(row, 5)
    else { return nil }
    let machine = ofName ?? row
    self.init(
      vcpus: machine.count(1), memoryGiB: memory, architecture: Architecture(rawValue: machine.text(3)),
      isCurrentGeneration: machine[4].isEmpty ? nil : machine.text(4) == "current", origin: origin)
  }
}
