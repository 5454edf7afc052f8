internal import Planning
internal import Typography

extension SummaryReport {
  /// The summary in 80 columns, in the order in which people ask: does it hold, what does it cost, what to request,
  /// what was assumed.
  package var text: TextReport {
    var report = TextReport()
    report.title(
      Text(plan.profile.name, .strong),
      remark: Text("\(plan.profile.region)  \(plan.profile.compute.instanceType)", .quiet))
    writeVerdict(to: &report)
    writeWalls(to: &report)
    writeCost(to: &report)
    QuotaReport(source).writeRequests(to: &report)
    writeVoice(to: &report)
    writeFindings(to: &report)
    writeAssumptions(to: &report)
    writeOrigin(to: &report)
    return report
  }

  private func writeVerdict(to report: inout TextReport) {
    let verdict = plan.verdict
    report.heading("Does it hold \(Numbers.counted(plan.profile.demand.concurrentUsers, "user"))?")
    report.paragraph(Text(verdict.answer + ".", verdict.ink))
    for size in [FleetSize.desired, .max] { report.paragraph(Text(plan.sentence(at: size))) }
    report.blank()
    report.table(CapacityBars(plan).table)
  }

  private func writeWalls(to report: inout TextReport) {
    report.heading("Walls: users that each part carries")
    let sizes = FleetSize.allCases
    var table = TextTable(
      [.text("")] + sizes.flatMap { [.number("\($0.rawValue)"), .number("")] }, gap: 1)
    for wall in plan.ladder where wall.unknown == nil {
      let cells = sizes.flatMap { size -> [Text] in
        guard let users = wall.wholeUsers(at: size), let headroom = plan.headroom(of: wall, at: size) else {
          return [Text("no limit", .quiet), ""]
        }
        let isFirst = plan.firstWall[size] == wall.id
        let ink: Ink = wall.id.isComputeSeenOtherwise ? .quiet : .headroom(headroom)
        return [
          Text(isFirst ? "▸ " : "  ", ink) + Text(Figures.users(users), ink),
          Text(Figures.headroom(headroom, places: 0), ink),
        ]
      }
      table.row([wall.rung] + cells)
    }
    report.table(table)
    for wall in plan.ladder {
      guard let unknown = wall.unknown else { continue }
      report.paragraph(
        Text("\(wall.id.title): ") + Text("unknown", .warning) + Text(", because \(unknown.text)"), hanging: 2
      )
    }
    report.line(Text("  ▸ breaks first at that size; 12x is twelve times the target.", .quiet))
  }

  private func writeCost(to report: inout TextReport) {
    report.heading(
      "Cost a month, USD",
      remark: Text(
        plan.quoted == nil ? "AWS list prices" : "quoted, then AWS list prices; ratio of the two", .quiet))
    report.table(CostComparison(plan).table)
    for sentence in CostComparison(plan).sentences { report.paragraph(sentence, hanging: 2) }
  }

  private func writeVoice(to report: inout TextReport) {
    guard let voice = plan.voice else { return }
    report.heading("Voice")
    report.paragraph(Text(voice.sentence, voice.neverDrains ? .bad : .plain))
  }

  private func writeFindings(to report: inout TextReport) {
    report.heading("Findings", remark: Text(review.counts))
    guard !review.findings.isEmpty else { return }
    var table = TextTable([.text(""), .text(""), .flexible("")])
    for finding in review.findings.prefix(Self.worst) {
      table.row([
        Text(finding.severity.rawValue, finding.severity.ink), Text(finding.id), Text(finding.message),
      ])
    }
    report.table(table)
    guard review.findings.count > Self.worst else { return }
    let others = review.findings.count - Self.worst
    report.paragraph(Text("\(others) more, and how to fix each, are in headroom review.", .quiet))
  }

  private static let worst = 5

  private func writeAssumptions(to report: inout TextReport) {
    let assumptions = plan.assumptionsThatMatter
    guard !assumptions.isEmpty else { return }
    report.heading("Assumed, because the profile does not say")
    for assumption in assumptions {
      report.paragraph(
        Text("\(assumption.key): ") + Text(assumption.value, .accent)
          + Text(" (\(assumption.reason))", .quiet), hanging: 4)
    }
    let others = plan.assumptions.count - assumptions.count
    guard others > 0 else { return }
    report.paragraph(
      Text("\(others) more defaults move no number above; --format json lists them.", .quiet))
  }

  private func writeOrigin(to report: inout TextReport) {
    report.heading("Made from")
    for line in source.origin { report.paragraph(Text(line, .quiet), hanging: 2) }
  }
}

extension Wall {
  /// The title on the ladder, where compute seen otherwise stands under compute.
  fileprivate var rung: Text {
    switch id {
    case .computeSaturated: Text("  saturated", .quiet)
    case .computeOneZoneLost: Text("  one zone lost", .quiet)
    default: Text(id.title)
    }
  }
}

extension Verdict {
  var ink: Ink {
    switch self {
    case .holds: .good
    case .holdsAsFarAsKnown, .holdsButNotAtMax, .holdsOnlyAtMax, .unknown: .warning
    case .fallsShort: .bad
    }
  }
}

extension Ink {
  /// Red below the target, yellow within a tenth above it.
  static func headroom(_ share: Double) -> Ink {
    share < 0 ? .bad : share < 0.1 ? .warning : .plain
  }
}

extension ReportSource {
  /// What the report was made from, one line each.
  var origin: [String] {
    let book = plan.prices
    return [
      "profile \(name), SHA-256 \(sha256)",
      "AWS list prices for \(book.region), collected \(book.collected); none is read from AWS live",
    ]
      + book.overlays.map { file in
        "under prices of \(file.file), SHA-256 \(file.sha256): \(file.source), \(file.collected)"
      }
  }
}
