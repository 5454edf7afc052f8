/// Families of instance types that have something in common, told by the names of the types.
package struct InstanceFamilies: Sendable {
  /// What stands before the generation: `t` of `t4g`.
  let letters: Set<String>

  /// What stands behind the generation: `g` of `c7gd`.
  let afterGeneration: String?

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
    let family = type.split(separator: ".").first { $0 != "db" && $0 != "cache" } ?? ""
    let letters = family.prefix { $0.isLetter }
    let behind = family.dropFirst(letters.count).drop { $0.isNumber }
    return self.letters.contains(String(letters)) || names.contains(String(family))
      || afterGeneration.map(behind.contains) ?? false
  }

  /// The names as a sentence lists them: `c7g, m7g or r7g`.
  var list: String { "\(names.dropLast().joined(separator: ", ")) or \(names.last ?? "none")" }
}
