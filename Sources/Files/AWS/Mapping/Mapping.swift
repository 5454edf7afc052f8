internal import Planning

/// How one key of a profile is read from the parts of a fleet.
struct Mapping: Sendable {
  let key: String
  let read: @Sendable (FleetParts) -> Mapped?

  /// Whether AWS holds the key without a team having to say it.
  var isComparedWhereStated = false

  /// Whether a new profile says the key only where it is not what a profile is without it.
  var isLeftOutWhereUsual = false

  init(_ key: String, _ read: @escaping @Sendable (FleetParts) -> Mapped?) {
    self.key = key
    self.read = read
  }

  /// A key that is compared only with a profile that states it.
  static func further(_ key: String, _ read: @escaping @Sendable (FleetParts) -> Mapped?) -> Mapping {
    var mapping = Mapping(key, read)
    mapping.isComparedWhereStated = true
    return mapping
  }

  /// The same for a key that nearly every fleet has as a profile has it by itself: only another value is worth a line.
  static func unusual(_ key: String, _ read: @escaping @Sendable (FleetParts) -> Mapped?) -> Mapping {
    var mapping = Mapping.further(key, read)
    mapping.isLeftOutWhereUsual = true
    return mapping
  }

  /// Every key that AWS holds, with where it stands there.
  static let all =
    identity + compute + scaling + loadBalancer + database + cache + edge + firewall + securityGroups
    + monitoring + network

  /// What is worth saying besides, in the order of the keys.
  static let notes: [@Sendable (FleetParts) -> [FoundNote]] = [
    computeNotes, scalingNotes, databaseNotes, cacheNotes, edgeNotes, firewallNotes, securityGroupNotes,
    alarmNotes,
  ]

  private static let identity = [
    Mapping("name") { parts in
      guard let group = parts.group else { return nil }
      let name = group[Key("AutoScalingGroupName", terraform: "name")].text.map { Mapped($0) { .text($0) } }
      return name
        ?? Mapped(.text(group.title), file: group.item.file.name, path: group.item.path)
    },
    Mapping("region") { parts in
      parts.region.map { region in
        Mapped(.text(region.value), file: region.file.isEmpty ? nil : region.file, path: region.path)
      }
    },
  ]
}

/// A value for a key, and where it comes from.
struct Mapped {
  let value: FieldValue
  let file: String?
  let path: String
  var how: String?
  var entries: [String] = []

  init(_ value: FieldValue, file: String?, path: String, how: String? = nil, entries: [String] = []) {
    self.value = value
    self.file = file
    self.path = path
    self.how = how
    self.entries = entries
  }

  init<Value>(_ source: Sourced<Value>, how: String? = nil, _ value: (Value) -> FieldValue) {
    self.init(value(source.value), file: source.file, path: source.path, how: how)
  }
}

extension Sourced<Int> {
  var mapped: Mapped { Mapped(self) { .count($0) } }
}

extension Sourced<Double> {
  var mapped: Mapped { Mapped(self) { .number($0) } }
}

extension Sourced<String> {
  var mapped: Mapped { Mapped(self) { .text($0) } }
}

extension Sourced<Bool> {
  var mapped: Mapped { Mapped(self) { .flag($0) } }
}

extension Item {
  /// A count above zero: what a provider does not know yet it may print as 0.
  var positiveCount: Sourced<Int>? { count.flatMap { $0.value > 0 ? $0 : nil } }

  /// The place itself as the source of what follows from it.
  func mapped(_ value: FieldValue, how: String? = nil) -> Mapped {
    Mapped(value, file: file.name, path: path, how: how)
  }
}
