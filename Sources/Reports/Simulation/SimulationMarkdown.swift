internal import Planning
internal import Typography

extension SimulationReport {
  package var markdown: Markdown {
    var page: Markdown = "# Simulation: \(source.plan.profile.name)\n\n\(simulation.scenario.title).\n\n"
    page += "**\(simulation.story())**\n\n"
    page += .table([.text("Result"), .text("")], rows: results.map { ["\($0.name)", "\($0.value)"] })
    let changes = changes(atMost: Self.mostChangesInMarkdown)
    if !changes.shown.isEmpty { page += "\n## What auto scaling did\n\n\(table(of: changes.shown))" }
    if changes.more > 0 { page += "\n\(Numbers.grouped(changes.more)) more are left out.\n" }
    return page + "\n\(source.originInMarkdown)"
  }

  private static let mostChangesInMarkdown = 40

  private func table(of minutes: [SimulatedMinute]) -> Markdown {
    .table(
      [
        .text("When"), .text("Rule"), .number("Instances"), .number("Fleet"), .number("CPU"),
        .number("Requests/min"),
      ],
      rows: minutes.compactMap { minute in
        minute.action.map { action in
          [
            "\(simulation.scenario.time(minute.minute))", "\(action.kind.title)", "\(action.change)",
            "\(Numbers.grouped(minute.fleet))", "\(Numbers.fixed(minute.cpuPercent, places: 0))%",
            "\(Numbers.readable(minute.requests, places: 0))",
          ]
        }
      })
  }
}
