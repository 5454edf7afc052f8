internal import Planning
internal import Typography

extension ComparisonReport {
  /// A body for a comment on a pull request: a hidden tag by which a bot finds its own comment again, one sentence, the
  /// figures, and the details folded.
  ///
  /// GitHub refuses more than 65,536 characters; values are cut shorter until the body is below that.
  package var markdown: Markdown {
    for width in [160, 60, 20] {
      let body = body(valuesWithin: width)
      if body.source.unicodeScalars.count < Self.longestComment { return body }
    }
    return head + "\nThe details are too long for a comment.\n"
  }

  private static let longestComment = 65_536

  private func body(valuesWithin width: Int) -> Markdown {
    guard !comparison.isEmpty else { return head }
    let details = [changes(width), causes, quotas, findings(width)].compactMap { $0 }
    let notes = incomplete.map { "\n\($0)\n" as Markdown }.joined()
    return head + "\n" + table + notes + details.map { "\n\($0)" as Markdown }.joined()
  }

  private var head: Markdown { "<!-- headroom diff -->\n\(comparison.sentence)\n" }

  private var table: Markdown {
    let costs = figures.map { row -> [Markdown] in
      ["\(row.title)", "\(row.old)", "\(row.new)", "\(row.change)"]
    }
    let walls = FleetSize.allCases.map { size -> [Markdown] in
      let first = [old, new].map { $0.plan.firstWall[size]?.phrase ?? "unknown" }
      return [
        "Breaks first at \(size.rawValue)", "\(first[0])", "\(first[1])",
        first[0] == first[1] ? "" : "changed",
      ]
    }
    return .table(
      [.text("USD a month, users"), .number("Before"), .number("Now"), .number("Change")], rows: costs + walls
    )
  }

  private func changes(_ width: Int) -> Markdown? {
    let rows = comparison.changes.map { change -> [Markdown] in
      [
        .code(change.field.path), "\((change.old?.text ?? "not stated").printable.clipped(to: width))",
        "\((change.new?.text ?? "not stated").printable.clipped(to: width))",
      ]
    }
    return folded(
      "Changed in the profile", rows.count, .table([.text("Key"), .text("Before"), .text("Now")], rows: rows))
  }

  private var causes: Markdown? {
    let rows = attributions.map { item -> [Markdown] in
      ["\(item.title)"]
        + Attribution.Cause.allCases.map { "\(item.unit.signed(item.attribution[$0]))" }
    }
    let columns: [Markdown.Column] =
      [.text("")] + Attribution.Cause.allCases.map { .number("\($0.title)") }
    return folded(
      "Why", rows.count,
      .table(columns, rows: rows)
        + "\nShares add up to the change; what two causes do only together is halved.\n")
  }

  private var quotas: Markdown? {
    let rows = quotasToRequest.map { quota -> [Markdown] in
      [
        "\((quota.new ?? quota.old)?.title ?? "")", "\(quota.old.requestAndVerdict)",
        "\(quota.new.requestAndVerdict)",
      ]
    }
    return folded(
      "Quotas to request", rows.count, .table([.text("Quota"), .text("Before"), .text("Now")], rows: rows))
  }

  private func findings(_ width: Int) -> Markdown? {
    let changed = comparison.findings
    let rows = (changed.appeared.map { ("new", $0) } + changed.resolved.map { ("resolved", $0) }).map {
      state, finding -> [Markdown] in
      [
        "\(state)", "\(finding.severity.rawValue)", "\(finding.id)",
        "\(finding.message.printable.clipped(to: 4 * width))",
      ]
    }
    return folded(
      "Findings", rows.count,
      .table([.text(""), .text("Severity"), .text("Rule"), .text("What")], rows: rows))
  }

  /// A section that opens when somebody wants it; none where it is empty.
  private func folded(_ title: String, _ count: Int, _ content: Markdown) -> Markdown? {
    guard count > 0 else { return nil }
    return "<details>\n<summary>\(title) (\(count))</summary>\n\n\(content)\n</details>\n"
  }
}
