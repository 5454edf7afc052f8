internal import Typography

/// Families of instance types that have something in common, told by the names of the types.
package struct InstanceFamilies: Sendable {
  /// What stands before the generation: `t` of `t4g`.
  let letters: Set<String>

  /// The letter that stands behind the generation: `g` of `c7gd`.
  let afterGeneration: UInt8?

  /// Whole families besides: `a1`.
  let names: [String]
  package let source: Finding.Source

  /// Counted by the Standard vCPU quotas.
  package static let standard = Behaviour.families("standard")

  /// Those that earn their CPU in credits.
  package static let burstable = Behaviour.families("burstable")
  package static let arm = Behaviour.families("arm")

  /// What is proposed where a burstable one is too weak.
  static let steady = Behaviour.families("steady")

  /// Whether an instance type, an RDS class or a cache node type is of one of the families.
  package func contains(_ type: String) -> Bool {
    // By bytes, since every plan asks: names of types are ASCII.
    let service = ["db.", "cache."].first(where: type.hasPrefix) ?? ""
    let family = type.utf8.dropFirst(service.utf8.count).prefix { $0 != UInt8(ascii: ".") }
    let letters = family.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    let behind = family[letters.endIndex...].drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return self.letters.contains(String(Substring(letters)))
      || names.contains { $0.utf8.elementsEqual(family) }
      || afterGeneration.map { behind.contains($0) } ?? false
  }

  /// The names as a sentence lists them: `c7g, m7g or r7g`.
  var list: String { names.listed(conjunction: "or") }
}
