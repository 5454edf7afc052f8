internal import Planning
internal import Typography

extension QuotaReport {
  package var markdown: Markdown {
    var page: Markdown = "# \(title)\n\n"
    page += requestsInMarkdown(heading: "##")
    if !justifications.isEmpty {
      page += "\n## What to say to AWS\n"
      for text in justifications { page += "\n\(text)\n" }
    }
    let covered = plan.quotas.filter { $0.verdict == .ok }
    if !covered.isEmpty { page += "\n## Covered by their limits\n\n\(table(of: covered))" }
    page += "\n## Settings, which no request changes\n\n"
    for setting in plan.settings { page += "- **\(setting.name)**: \(setting.sentence)\n" }
    return page + "\n\(source.originInMarkdown)"
  }

  /// The section of the summary: what to request, and how.
  func requestsInMarkdown(heading: Markdown) -> Markdown {
    var section: Markdown = "\(heading) Quotas to request before launch\n\n"
    guard !open.isEmpty else {
      return section + "None: every limit covers what the plan needs at max.\n"
    }
    section += table(of: open)
    if !commands.isEmpty { section += "\n\(Markdown.fenced(commands, language: "sh"))" }
    for text in withoutCommand { section += "\n\(text)\n" }
    return section
  }

  private func table(of needs: [QuotaNeed]) -> Markdown {
    .table(
      [
        .text("Quota"), .text("Code"), .number("Needed"), .number("Limit"), .number("Request"),
        .text("Verdict"),
      ],
      rows: needs.map { need in
        [
          "\(need.fact.id.title)",
          .code([need.fact.serviceCode, need.fact.code].compactMap { $0 }.joined(separator: "/")),
          figure(need.needed), figure(need.limit) + (need.applied == nil ? " default" : " applied"),
          figure(need.request), "\(need.verdict.word)",
        ]
      })
  }

  private func figure(_ number: Double?) -> Markdown {
    number.map { "\(Figures.quantity($0))" } ?? "unknown"
  }
}
