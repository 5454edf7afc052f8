package import Planning
package import Typography

/// What a plan promised beside what came, and what explains where they differ.
package struct BacktestReport: Report {
  let source: ReportSource
  package let backtest: Backtest

  package init(_ source: ReportSource, _ backtest: Backtest) {
    self.source = source
    self.backtest = backtest
  }

  package var document: Document {
    source.document("Backtest", facts: "", [verdict, .table(rows)] + outside)
  }

  private var verdict: Block {
    let (inside, scored) = (backtest.inside, backtest.rows.count)
    guard scored > 0 else {
      return .verdict(
        question: "Did the plan hold?", answer: Text("Unknown: no figure of it was measured.", .warning),
        sentences: [])
    }
    let answer =
      inside == scored
      ? Text("Yes: all \(Numbers.counted(scored, "figure")) came as it said.", .good)
      : Text("\(inside) of \(Numbers.counted(scored, "figure")) came as it said.", .bad)
    let missed = backtest.rows.filter { $0.verdict != .inside }.map { row in
      let because =
        row.explainedBy.isEmpty ? "" : "; what explains it: \(row.explainedBy.joined(separator: " or "))"
      return
        "\(row.id) is \(Numbers.readable(row.missPercent, places: 1))% \(row.verdict.rawValue) the range\(because)."
    }
    return .verdict(question: "Did the plan hold?", answer: answer, sentences: missed)
  }

  private var rows: Table {
    var table = Table([
      .text("Figure"), .number("Low"), .number("Likely"), .number("High"), .number("Actual"),
      .text("Verdict"),
      .flexible("Explained by"),
    ])
    for row in backtest.rows {
      table.row([
        Text(row.id, .code), figure(row.predicted.low), figure(row.predicted.likely),
        figure(row.predicted.high), figure(row.actual),
        Text(
          row.verdict == .inside
            ? "inside" : "\(Numbers.readable(row.missPercent, places: 1))% \(row.verdict.rawValue)",
          row.verdict == .inside ? .good : .bad),
        Text(row.explainedBy.joined(separator: ", ")),
      ])
    }
    return table
  }

  private func figure(_ number: Double) -> Text {
    Text(Numbers.readable(number, places: number < 1000 ? 1 : 0))
  }

  private var outside: [Block] {
    guard !backtest.outsidePlan.isEmpty else { return [] }
    var table = Table([.text("Service"), .number("USD")])
    for cost in backtest.outsidePlan {
      table.row([Text(cost.service), Text(Numbers.fixed(cost.usd, places: 2))])
    }
    return [.heading("Outside of the plan"), .table(table)]
  }

  /// Format `headroom-backtest/1`: keys may be added to it, and none renamed.
  package var json: JSONValue {
    [
      "format": "headroom-backtest/1",
      "profile": source.json,
      "rows": .array(
        backtest.rows.map { row in
          [
            "id": .string(row.id), "low": JSONValue(row.predicted.low),
            "likely": JSONValue(row.predicted.likely),
            "high": JSONValue(row.predicted.high), "actual": JSONValue(row.actual),
            "verdict": .string(row.verdict.rawValue), "miss_percent": JSONValue(row.missPercent),
            "explained_by": .array(row.explainedBy.map { .string($0) }),
          ]
        }),
      "outside_plan": .array(
        backtest.outsidePlan.map { cost in
          ["service": .string(cost.service.printable), "amount": .string(Numbers.fixed(cost.usd, places: 2))]
        }),
      "inside": .integer(backtest.inside),
      "scored": .integer(backtest.rows.count),
    ]
  }

  /// A row a figure.
  package var csv: CSV {
    var csv = CSV(["id", "low", "likely", "high", "actual", "verdict", "miss_percent", "explained_by"])
    for row in backtest.rows {
      csv.row([
        .text(row.id), .number(row.predicted.low), .number(row.predicted.likely), .number(row.predicted.high),
        .number(row.actual), .text(row.verdict.rawValue), .number(row.missPercent),
        .text(row.explainedBy.joined(separator: " ")),
      ])
    }
    return csv
  }
}
