internal import Planning
internal import Typography

/// What stands beside a bill, so that nobody takes it for more than it is: what each column counts, how much of it is
/// guessed, what is counted without being stated, and what is not counted at all.
struct WhatTheBillRestsOn {
  let plan: Plan

  init(_ plan: Plan) { self.plan = plan }

  var blocks: [Block] {
    [.list(sentences)]
      + (defaults.isEmpty
        ? []
        : [
          .paragraph("Counted because every such fleet pays it, until the profile says otherwise:"),
          .list(defaults),
        ])
      + [.paragraph(Text("Not counted in the total:")), .table(notCounted), .paragraph(Text(legend, .quiet))]
  }

  private var sentences: [Text] {
    var sentences: [Text] = []
    if plan.list.knownTotal != nil {
      let percents = plan.assumedPercent
      sentences.append(
        Text(
          "\(Numbers.readable(percents.likely ?? 0, places: 0))% of the likely list total rests on assumptions that"
            + " nobody has replaced by a value."))
    }
    if let total = plan.list.knownTotal?.likely {
      let users = plan.profile.demand.concurrentUsers
      let each = total.scaled(by: Fraction(1000, users))
      let growth = plan.nextTenThousandUsers.map {
        "; the next 10,000 cost \(Figures.usd($0)), the fleet sized for them"
      }
      sentences.append(
        Text("1,000 users cost \(Figures.cents(each)) a month at the likely column\(growth ?? "")."))
    }
    if let event = plan.costOfEvent {
      sentences.append(Text("The event adds \(Figures.cents(event)) to a month that follows the day."))
    }
    if let commitment = plan.commitment {
      let used = FleetSize.allCases.map {
        "\(Numbers.readable(commitment.usedPercent[$0], places: 0))% at \($0.rawValue)"
      }
      sentences.append(
        Text(
          "The Savings Plan costs $\(commitment.hourly.exact) an hour, used or not; the fleet uses"
            + " \(used.joined(separator: ", "))."))
    }
    for line in plan.list.unpriced {
      guard let about = line.about else { continue }
      sentences.append(
        Text(
          "\(line.id.title) has no price; it is of the order of \(Figures.usd(about.low)) to"
            + " \(Figures.usd(about.high)) a month.", .warning))
    }
    return sentences
  }

  /// Lines that are on without being stated, and the key that says otherwise.
  private var defaults: [Text] {
    OnByDefault.all(plan).map { Text("\($0.line.title): say otherwise with ") + Text($0.key, .code) }
  }

  private var notCounted: Table {
    var table = Table([
      .text("What", brief: ""), .number("About low", brief: "about low"),
      .number("About high", brief: "about high"),
      .flexible("Counted by, or why", brief: ""),
    ])
    for entry in plan.notCounted {
      table.row([
        Text(entry.title), Text(entry.about.map { Figures.dollars($0.low) } ?? "unknown", .quiet),
        Text(entry.about.map { Figures.dollars($0.high) } ?? "unknown", .quiet),
        Text(entry.key.map { "\($0): " } ?? "", .code) + Text(entry.reason, .quiet),
      ])
    }
    return table
  }

  private var legend: String {
    plan.list.total.stated.map { "\($0.rawValue): \($0.meaning)" }.joined(separator: "; ") + "."
  }
}
