package import Planning
internal import Typography

/// The commands that request what a plan lacks, as a script for a shell.
package struct QuotaScript {
  package let text: String

  package init(_ plan: Plan) {
    let head = [
      "#!/bin/sh",
      "# Quota requests for \(plan.profile.name.printable).",
      "# A value is absolute, and a quota can have one open request.",
    ]
    let region = plan.profile.region
    let reading = plan.quotas.filter { $0.command(region: region) == nil }
      .compactMap { $0.nextCommand(region: region) }
    let read =
      reading.isEmpty ? [] : ["# What this account may run already, which nobody can guess:"] + reading
    let commands = read + plan.quotasToRequest.compactMap { $0.command(region: region) }
    text = Self.lines(head, commands)
  }

  /// One request a quota and Region for all fleets of an account.
  package init(_ plans: [Plan]) {
    let head = [
      "#!/bin/sh",
      "# Quota requests for \(plans.map { $0.profile.name.printable }.joined(separator: ", ")) together.",
      "# A value is absolute, and a quota can have one open request.",
    ]
    let commands = SharedQuotas.all(of: plans).flatMap { shared in
      shared.quotas.compactMap { quota in
        quota.need.nextCommand(region: shared.region).map {
          ["# \(quota.need.title): \(shared.derivation(of: quota).printable)", $0]
        }
      }.flatMap(\.self)
    }
    text = Self.lines(head, commands)
  }

  private static func lines(_ head: [String], _ commands: [String]) -> String {
    (head + (commands.isEmpty ? ["# Nothing to request."] : commands)).map { $0 + "\n" }.joined()
  }
}
