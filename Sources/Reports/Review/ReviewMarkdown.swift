internal import Planning
internal import Typography

extension ReviewReport {
  /// The review as a document for a wiki or a pull request.
  package var markdown: Markdown {
    let head: Markdown = "# \(title)\n\n\(review.counts)\n\n"
    let sections = groups.map { group -> Markdown in
      let commands = group.findings.compactMap { $0.acceptance == nil ? $0.fix.command : nil }
      let script = commands.isEmpty ? "" : "\n" + Markdown.fenced(commands, language: "sh")
      return "## \(group.title)\n\n\(Self.table(of: group.findings))\(script)"
    }
    return head + (sections + [source.originInMarkdown]).joined(separator: "\n")
  }

  /// A row a finding: its rule, what it is about, why it matters, and what to do or why it is accepted.
  static func table(of findings: [Finding]) -> Markdown {
    let rows = findings.map { finding -> [Markdown] in
      [
        "\(finding.id)", .code(finding.subject), "\(finding.evidence)", "\(finding.message)",
        finding.acceptance.map { "Accepted: \($0)" } ?? "\(finding.fix.text)",
      ]
    }
    return .table([.text("Rule"), .text("Key"), .text("Value"), .text("Why"), .text("Fix")], rows: rows)
  }
}
