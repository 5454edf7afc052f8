/// One thing that a review looks at, with the whole story of why.
package struct Rule: Sendable {
  /// Stable: ids are never given to another rule. The first digit is the chapter.
  package let id: String

  /// The gravest severity that the rule gives.
  package let severity: Finding.Severity
  package let title: String

  /// What it compares, and when it speaks.
  package let check: String

  /// What goes wrong, and for whom.
  package let reason: String

  /// How to fix it.
  package let remedy: String
  package let source: Finding.Source

  /// The lines that it draws where nature draws none.
  package let thresholds: [Threshold]

  let observe: @Sendable (Plan, Day?) -> [Observation]

  /// A rule that reads a plan only; what it observes is empty where all is well.
  init(
    _ id: String, _ severity: Finding.Severity, _ title: String, check: String, reason: String,
    remedy: String,
    source: Finding.Source, thresholds: [Threshold] = [],
    observe: @escaping @Sendable (Plan) -> [Observation]
  ) {
    self.init(
      dated: id, severity, title, check: check, reason: reason, remedy: remedy, source: source,
      thresholds: thresholds, observe: { plan, _ in observe(plan) })
  }

  /// A rule that also asks what day it is; nil where nobody said.
  init(
    dated id: String, _ severity: Finding.Severity, _ title: String, check: String, reason: String,
    remedy: String, source: Finding.Source, thresholds: [Threshold] = [],
    observe: @escaping @Sendable (Plan, Day?) -> [Observation]
  ) {
    self.id = id
    self.severity = severity
    self.title = title
    self.check = check
    self.reason = reason
    self.remedy = remedy
    self.source = source
    self.thresholds = thresholds
    self.observe = observe
  }
}

extension Rule {
  /// Every rule, by id.
  package static let all =
    capacity + latency + scaling + alarms + metrics + webServer + loadBalancer + database + cache + voice
    + firewall + access + edge + quotes + pricing + purchase + network + storage + versions + logs + quotas
    + acceptances + measurements + horizon

  /// The rule with an id, however it is capitalized.
  package static func named(_ id: some StringProtocol) -> Rule? {
    all.first { $0.id == id.uppercased() }
  }
}

/// What a rule saw in a plan.
struct Observation {
  /// The key that it is about.
  let subject: String
  let message: String
  let fix: String
  let changes: [ProfileChange]
  let command: String?

  /// The entry within the subject, where the subject is a mapping.
  let entry: String?

  /// The part of the subject's value that it is about, as the profile says it; nil where it is about all of it.
  let part: String?

  /// What the value comes to, with what else it comes from; nil where it speaks for itself.
  let result: String?

  /// Milder than the rule's own severity, where this case is.
  let severity: Finding.Severity?

  init(
    _ subject: String, entry: String? = nil, _ message: String, fix: String, changes: [ProfileChange] = [],
    command: String? = nil, part: String? = nil, result: String? = nil, severity: Finding.Severity? = nil
  ) {
    self.subject = subject
    self.entry = entry
    self.message = message
    self.fix = fix
    self.changes = changes
    self.command = command
    self.part = part
    self.result = result
    self.severity = severity
  }
}
