internal import Planning
internal import Typography

extension SummaryReport {
  /// The summary as a document for a wiki or a pull request.
  package var markdown: Markdown {
    let sections = [
      verdictInMarkdown, wallsInMarkdown, costInMarkdown,
      QuotaReport(source).requestsInMarkdown(heading: "##"),
      voiceInMarkdown, findingsInMarkdown, assumptionsInMarkdown, source.originInMarkdown,
    ]
    return "# \(plan.profile.name)\n\n" + sections.compactMap { $0 }.joined(separator: "\n")
  }

  private var verdictInMarkdown: Markdown {
    let users = Numbers.counted(plan.profile.demand.concurrentUsers, "user")
    let rows = FleetSize.allCases.map { size -> [Markdown] in
      [
        "\(size.rawValue)", "\(Numbers.grouped(plan.profile.compute.instances[size]))",
        plan.wholeUsersCarried(at: size).map { "\(Numbers.grouped($0))" } ?? "unknown",
        plan.headroom(at: size).map { Markdown(raw: Figures.headroom($0)) } ?? "unknown",
        plan.firstWall[size].map { "\($0.phrase)" } ?? "unknown",
      ]
    }
    let columns: [Markdown.Column] = [
      .text("Fleet"), .number("Instances"), .number("Users carried"), .number("Headroom"),
      .text("Breaks first"),
    ]
    return """
      **Does it hold \(users)? \(plan.verdict.answer).** \(plan.sentence(at: .desired)) \
      \(plan.sentence(at: .max))

      \(Markdown.table(columns, rows: rows))
      """
  }

  private var wallsInMarkdown: Markdown {
    let rows = plan.ladder.map { wall -> [Markdown] in
      ["\(wall.id.title)"]
        + FleetSize.allCases.flatMap { size -> [Markdown] in
          guard wall.unknown == nil else { return ["unknown", ""] }
          guard let users = wall.wholeUsers(at: size), let share = plan.headroom(of: wall, at: size) else {
            return ["no limit", ""]
          }
          let figures: (Markdown, Markdown) = (
            "\(Numbers.grouped(users))", Markdown(raw: Figures.headroom(share))
          )
          return plan.firstWall[size] == wall.id
            ? ["**\(figures.0)**", "**\(figures.1)**"] : [figures.0, figures.1]
        }
    }
    let columns: [Markdown.Column] =
      [.text("Wall")]
      + FleetSize.allCases.flatMap { [.number("Users at \($0.rawValue)"), .number("Headroom")] }
    let unknown = plan.walls.compactMap { wall -> Markdown? in
      wall.unknown.map { "\n\(wall.id.title): unknown, because \($0.text).\n" }
    }
    return "## Walls\n\nWhat breaks first is in bold.\n\n\(Markdown.table(columns, rows: rows))"
      + unknown.joined()
  }

  private var costInMarkdown: Markdown {
    let tables = [plan.quoted, plan.list].compactMap { $0 }
    let columns: [Markdown.Column] =
      [.text("Line")]
      + tables.flatMap { table in
        CostColumn.allCases.map {
          .number("\(table.basis == .quoted ? "Quoted" : "List") \($0.rawValue)")
        }
      } + (plan.quoted == nil ? [] : [.number("Ratio")])
    let rows = plan.linesOfAnyBasis.map { id -> [Markdown] in
      ["\(id.title)"] + tables.flatMap { costCells(of: id, in: $0) } + ratioCell(plan.listOverQuoted(id))
    }
    let total =
      ["**Total**"] + tables.flatMap { table in CostColumn.allCases.map { bold(table.knownTotal?[$0]) } }
      + ratioCell(plan.listOverQuoted)
    let sentences = CostComparison(plan).incomplete.map { "\n\($0)\n" as Markdown }.joined()
    let ratio: Markdown =
      plan.listOverQuoted.map { "List prices are \(Figures.times($0)) the quote.\n\n" } ?? ""
    return "## Cost a month, USD\n\n\(ratio)\(Markdown.table(columns, rows: rows + [total]))\(sentences)"
  }

  private func costCells(of id: CostLine.ID, in table: CostTable) -> [Markdown] {
    CostColumn.allCases.map { column in
      if let line = table.line(id) { return "\(Figures.cents(line.cost[column]))" }
      return table.unpriced.contains { $0.id == id } ? "unknown" : ""
    }
  }

  private func ratioCell(_ ratio: (low: Double, high: Double)?) -> [Markdown] {
    guard plan.quoted != nil else { return [] }
    return [ratio.map { "\(Figures.multiples($0))" } ?? ""]
  }

  private func bold(_ money: Money?) -> Markdown { "**\(money.map { Figures.cents($0) } ?? "unknown")**" }

  private var voiceInMarkdown: Markdown? {
    plan.voice.map { "## Voice\n\n\($0.sentence)\n" }
  }

  private var findingsInMarkdown: Markdown {
    let rows = review.findings.map { finding -> [Markdown] in
      ["\(finding.severity.rawValue)", "\(finding.id)", "\(finding.message)", "\(finding.fix.text)"]
    }
    let accepted = review.accepted.map { finding -> Markdown in
      "\nAccepted: \(finding.id), \(finding.title). \(finding.acceptance ?? "")\n"
    }
    let columns: [Markdown.Column] = [.text("Severity"), .text("Id"), .text("What"), .text("Fix")]
    let table = rows.isEmpty ? "None.\n" : Markdown.table(columns, rows: rows)
    return "## Findings: \(review.counts)\n\n\(table)\(accepted.joined())"
  }

  private var assumptionsInMarkdown: Markdown? {
    guard !plan.assumptions.isEmpty else { return nil }
    let rows = plan.assumptions.map { assumption -> [Markdown] in
      [
        .code(assumption.key), assumption.value.isEmpty ? "" : .code(assumption.value),
        "\(assumption.reason)",
      ]
    }
    let table = Markdown.table([.text("Key"), .text("Value"), .text("Reason")], rows: rows)
    return """
      ## Assumed, because the profile does not say

      <details>
      <summary>\(plan.assumptions.count) values</summary>

      \(table)
      </details>

      """
  }
}

extension ReportSource {
  var originInMarkdown: Markdown {
    "---\n\nMade from " + origin.map { "\($0)" as Markdown }.joined(separator: "; ") + ".\n"
  }
}
