package import Planning
package import Typography

/// Rows of the price book, each with who says so and since when.
package struct PriceReport: Report {
  private let rows: [ListedPrice]
  private let title: String

  /// Rows of a Region, or of several.
  package init(_ rows: [ListedPrice], title: String) {
    self.rows = rows
    self.title = title
  }

  package var document: Document {
    let hasSeveralRegions = Set(rows.map(\.region)).count > 1
    var table = Table(
      (hasSeveralRegions ? [.text("Region")] : []) + [
        .text("Name"), .text("Paid"), .flexible("For", brief: ""), .number("USD"), .text("Unit", rank: 1),
        .number("Saves"), .text("Since"), .number("Source"),
      ])
    var sources: [FactOrigin: Int] = [:]
    for row in rows {
      sources[row.origin] = sources[row.origin] ?? sources.count + 1
      let saving =
        row.savingPercent.map { "\(Numbers.readable($0))%" } ?? (row.rate.isCheaper ? "nothing" : "")
      table.row(
        (hasSeveralRegions ? [Text(row.region)] : []) + [
          Text(row.name), Text(row.rate.title), Text(row.detail), Text(row.price?.decimal ?? ""),
          Text(row.unit), Text(saving), Text(row.origin.oldestDay), Text("\(sources[row.origin] ?? 0)"),
        ])
    }
    return Document(
      kind: "Prices", name: title,
      facts: "US dollars, public copies of AWS list prices; none is read from AWS live.",
      [
        .table(table), .heading("Sources"),
        .list(sources.sorted { $0.value < $1.value }.map { Text("\($0.value): \($0.key.text)") }),
        .heading("What the rates are"), .list(Self.notes.map { Text($0) }),
      ])
  }

  /// What is said beside rates that are not On-Demand.
  private static let notes = [
    "On-Demand and tariffs are list prices.",
    "Reserved rates are of EC2 Reserved Instances with nothing upfront; a profile takes one by its saving, as"
      + " \(InstanceRates.Reserved.key): \(RateOffer.noPlan).",
    "What Spot saved, and how many of its instances were interrupted, is of a month that has passed; a profile takes"
      + " it as \(InstanceRates.Spot.key).",
    "No reserved rate of RDS or ElastiCache is known; database.reserved and cache.reserved take your own.",
  ]

  /// Format `headroom-price-rows/1`.
  package var json: JSONValue {
    [
      "format": "headroom-price-rows/1",
      "rows": .array(
        rows.map { row in
          [
            "region": .string(row.region), "service": .string(row.service.rawValue),
            "name": .string(row.name), "rate": .string(row.rate.rawValue), "detail": .string(row.detail),
            "unit": .string(row.unit), "usd": JSONValue(row.price?.decimal),
            "saving_percent": JSONValue(row.savingPercent), "key": JSONValue(row.key),
            "agreement": .string(row.origin.confidence),
            "as_of": .string(row.origin.oldestDay), "source": .string(row.origin.text),
          ]
        }),
    ]
  }

  package var csv: CSV {
    var csv = CSV([
      "region", "service", "name", "rate", "detail", "unit", "usd", "saving_percent", "agreement", "as_of",
      "source", "key",
    ])
    for row in rows {
      csv.row([
        .text(row.region), .text(row.service.rawValue), .text(row.name), .text(row.rate.rawValue),
        .text(row.detail), .text(row.unit), .text(row.price?.decimal ?? ""), .number(row.savingPercent),
        .text(row.origin.confidence), .text(row.origin.oldestDay), .text(row.origin.text),
        .text(row.key ?? ""),
      ])
    }
    return csv
  }
}

extension ListedPrice.Rate {
  /// Whether it is there to save something.
  fileprivate var isCheaper: Bool { self == .reserved || self == .spot }
}
