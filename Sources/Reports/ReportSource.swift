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

  /// What the report was made from, one line each.
  var origin: [String] {
    [
      "profile \(name), SHA-256 \(sha256)", listPrices,
    ]
      + plan.overlays.map { file in
        "under prices of \(file.file), SHA-256 \(file.sha256): \(file.source), \(file.collected)"
      }
  }

  private var listPrices: String {
    let region = plan.profile.region
    guard let oldest = plan.oldestPrice else { return "no AWS list price is known for \(region)" }
    return "AWS list prices for \(region), the oldest of \(oldest.oldestDay); none is read from AWS live"
  }

  /// Where the fleet runs and on what, beside its name.
  var remark: Text { Text("\(plan.profile.region)  \(plan.profile.compute.instanceType)", .quiet) }

  /// The document of a report on the plan.
  func document(_ kind: String?, facts: String, _ blocks: [Block]) -> Document {
    Document(
      kind: kind, name: plan.profile.name, remark: remark, facts: facts, origin: origin, blocks)
  }
}
