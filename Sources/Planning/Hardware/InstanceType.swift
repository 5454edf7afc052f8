/// What the name of an instance type says, such as `c7g.2xlarge`.
package enum InstanceType {
  /// The part before the dot, such as `c7g`.
  package static func family(of type: String) -> String { String(type.prefix { $0 != "." }) }

  /// Whether the type runs on Arm.
  package static func isArm(_ type: String) -> Bool { InstanceFamilies.arm.contains(type) }
}
