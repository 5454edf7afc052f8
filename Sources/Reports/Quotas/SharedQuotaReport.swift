internal import Planning
package import Typography

/// Which quotas the fleets of an account need together, Region by Region, requested once.
package struct SharedQuotaReport: Report {
  private let regions: [SharedQuotas]
  private let sources: [ReportSource]

  /// - Parameter sources: never none.
  package init(_ sources: [ReportSource]) {
    self.sources = sources
    regions = SharedQuotas.all(of: sources.map(\.plan))
  }

  package var document: Document {
    let count = regions.flatMap(\.toRequest).count
    return Document(
      kind: "Quotas",
      name: "\(Numbers.grouped(sources.count)) profiles of one account",
      facts: "\(Numbers.counted(regions.count, "Region")),"
        + " \(Numbers.counted(count, "request")). What an account has is summed;"
        + " what each balancer, group or cluster has is the most that one of them needs.",
      origin: sources.map { "profile \($0.name), SHA-256 \($0.sha256)" }, regions.flatMap(blocks))
  }

  private func blocks(of region: SharedQuotas) -> [Block] {
    let open = region.quotas.filter { $0.need.verdict != .ok }
    guard !open.isEmpty else {
      return [
        .heading(region.region),
        .paragraph(Text("None to request: every limit covers what the fleets need at max.", .good)),
      ]
    }
    var table = Table([
      .text("Quota", brief: ""), .number("Needed", brief: "needed"), .number("Limit", brief: "limit"),
      .number("Request", brief: "request"), .text("Verdict", brief: ""), .flexible("For"),
    ])
    for quota in open {
      let need = quota.need
      table.row([
        Text(need.title), figure(need.needed),
        figure(need.limit) + Text(need.applied == nil ? " default" : " applied", .quiet),
        figure(need.request), Text(need.verdict.word, need.verdict.ink), Text(region.derivation(of: quota)),
      ])
    }
    let said = open.compactMap(region.justification).map { Block.paragraph(Text($0)) }
    return [
      .heading(region.region), .table(table),
      .commands(open.compactMap { $0.need.nextCommand(region: region.region) }),
    ] + (said.isEmpty ? [] : [.folded("What to say to AWS", said)])
  }

  private func figure(_ number: Double?) -> Text {
    number.map { Text(Figures.quantity($0)) } ?? Text("unknown", .warning)
  }

  /// Format `headroom-shared-quotas/1`: a Region each, with what every profile adds.
  package var json: JSONValue {
    [
      "format": "headroom-shared-quotas/1",
      "quotas_collected": .string(sources[0].plan.facts.quotas.collected),
      "regions": .array(
        regions.map { region in
          [
            "region": .string(region.region),
            "profiles": .array(
              sources.filter { $0.plan.profile.region == region.region }.map(\.json)),
            "quotas": .array(
              region.quotas.map { quota in
                .object(
                  quota.need.members(region: region.region)
                    + [
                      .init("scope", .string(quota.need.kind.scope.rawValue)),
                      .init("profiles", .array(quota.parts.map { $0.map(part) ?? .null })),
                      .init("justification", JSONValue(region.justification(of: quota))),
                    ])
              }),
          ]
        }),
    ]
  }

  private func part(_ need: QuotaNeed) -> JSONValue {
    ["needed": JSONValue(need.needed), "request": JSONValue(need.request)]
  }

  /// A row a quota of a Region, and below it a row for each profile that touches it.
  package var csv: CSV {
    var csv = CSV([
      "region", "service", "code", "title", "scope", "profile", "default", "applied", "needed", "request",
      "verdict", "command",
    ])
    for region in regions {
      for quota in region.quotas {
        let need = quota.need
        let head: [CSV.Cell] = [
          .text(region.region), .text(need.fact.serviceCode), .text(need.fact.code ?? ""), .text(need.title),
          .text(need.kind.scope.rawValue),
        ]
        csv.row(
          head + [
            .empty, .number(need.fact.defaultValue), .number(need.applied), .number(need.needed),
            .number(need.request), .text(need.verdict.rawValue),
            .text(need.command(region: region.region) ?? ""),
          ])
        for (plan, part) in zip(region.plans, quota.parts) {
          guard let part else { continue }
          csv.row(
            head + [
              .text(plan.profile.name), .empty, .empty, .number(part.needed), .number(part.request), .empty,
              .empty,
            ])
        }
      }
    }
    return csv
  }
}
