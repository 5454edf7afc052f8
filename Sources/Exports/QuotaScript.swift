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
    text = (head + (commands.isEmpty ? ["# Nothing to request."] : commands)).map { $0 + "\n" }.joined()
  }
}
