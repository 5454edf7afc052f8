package import Planning

/// What a report is made of: a plan, and the file that it is the plan of.
package struct ReportSource: Sendable {
  package let plan: Plan

  /// What people call the file: its path, or `<stdin>`.
  package let name: String

  /// SHA-256 of the bytes that were read, in hexadecimal.
  package let sha256: String

  package init(_ plan: Plan, name: String, sha256: String) {
    self.plan = plan
    self.name = name
    self.sha256 = sha256
  }
}
