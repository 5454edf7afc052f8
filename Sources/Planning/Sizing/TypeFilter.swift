/// Which instance types a fleet may be sized on.
package struct TypeFilter: Equatable, Sendable {
  /// Families such as `c7g`, or the letters that they begin with, such as `c`; none allow every one.
  package var families: [String] = []
  package var architecture: Hardware.Architecture?
  package var vcpus: ClosedRange<Int>?
  package var memoryGiB: ClosedRange<Double>?
  package var generation: Generation?

  /// Words that the name of a type has in it, each of them.
  package var words: [String] = []

  package enum Generation: String, CaseIterable, Sendable { case current, previous }

  package init() {}

  /// Whether it allows every type.
  package var isEmpty: Bool { self == TypeFilter() }

  /// Whether a type is allowed; one whose hardware nobody knows is, where only its name is asked for.
  package func allows(_ type: String, _ hardware: Hardware?) -> Bool {
    let family = InstanceType.family(of: type)
    guard families.isEmpty || families.contains(where: { Self.names($0, family) }) else { return false }
    guard words.allSatisfy({ type.contains($0.lowercased()) }) else { return false }
    if let architecture, hardware?.architecture != architecture { return false }
    if let generation, hardware?.isCurrentGeneration != (generation == .current) { return false }
    if let vcpus, !(hardware?.vcpus.map(vcpus.contains) ?? false) { return false }
    if let memoryGiB, !(hardware.map { memoryGiB.contains($0.memoryGiB) } ?? false) { return false }
    return true
  }

  /// A family by its whole name, or by the letters before its generation.
  private static func names(_ name: String, _ family: String) -> Bool {
    name == family || name == family.prefix { !$0.isNumber }
  }
}

/// What candidates are sorted by, the chosen one always first.
package enum SizingOrder: String, CaseIterable, Sendable {
  /// What the fleet costs, the cheapest first.
  case cost

  /// The users that the fleet carries at desired, the most first.
  case users

  /// What of them is above the target, the least first: the closest fit.
  case spare
}
