internal import Planning
package import Typography

extension QuotaReport {
  package var html: HTML {
    let covered = plan.quotas.filter { $0.verdict == .ok }
    let others: HTML =
      covered.isEmpty ? "" : "<h2>Covered by their limits</h2>\n\(table(of: covered))"
    let settings = plan.settings.map { "<p><b>\($0.name)</b>: \($0.sentence)</p>\n" as HTML }
    let body: HTML = """
      <header>
      <h1>\(title)</h1>
      <p class="facts">\(plan.profile.region), for \
      \(Numbers.grouped(plan.profile.compute.instances.max)) instances of \(plan.profile.compute.instanceType) \
      at max</p>
      </header>
      \(requestsInHTML)\(others)<h2>Settings, which no request changes</h2>
      \(settings.joined())\(source.footer)
      """
    return HTMLPage(title: title, body: body).source
  }

  /// The section of the summary: what to request, how, and what to say to AWS.
  var requestsInHTML: HTML {
    let picture = Picture.quotas(of: plan).map { picture -> HTML in
      """
      <figure>
      \(picture.html)<figcaption>What the plan needs at max, as a share of the limit, on a logarithmic scale.\
      </figcaption>
      </figure>

      """
    }
    return "<h2>Quotas to request before launch</h2>\n\(picture ?? "")\(requests)"
  }

  private var requests: HTML {
    guard !open.isEmpty else { return "<p>None: every limit covers what the plan needs at max.</p>\n" }
    let manual = withoutCommand.map { "<p>\($0)</p>\n" as HTML }
    let words = justifications.map { "<p>\($0)</p>\n" as HTML }
    let justification: HTML =
      words.isEmpty
      ? "" : "<details>\n<summary>What to say to AWS</summary>\n\(words.joined())</details>\n"
    let script = commands.flatMap { ShellCommand.lines(of: $0, width: 92) }.map { "\($0)" as HTML }
      .joined(separator: "\n")
    let block: HTML = commands.isEmpty ? "" : "<pre>\(script)</pre>\n"
    return "\(table(of: open))\(manual.joined())\(block)\(justification)"
  }

  private func table(of needs: [QuotaNeed]) -> HTML {
    var table = HTMLTable([
      .text("Quota"), .text("Code"), .number("Needed"), .number("Limit"), .number("Request"),
      .text("Verdict"),
    ])
    for need in needs {
      table.row([
        "\(need.fact.id.title)",
        "<code>\([need.fact.serviceCode, need.fact.code].compactMap { $0 }.joined(separator: "/"))</code>",
        figure(need.needed), figure(need.limit) + (need.applied == nil ? " default" : " applied"),
        figure(need.request), "<span class=\"\(need.verdict.ink.style)\">\(need.verdict.word)</span>",
      ])
    }
    return table.html
  }

  private func figure(_ number: Double?) -> HTML {
    number.map { "\(Figures.quantity($0))" } ?? "unknown"
  }
}
