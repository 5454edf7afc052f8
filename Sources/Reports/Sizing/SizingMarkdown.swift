internal import Planning
internal import Typography

extension SizingReport {
  package var markdown: Markdown {
    guard let chosen = sizing.chosen else {
      return "# A fleet for \(target)\n\nNo instance type carries it within 100,000 instances.\n"
    }
    let fleet = FleetSize.allCases.map { "\($0.rawValue) \(Numbers.grouped(chosen.instances[$0]))" }
    let steps = arithmetic.map { "- \($0)\n" as Markdown }.joined()
    let notes = assumptions.map { "\n\($0)\n" as Markdown }.joined()
    let more = sizing.nextTenThousandUsers.map {
      "\nThe next 10,000 users cost \(Figures.cents($0)) USD a month, every priced line counted.\n"
        as Markdown
    }
    let rows = sizing.candidates.map { candidate -> [Markdown] in
      [candidate == chosen ? "**\(candidate.instanceType)**" : "\(candidate.instanceType)"]
        + FleetSize.allCases.map { "\(Numbers.grouped(candidate.instances[$0]))" }
        + [candidate.monthly?.low, candidate.monthly?.high].map { cost in
          cost.map { "\(Figures.cents($0))" } ?? "unknown"
        } + ["\(candidate.rejection?.text ?? "chosen")"]
    }
    let columns: [Markdown.Column] =
      [.text("Type")] + FleetSize.allCases.map { .number("\($0.rawValue)") }
      + [.number("Low, USD a month"), .number("High"), .text("")]
    return """
      # A fleet for \(target)

      **\(chosen.instanceType): \(fleet.joined(separator: ", "))**

      \(steps)\(more ?? "")\(notes)
      \(Markdown.table(columns, rows: rows))
      """
  }
}
