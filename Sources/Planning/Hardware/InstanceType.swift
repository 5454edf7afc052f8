/// What the name of an instance type says, such as `c7g.2xlarge`.
package enum InstanceType {
  /// The part before the dot, such as `c7g`.
  package static func family(of type: String) -> String { String(type.prefix { $0 != "." }) }

  /// Whether the type runs on Arm: its family has a `g` after the generation, such as `c7g` or `r6gd`.
  package static func isArm(_ type: String) -> Bool {
    family(of: type).drop { $0.isLetter }.drop { $0.isNumber }.contains("g")
  }
}
