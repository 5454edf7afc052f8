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
    let commands = plan.quotasToRequest.compactMap { $0.command(region: plan.profile.region) }
    text = (head + (commands.isEmpty ? ["# Nothing to request."] : commands)).map { $0 + "\n" }.joined()
  }
}
