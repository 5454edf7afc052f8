internal import Planning
package import Typography

extension UncertaintyReport {
  /// Format `headroom-uncertainty/1`: keys may be added to it, and none renamed.
  package var json: JSONValue {
    [
      "format": "headroom-uncertainty/1",
      "profile": source.json,
      "price_book": source.priceBookJSON,
      "samples": .integer(uncertainty.drawn),
      "samples_asked": .integer(uncertainty.samples),
      "partial": .bool(uncertainty.isPartial),
      "seed": .integer(uncertainty.seed),
      "generator": .string(Uncertainty.generator),
      "monthly_list_cost": uncertainty.monthlyCost.map(json) ?? nil,
      "complete": .bool(uncertainty.unpriced.isEmpty),
      "unpriced": .array(
        uncertainty.unpriced.map { ["id": .string($0.id.rawValue), "reason": .string($0.reason.text)] }),
      "chance_short": .object(
        uncertainty.walls.map { .init($0.id.rawValue, $0.short?.json ?? nil) }
          + [.init("any", uncertainty.any.json)]),
      "peak_fleet": [
        "p5": .integer(uncertainty.peakFleet.p5), "p50": .integer(uncertainty.peakFleet.p50),
        "p95": .integer(uncertainty.peakFleet.p95),
      ],
      "drivers": .array(
        uncertainty.drivers.map {
          ["key": .string($0.input.key), "share_percent": .number($0.sharePercent, places: 3)]
        }),
    ]
  }

  private func json(_ cost: Uncertainty.Spread) -> JSONValue {
    [
      "p5": JSONValue(cost.percentiles.p5), "p50": JSONValue(cost.percentiles.p50),
      "p95": JSONValue(cost.percentiles.p95), "mean": JSONValue(cost.mean), "lowest": JSONValue(cost.lowest),
      "highest": JSONValue(cost.highest),
    ]
  }

  /// One number a row, as in the summary.
  package var csv: CSV {
    var csv = CSV(["section", "id", "column", "value", "unit", "note"])
    let note = CSV.Cell.text(drawn)
    csv.row(["draws", "samples", .empty, .integer(uncertainty.drawn), "draws", note])
    csv.row(["draws", "seed", .empty, .integer(uncertainty.seed), .empty, note])
    writeCost(to: &csv)
    let known = uncertainty.walls.map { ($0.id.rawValue, $0.short) } + [("any", uncertainty.any)]
    for (id, short) in known {
      let note: CSV.Cell = short == nil ? "unknown" : .empty
      csv.row(["chance_short", .text(id), "desired", .number(short?.desired, places: 6), "share", note])
      csv.row(["chance_short", .text(id), "max", .number(short?.max, places: 6), "share", note])
    }
    for driver in uncertainty.drivers {
      csv.row([
        "driver", .text(driver.input.key), .empty, .number(driver.sharePercent, places: 3), "percent", .empty,
      ])
    }
    return csv
  }

  private func writeCost(to csv: inout CSV) {
    let cost = uncertainty.monthlyCost
    let note = CSV.Cell.text(uncertainty.unpriced.isEmpty ? "" : "incomplete: \(unpriced)")
    let points = cost?.percentiles
    for (column, money) in [
      ("p5", points?.p5), ("p50", points?.p50), ("p95", points?.p95), ("mean", cost?.mean),
      ("lowest", cost?.lowest), ("highest", cost?.highest),
    ] {
      csv.row(["monthly_list_cost", "total", .text(column), .money(money), "USD/month", note])
    }
    for bar in cost?.histogram(Self.bars) ?? [] {
      csv.row([
        "histogram", .text(bar.from.decimal), .empty, .integer(bar.draws), "draws", .text(bar.to.decimal),
      ])
    }
  }

  /// Steps of the histogram.
  static let bars = 16
}

extension AtScale<Double> {
  fileprivate var json: JSONValue { ["desired": .figure(desired), "max": .figure(max)] }
}

extension Uncertainty.Spread {
  /// Draws by equal steps of cost.
  func histogram(_ count: Int) -> [(from: Money, to: Money, draws: Int)] {
    let width = (highest - lowest).picodollars
    let edge = { (step: Int) in
      Money(picodollars: lowest.picodollars + width * Int128(step) / Int128(count)).rounded
    }
    return bars(count).enumerated().map { (edge($0.offset), edge($0.offset + 1), $0.element) }
  }
}
