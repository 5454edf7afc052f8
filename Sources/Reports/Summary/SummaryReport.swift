internal import Planning
internal import Typography

/// The whole answer to one profile: does it hold, what does it cost, what to request, and what was assumed.
package struct SummaryReport: Report {
  let source: ReportSource
  let review: Review

  package init(_ source: ReportSource) {
    self.source = source
    review = Review(source.plan)
  }

  var plan: Plan { source.plan }

  /// In the order in which people ask.
  package var document: Document {
    let profile = plan.profile
    let fleet = FleetSize.allCases.map { Numbers.grouped(profile.compute.instances[$0]) }
    return source.document(
      nil,
      facts: "\(Numbers.counted(profile.demand.concurrentUsers, "concurrent user")) in \(profile.region), on"
        + " \(fleet.joined(separator: " / ")) instances of \(profile.compute.instanceType).",
      verdict + walls + latency + CostComparison(plan).blocks + QuotaReport(source).requests + voice
        + findings + assumptions + notStated)
  }

  /// What the profile says nothing of, so that nobody can judge it.
  private var notStated: [Block] {
    let parts = plan.partsNotStated
    guard !parts.isEmpty else { return [] }
    return [
      .paragraph(Text("Not stated, so not judged: \(parts.joined(separator: ", ")).", .quiet))
    ]
  }

  private var verdict: [Block] {
    [
      .verdict(
        question: "Does it hold \(Numbers.counted(plan.profile.demand.concurrentUsers, "user"))?",
        answer: Text(plan.answer + ".", plan.verdict.ink),
        sentences: [FleetSize.desired, .max].map { plan.sentence(at: $0) }
          + [plan.latencySentence].compactMap(\.self)),
      .picture(.capacity(of: plan)),
    ]
  }

  private var walls: [Block] {
    let sizes = FleetSize.allCases
    var table = Table(
      [.text("Wall", brief: "")]
        + sizes.flatMap { size -> [Table.Column] in
          [.number("Users at \(size.rawValue)", brief: size.rawValue), .number("Headroom", brief: "")]
        })
    for wall in plan.ladder where wall.unknown == nil {
      table.row(
        [Table.Cell(Text(wall.id.title), brief: wall.rung)] + sizes.flatMap { cells(of: wall, at: $0) },
        wall.decides ? .plain : .aside)
    }
    let unknown = plan.ladder.compactMap { wall in
      wall.unknown.map {
        Text("\(wall.id.title): ") + Text("unknown", .warning) + Text(", because \($0.text)")
      }
    }
    let assumed = plan.walls.filter { $0.isAssumed && $0.unknown == nil }.map { wall in
      Text("\(wall.id.title): ") + Text("assumed", .warning)
        + Text(", so it decides nothing until the profile states \(plan.decidingKeys(of: wall.id))")
    }
    return [
      .heading("Walls: users that each part carries"), .picture(.walls(of: plan)), .table(table),
      .list(unknown + assumed),
      .paragraph(Text("▸ breaks first at that size; 12x is twelve times the target.", .quiet)),
    ]
  }

  private func cells(of wall: Wall, at size: FleetSize) -> [Table.Cell] {
    guard let users = wall.wholeUsers(at: size), let headroom = plan.headroom(of: wall, at: size) else {
      return [Table.Cell(Text("no limit", .quiet)), Table.Cell("")]
    }
    let ink = Ink.headroom(headroom)
    return [
      Table.Cell(Text(Figures.users(users), ink), isMarked: plan.firstWall[size] == wall.id),
      Table.Cell(
        Text(Figures.headroom(headroom), ink), brief: Text(Figures.headroom(headroom, places: 0), ink)),
    ]
  }

  private var voice: [Block] {
    guard let voice = plan.voice else { return [] }
    return [.heading("Voice"), .paragraph(Text(voice.sentence, voice.neverDrains ? .bad : .plain))]
  }

  private var findings: [Block] {
    let heading = Block.heading("Findings", remark: Text(review.counts))
    var worst = Table([.text(""), .text(""), .flexible("")])
    worst.whereOthersAre = "more, and how to fix each, are in headroom review."
    for (index, finding) in review.findings.enumerated() {
      worst.row(
        [Text(finding.severity.rawValue, finding.severity.ink), Text(finding.id), Text(finding.message)],
        isEssential: index < 5)
    }
    return [
      heading,
      .brief([.table(worst)], whole: [.entries((review.findings + review.accepted).map(Entry.init))]),
    ]
  }

  private var assumptions: [Block] {
    guard !plan.assumptions.isEmpty else { return [] }
    let matter = plan.assumptionsThatMatter
    let items = matter.map {
      Text("\($0.key): ") + Text($0.value, .accent) + Text(" (\($0.reason))", .quiet)
    }
    let others = plan.assumptions.count - matter.count
    let rest = Text("\(others) more defaults move no number above; --format json lists them.", .quiet)
    var table = Table([.text("Key"), .text("Value"), .text("Reason")])
    for assumption in plan.assumptions {
      table.row([Text(assumption.key, .code), Text(assumption.value, .code), Text(assumption.reason)])
    }
    return [
      .heading("Assumed, because the profile does not say"),
      .brief(
        [.list(items)] + (others > 0 ? [.paragraph(rest)] : []),
        whole: [.folded(Numbers.counted(plan.assumptions.count, "value"), [.table(table)])]),
    ]
  }
}

extension Wall {
  /// The title on the ladder, where compute seen otherwise stands under compute.
  fileprivate var rung: Text {
    switch id {
    case .computeSaturated: "  saturated"
    case .computeOneZoneLost: "  one zone lost"
    default: Text(id.title)
    }
  }
}
