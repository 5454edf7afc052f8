package import Planning
package import Typography

/// Where a fleet is cheapest, Region by Region, with what is not known there.
package struct RegionalSizingReport: Report {
  private let source: ReportSource
  private let sizing: RegionalSizing
  private let target: SizingTarget

  package init(_ source: ReportSource, _ sizing: RegionalSizing, for target: SizingTarget) {
    self.source = source
    self.sizing = sizing
    self.target = target
  }

  package var document: Document {
    var table = Table(
      [
        .text("Region"), .text("Type"), .number("desired"), .number("low"), .number("high", rank: 1),
      ] + (sizing.rate == nil ? [] : [.number("saves")]) + [.flexible("Total is without", brief: "without")])
    for offer in sizing.offers {
      let chosen = offer.chosen
      let isHome = offer.region.code == source.plan.profile.region
      let saving = offer.taken.map { "\(Numbers.readable($0.savingPercent))%" } ?? "no rate"
      table.row(
        [
          Table.Cell(Text(offer.region.code, isHome ? .strong : .plain), isMarked: isHome),
          Table.Cell(Text(chosen?.instanceType ?? "none", chosen == nil ? .warning : .plain)),
          Table.Cell(Text(chosen.map { Numbers.grouped($0.instances.desired) } ?? "")),
          cell(offer.total?.low), cell(offer.total?.high),
        ] + (sizing.rate == nil ? [] : [Table.Cell(Text(saving, offer.taken == nil ? .warning : .plain))]) + [
          Table.Cell(Text(offer.unpriced.map(\.id.phrase).joined(separator: ", "), .warning))
        ])
    }
    let users = "\(Numbers.grouped(target.users)) users"
    let paid = sizing.rate.map { ", each type paid by its \($0.rawValue) rate" } ?? ""
    let reasons = sizing.offers.flatMap { offer in
      offer.unpriced.map { Text("\(offer.region.code), \($0.id.phrase): \($0.reason.text)") }
    }
    return source.document(
      "Sizing",
      facts: "Where \(users) cost least\(paid); the list total in USD a month at desired and at max.",
      [.table(table), .brief([], whole: [.heading("Why a line is unknown"), .list(reasons)])])
  }

  private func cell(_ money: Money?) -> Table.Cell {
    money.map { Table.Cell(Text(Figures.cents($0)), brief: Text(Figures.dollars($0))) }
      ?? Table.Cell(Text("unknown", .warning))
  }

  /// Format `headroom-size-regions/1`. Low and high are the list total at desired and at max.
  package var json: JSONValue {
    [
      "format": "headroom-size-regions/1",
      "profile": source.json,
      "concurrent_users": .integer(target.users),
      "rate": JSONValue(sizing.rate?.rawValue),
      "regions": .array(
        sizing.offers.map { offer in
          [
            "region": .string(offer.region.code),
            "instance_type": JSONValue(offer.chosen?.instanceType),
            "desired": JSONValue(offer.chosen?.instances.desired),
            "total_low": JSONValue(offer.total?.low), "total_high": JSONValue(offer.total?.high),
            "saving_percent": JSONValue(offer.taken?.savingPercent),
            "unpriced": .array(
              offer.unpriced.map { ["id": .string($0.id.rawValue), "reason": .string($0.reason.text)] }),
          ]
        }),
    ]
  }

  package var csv: CSV {
    var csv = CSV([
      "region", "instance_type", "desired", "total_low", "total_high", "unpriced", "saving_percent",
    ])
    for offer in sizing.offers {
      csv.row([
        .text(offer.region.code), .text(offer.chosen?.instanceType ?? ""),
        .integer(offer.chosen?.instances.desired), .money(offer.total?.low),
        .money(offer.total?.high), .text(offer.unpriced.map(\.id.rawValue).joined(separator: " ")),
        .number(offer.taken?.savingPercent),
      ])
    }
    return csv
  }
}
