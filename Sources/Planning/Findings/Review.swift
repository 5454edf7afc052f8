internal import Typography

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
    let value = observation.part ?? Catalog[observation.subject].value(plan.profile)?.text ?? "not stated"
    evidence = observation.result.map { "\(value) (\($0))" } ?? value
    message = observation.message
    fix = Fix(observation)
    source = rule.source
    let entry = observation.entry.flatMap { plan.provenance.places["\(observation.subject).\($0)"] }
    place = entry ?? plan.provenance.places[observation.subject]
    acceptance = plan.profile.accepted[rule.id]
  }
}

extension Finding.Fix {
  /// What an observation proposes; where the format takes one of the values for too large or too small, it says so and
  /// changes nothing.
  fileprivate init(_ observation: Observation) {
    let refused = observation.changes.filter { !Catalog[$0.path].kind.allows($0.value) }.map(\.path)
    text =
      refused.isEmpty
      ? observation.fix
      : "\(observation.fix) That is outside what a profile can say of \(refused.joined(separator: " and ")), so the"
        + " plan has to change in another place."
    changes = refused.isEmpty ? observation.changes : []
    command = observation.command
  }
}

extension Review {
  /// How many there are of each severity: `2 errors, 20 warnings, 1 note`; `none` where all is well.
  package var counts: String {
    let counts = Finding.Severity.allCases.compactMap { severity -> String? in
      let count = count(of: severity)
      return count == 0 ? nil : Numbers.counted(count, severity.rawValue)
    }
    return counts.isEmpty ? "none" : counts.joined(separator: ", ")
  }
}
