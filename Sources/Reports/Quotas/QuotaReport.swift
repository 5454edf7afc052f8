internal import Planning
internal import Typography

/// Which service quotas the plan touches, what to request before it grows, and what to say to AWS.
package struct QuotaReport: Report {
  let source: ReportSource

  package init(_ source: ReportSource) { self.source = source }

  package var title: String { "Quotas: \(plan.profile.name)" }

  var plan: Plan { source.plan }

  /// What a limit does not cover, or may not.
  var open: [QuotaNeed] { plan.quotas.filter { $0.verdict != .ok } }

  var commands: [String] { open.compactMap { command($0) } }

  /// What to write into each request that a command makes.
  var justifications: [String] {
    open.filter { command($0) != nil }.compactMap { plan.justification(of: $0) }
  }

  /// What to raise although no command can, with the reason.
  var withoutCommand: [String] {
    open.filter { $0.verdict != .unknown && command($0) == nil }.map { need in
      need.fact.isAdjustable == false
        ? "\(need.title): AWS does not raise this limit; the plan has to stay within it."
        : "\(need.title): no quota code is known, so ask for it in the Service Quotas console."
    }
  }

  private func command(_ need: QuotaNeed) -> String? { need.command(region: plan.profile.region) }
}
