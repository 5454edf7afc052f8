internal import Planning
internal import Typography

extension UncertaintyReport {
  /// What a month costs, what falls short, and what drives the cost, in 80 columns.
  package var text: TextReport {
    var report = TextReport()
    let profile = source.plan.profile
    report.title(
      Text(profile.name, .strong), remark: Text("\(profile.region)  \(profile.compute.instanceType)", .quiet))
    writeCost(to: &report)
    writeChances(to: &report)
    writeDrivers(to: &report)
    report.heading("Made from")
    report.paragraph(Text(drawn, uncertainty.isPartial ? .warning : .quiet), hanging: 2)
    for line in source.origin { report.paragraph(Text(line, .quiet), hanging: 2) }
    return report
  }

  private func writeCost(to report: inout TextReport) {
    report.heading("What does a month cost at list prices?")
    if uncertainty.isPartial { report.paragraph(Text("Ended early: \(drawn).", .warning)) }
    report.paragraph(Text(costSentence))
    guard let cost = uncertainty.monthlyCost else { return }
    if !uncertainty.unpriced.isEmpty {
      report.paragraph(Text("Incomplete: without \(unpriced).", .warning), hanging: 2)
    }
    report.blank()
    var points = TextTable([.number("P5"), .number("P50"), .number("P95"), .number("mean")])
    points.row(
      [cost.percentiles.p5, cost.percentiles.p50, cost.percentiles.p95, cost.mean].map {
        Text(Figures.usd($0))
      })
    report.table(points)
    guard cost.lowest < cost.highest else { return }
    report.blank()
    let histogram = cost.histogram(Self.bars)
    let most = histogram.map(\.draws).max() ?? 1
    var table = TextTable([.number(""), .text(""), .number("")])
    for bar in histogram {
      table.row([
        Text(Figures.usd(bar.from)), Text(Self.bar(Double(bar.draws) / Double(most)), .accent),
        Text(Self.percent(Double(bar.draws) / Double(uncertainty.drawn)), .quiet),
      ])
    }
    report.table(table)
  }

  private func writeChances(to report: inout TextReport) {
    let users = Numbers.counted(source.plan.profile.demand.concurrentUsers, "user")
    report.heading("How likely does each part fall short of \(users)?")
    var table = TextTable([.text(""), .number("at desired"), .number("at max")])
    for chance in chances {
      guard let short = chance.short else {
        table.row([Text(chance.id.title), Text("unknown", .warning), Text("unknown", .warning)])
        continue
      }
      table.row([Text(chance.id.title), cell(short.desired), cell(short.max)])
    }
    table.rule()
    table.row([Text("Any of them", .strong), cell(uncertainty.any.desired), cell(uncertainty.any.max)])
    report.table(table)
    report.paragraph(Text("Saturated compute and a lost zone do not count as one of them.", .quiet))
    let fleet = uncertainty.peakFleet
    report.paragraph(
      Text(
        "The peak takes \(fleet.p5) to \(fleet.p95) instances in nine draws of ten, \(fleet.p50) in the middle."
      ))
  }

  private func cell(_ chance: Double) -> Text {
    Text(Self.percent(chance), chance >= 0.5 ? .bad : chance >= 0.05 ? .warning : .plain)
  }

  private func writeDrivers(to report: inout TextReport) {
    guard let largest = uncertainty.drivers.first?.sharePercent else { return }
    report.heading("What drives the cost?", remark: Text("share of its variance", .quiet))
    var table = TextTable([.text(""), .number(""), .text("")])
    for driver in uncertainty.drivers {
      table.row([
        Text(driver.input.key), Text(Self.percent(driver.sharePercent / 100)),
        Text(Self.bar(driver.sharePercent / largest, cells: 24), .accent),
      ])
    }
    report.table(table)
  }

  /// Full and half cells for a share from 0 to 1.
  private static func bar(_ share: Double, cells: Int = 48) -> String {
    let halves = Int((share * Double(2 * cells)).rounded())
    return String(repeating: "█", count: halves / 2) + (halves.isMultiple(of: 2) ? "" : "▌")
  }
}
