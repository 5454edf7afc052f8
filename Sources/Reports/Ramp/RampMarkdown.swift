internal import Planning
package import Typography

extension RampReport {
  package var markdown: Markdown {
    var page: Markdown = "# Load test: \(source.plan.profile.name)\n\n"
    page += "\(ramp.stages.count) stages, \(Clock.length(ramp.scenario.minutes)).\n\n"
    page += .table(
      [
        .number("Stage"), .number("Users"), .number("Requests/min"), .number("Climb"), .number("Hold"),
        .number("CPU"), .text("Go on with"),
      ],
      rows: ramp.stages.map { stage in
        [
          "\(stage.percent)%", "\(Numbers.grouped(stage.users))",
          "\(Numbers.readable(stage.requestsPerMinute, places: 0))", "\(stage.climbMinutes) min",
          "\(stage.holdMinutes) min", "\(Numbers.fixed(stage.cpuPercent, places: 0))%", "\(stage.goal)",
        ]
      })
    page += "\n## Go on to the next stage only while\n\n"
    for condition in ramp.conditions { page += "- [ ] \(condition.text) (\(condition.reason))\n" }
    if !remarks.isEmpty { page += "\n## Expect\n\n" }
    for remark in remarks { page += "- \(remark)\n" }
    return page + "\n\(source.originInMarkdown)"
  }

  package var html: HTML {
    var table = HTMLTable([
      .number("Stage"), .number("Users"), .number("Requests/min"), .number("Climb"), .number("Hold"),
      .number("CPU"),
      .text("Go on with"),
    ])
    for stage in ramp.stages {
      table.row([
        "\(stage.percent)%", "\(Numbers.grouped(stage.users))",
        "\(Numbers.readable(stage.requestsPerMinute, places: 0))", "\(stage.climbMinutes) min",
        "\(stage.holdMinutes) min", "\(Numbers.fixed(stage.cpuPercent, places: 0))%",
        "<span class=\"\(stage.short.isEmpty ? "" : "bad")\">\(stage.goal)</span>",
      ])
    }
    let conditions = ramp.conditions.map {
      "<p>\($0.text) <span class=\"remark\">(\($0.reason))</span></p>\n" as HTML
    }
    let expected = remarks.map { "<p>\($0)</p>\n" as HTML }
    let body: HTML = """
      <header>
      <h1>\(title)</h1>
      <p class="facts">\(ramp.stages.count) stages, \(Clock.length(ramp.scenario.minutes))</p>
      </header>
      \(table.html)<h2>Go on to the next stage only while</h2>
      \(conditions.joined())\(expected.isEmpty ? "" : "<h2>Expect</h2>\n")\(expected.joined())\(source.footer)
      """
    return HTMLPage(title: title, body: body).source
  }
}
