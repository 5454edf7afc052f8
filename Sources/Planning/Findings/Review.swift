/// Every rule's findings on one plan, worst first, made when somebody asks so that a plan stays fast.
package struct Review: Sendable {
  /// What is open, by severity, then by id.
  package let findings: [Finding]

  /// What the team accepts, with its reason; not counted.
  package let accepted: [Finding]

  /// What ages is judged by `day`, or else by the day on which the price book was collected.
  package init(_ plan: Plan, asOf day: Day? = nil) {
    let found = Rule.all.flatMap { rule in
      rule.observe(plan, day).map { Finding(rule: rule, observation: $0, plan: plan) }
    }
    let sorted = Finding.Severity.allCases.flatMap { severity in found.filter { $0.severity == severity } }
    findings = sorted.filter { $0.acceptance == nil }
    accepted = sorted.filter { $0.acceptance != nil }
  }

  package func count(of severity: Finding.Severity) -> Int {
    findings.count { $0.severity == severity }
  }
}

extension Finding {
  fileprivate init(rule: Rule, observation: Observation, plan: Plan) {
    id = rule.id
    severity = observation.severity ?? rule.severity
    title = rule.title
    subject = observation.subject
    evidence =
      observation.evidence ?? Catalog[observation.subject].value(plan.profile)?.text ?? "not stated"
    message = observation.message
    fix = Fix(text: observation.fix, changes: observation.changes, command: observation.command)
    source = rule.source
    let entry = observation.entry.flatMap { plan.provenance.places["\(observation.subject).\($0)"] }
    place = entry ?? plan.provenance.places[observation.subject]
    acceptance = plan.profile.accepted[rule.id]
  }
}

extension Review {
  /// How many there are of each severity: `2 errors, 20 warnings, 1 note`; `none` where all is well.
  package var counts: String {
    let counts = Finding.Severity.allCases.compactMap { severity -> String? in
      let count = count(of: severity)
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return counts.isEmpty ? "none" : counts.joined(separator: ", ")
  }
}
