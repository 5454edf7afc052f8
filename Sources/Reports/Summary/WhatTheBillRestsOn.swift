internal import Planning
internal import Typography

/// What stands beside a bill, so that nobody takes it for more than it is: what each column counts, how much of it is
/// guessed, what is counted without being stated, and what is not counted at all.
struct WhatTheBillRestsOn {
  let plan: Plan
  private let remarks: BillRemarks

  init(_ plan: Plan) {
    self.plan = plan
    remarks = BillRemarks(plan)
  }

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
    remarks.sentences.map { Text($0) } + remarks.outside.map { Text($0, .warning) }
  }

  /// Lines that are on without being stated, and the key that says otherwise.
  private var defaults: [Text] {
    remarks.onByDefault.map { Text("\($0.line.title): say otherwise with ") + Text($0.key, .code) }
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
        (entry.key.map { Text($0, .code) + Text(": ", .quiet) } ?? "") + Text(entry.reason, .quiet),
      ])
    }
    return table
  }

  private var legend: String {
    plan.list.total.stated.map { "\($0.rawValue): \($0.meaning)" }.joined(separator: "; ") + "."
  }
}
