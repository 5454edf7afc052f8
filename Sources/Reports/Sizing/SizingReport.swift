package import Planning
internal import Typography

/// The cheapest fleet that carries a target, and why each other instance type is not in it.
package struct SizingReport: Report {
  let source: ReportSource
  let sizing: Sizing

  package init(_ source: ReportSource, _ sizing: Sizing) {
    self.source = source
    self.sizing = sizing
  }

  var plan: Plan { source.plan }

  /// The fleet, how its sizes came about, what it costs, and the types that it was chosen from.
  package var document: Document {
    let question = "A fleet for \(target)"
    guard let chosen = sizing.chosen else {
      let none = Text(sizing.whyNone, .bad)
      return source.document(
        "Sizing", facts: "", [.verdict(question: question, answer: none, sentences: [])] + goal)
    }
    let fleet = FleetSize.allCases.map { "\($0.rawValue) \(Numbers.grouped(chosen.instances[$0]))" }
    let answer = Text("\(chosen.instanceType): \(fleet.joined(separator: ", "))", .good)
    let assumed = assumptions.map { Text($0) }
    return source.document(
      "Sizing", facts: "",
      [
        .verdict(question: question, answer: answer, sentences: []),
        .list(arithmetic.map { Text($0, .quiet) }, .steps),
      ] + cost(of: chosen) + goal + types + changes
        + (assumed.isEmpty ? [] : [.heading("Assumed"), .list(assumed)]))
  }

  private func cost(of chosen: Candidate) -> [Block] {
    guard let cost = chosen.monthly else {
      return [.paragraph(Text("Its cost is unknown: the price book does not cover it.", .warning))]
    }
    let credits = paysForCredits(chosen) ? " CPU credits," : ""
    let fleet = Text(
      "Instances,\(credits) volumes, metrics and logs cost \(Figures.cents(cost.low)) USD a month at desired and"
        + " \(Figures.cents(cost.high)) at max, at list prices\(sizing.withoutUncounted).")
    let growth = sizing.nextTenThousandUsers.map {
      Text("The next 10,000 users cost \(Figures.cents($0)) USD a month\(sizing.withoutUnpriced).")
    }
    return ([fleet] + (growth.map { [$0] } ?? [])).map { .paragraph($0) }
  }

  /// What it takes to keep the promised response times, and to be faster.
  private var goal: [Block] {
    guard let level = plan.profile.serviceLevel, let answer = plan.goalAnswer(users: sizing.target.users)
    else {
      return []
    }
    let sentence = answer.sentence(keeping: level, users: sizing.target.users)
    return [.paragraph(Text(sentence, answer.instances == nil ? .bad : .plain))]
  }

  private func paysForCredits(_ candidate: Candidate) -> Bool {
    var compute = plan.profile.compute
    compute.instanceType = candidate.instanceType
    return compute.paysForCredits
  }

  private var types: [Block] {
    var table = Table(
      [.flexible("Type", brief: "")] + FleetSize.allCases.map { .number($0.rawValue) }
        + [.number("spare", rank: 1), .number("low"), .number("high"), .flexible("Why", brief: "")])
    table.whereOthersAre = "more types are in --format csv."
    let own = plan.profile.compute.instanceType
    let shown = sizing.candidates.enumerated().filter {
      $0.offset < Self.mostTypes || $0.element.instanceType == own
    }
    table.omitted = sizing.candidates.count - shown.count
    for (index, candidate) in shown {
      let isChosen = candidate == sizing.chosen
      let costs = [candidate.monthly?.low, candidate.monthly?.high].map { cost in
        cost.map { Table.Cell(Text(Figures.cents($0)), brief: Text(Figures.dollars($0))) }
          ?? Table.Cell(Text("unknown", .warning))
      }
      table.row(
        [Table.Cell(Text(candidate.instanceType, isChosen ? .good : .plain), isMarked: isChosen)]
          + FleetSize.allCases.map { Table.Cell(Text(Numbers.grouped(candidate.instances[$0]))) }
          + [Table.Cell(Text("\(Numbers.fixed(sizing.sparePercent(of: candidate), places: 1))%"))] + costs
          + [Table.Cell(Text(candidate.rejection?.text ?? "chosen", .quiet))],
        isEssential: index < 10 || candidate.instanceType == own)
    }
    return [
      .heading(
        "Instance types", remark: Text("USD a month at desired and at max, list prices", .quiet)),
      .picture(.types(of: sizing)), .table(table),
    ]
  }

  /// More than this many types are for programs to read.
  private static let mostTypes = 60

  private var changes: [Block] {
    let items = sizing.changes.map { Text("\($0.path): ") + Text($0.value.text, .accent) }
    let nothing = Text("Nothing changes: it is sized so already.", .good)
    return [.heading("In the profile"), items.isEmpty ? .paragraph(nothing) : .list(items)]
  }

  /// The target in words: `250,000 users, 20% headroom, one zone lost`.
  private var target: String {
    let target = sizing.target
    return "\(Numbers.grouped(target.users)) users"
      + (target.headroomPercent > 0 ? ", \(Numbers.readable(target.headroomPercent))% headroom" : "")
      + (target.survivesZoneLoss ? ", one zone lost" : "")
  }

  /// How the sizes came about, one line each.
  private var arithmetic: [String] {
    guard let chosen = sizing.chosen else { return [] }
    var profile = plan.profile
    profile.demand.concurrentUsers = sizing.target.users
    let sized = profile.demand
    let requests = DemandRates(profile).requestsAtOrigin
    let room = 1 + sizing.target.headroomPercent / 100
    let each = chosen.requestsPerInstance
    let zones = plan.profile.compute.availabilityZones > 1 ? plan.profile.compute.availabilityZones : 3
    let spare = sizing.target.survivesZoneLoss ? ", x \(zones)/\(zones - 1) for the zone" : ""
    let line = { (size: FleetSize, rate: Double, rest: String) in
      let shown = Numbers.readable(rate * room, from: 0) {
        ($0 / each).wholeUnitsUp == (rate * room / each).wholeUnitsUp
      }
      return "\(size.rawValue) \(Numbers.grouped(chosen.instances[size])): \(shown) requests/min /"
        + " \(Numbers.exact(each)) an instance\(rest)"
    }
    return [
      line(.min, requests.likely * sized.troughShare, ", at the trough of the day"),
      line(.desired, requests.likely, spare),
      line(.max, requests.high, ", at the high end of the demand\(spare)"),
    ]
  }

  /// What the comparison takes for granted.
  var assumptions: [String] {
    guard let chosen = sizing.chosen else { return [] }
    var assumptions: [String] = []
    if plan.profile.compute.relativeSpeeds.isEmpty {
      assumptions.append("A vCPU of every type does the same work; compute.relative_speeds says otherwise.")
    }
    if InstanceType.isArm(chosen.instanceType), !InstanceType.isArm(plan.profile.compute.instanceType) {
      assumptions.append("\(chosen.instanceType) runs on Arm, so images have to be built for arm64.")
    }
    if paysForCredits(chosen),
      let baseline = BillingFacts.burstBaselinePercent(ofType: chosen.instanceType)?.value
    {
      assumptions.append(
        "\(chosen.instanceType) earns \(Numbers.readable(baseline))% of each vCPU in credits; the cost has what the mean"
          + " load takes above that.")
    }
    assumptions += rate(of: chosen)
    if sizing.target.survivesZoneLoss {
      let sized = plan.profile.applying(sizing.changes)
      if let caveat = sized.zoneLossCaveat(instances: chosen.instances.desired) { assumptions.append(caveat) }
    }
    return assumptions
  }

  /// What the rate is that the types are paid by, where one is taken.
  private func rate(of chosen: Candidate) -> [String] {
    guard let kind = sizing.rate else { return [] }
    guard let taken = sizing.taken else {
      return [
        "No \(kind.rawValue) rate of \(chosen.instanceType) is known that saves anything, so none is taken off."
      ]
    }
    let condition = taken.condition(in: plan.profile.applying(sizing.changes)).map { "; it \($0)" } ?? ""
    let saving =
      "\(taken.title) of \(chosen.instanceType) saves \(Numbers.readable(taken.savingPercent))%"
      + " (\(taken.origin.text))\(condition)."
    return kind == .spot ? [saving] : [saving + " Beside it, \(RateOffer.noPlan)."]
  }
}
