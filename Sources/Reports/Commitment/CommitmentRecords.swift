internal import Planning
package import Typography

extension CommitmentReport {
  /// Format `headroom-commit/1`: keys may be added to it, and none renamed.
  package var json: JSONValue {
    [
      "format": "headroom-commit/1",
      "profile": source.json,
      "price_book": source.priceBookJSON,
      "instance_type": .string(advice.plan.profile.compute.instanceType),
      "on_demand_usd_per_hour": .string(advice.price.decimal),
      "months": .array(advice.months.map { .string($0.text) }),
      "discount_percent": JSONValue(advice.discountPercent),
      "discount_source": .string(advice.discountSource.rawValue),
      "break_even_percent": .figure(100 - advice.discountPercent),
      "none": JSONValue(advice.none),
      "best": .object(advice.best.members),
      "stated": advice.stated.map { .object($0.members) } ?? .null,
      "trough": .integer(advice.trough),
      "peak": .integer(advice.peak),
      "at_discounts": .array(
        advice.atDiscounts.map { percent, choice in
          .object([.init("discount_percent", JSONValue(percent))] + choice.members)
        }),
      "reserved_instances": .array(advice.reservedInstances.map(\.json)),
      "regret": .array(advice.regret.map(\.json)),
      "ladder": .array(
        advice.ladder.map { step in
          [
            "month": .string(step.month.text), "instances": .integer(step.instances),
            "add": .integer(step.add),
          ]
        }),
      "worst_month": [
        "month": .string(advice.worstMonth.month.text), "instances": .integer(advice.worstMonth.instances),
        "used_percent": JSONValue(advice.worstMonth.usedPercent, places: 1),
      ],
      "nodes": .array(advice.nodes.map(\.json)),
    ]
  }

  /// A row a choice: what is bought at what discount, what a mean month then costs and saves.
  package var csv: CSV {
    var csv = CSV([
      "section", "id", "discount_percent", "instances", "usd_per_hour", "cost", "saving", "used_percent",
    ])
    let row = { (section: String, id: String, percent: Double?, choice: CommitmentChoice) -> [CSV.Cell] in
      [
        .text(section), .text(id), .number(percent, places: 3), .integer(choice.instances),
        .text(choice.hourly.exact), .money(choice.cost), .money(choice.saving),
        .number(choice.usedPercent, places: 1),
      ]
    }
    csv.row(["none", .empty, .empty, .integer(0), .empty, .money(advice.none), .empty, .empty])
    csv.row(row("best", "savings_plan", advice.discountPercent, advice.best))
    if let stated = advice.stated {
      csv.row([
        "stated", "savings_plan", .empty, .number(stated.instances), .text(stated.hourly.exact),
        .money(stated.cost), .money(stated.saving), .number(stated.usedPercent, places: 1),
      ])
    }
    for each in advice.atDiscounts {
      csv.row(row("at_discount", "savings_plan", each.percent, each.choice))
    }
    for each in advice.reservedInstances {
      csv.row(row("reserved_instances", each.id, each.discountPercent, each.choice))
    }
    for each in advice.regret {
      csv.row(row("regret_best", each.id.rawValue, advice.discountPercent, each.best))
      csv.row(row("regret_chosen", each.id.rawValue, advice.discountPercent, each.chosen))
    }
    for each in advice.nodes {
      csv.row([
        "nodes", .text(each.part.rawValue), .number(each.discountPercent), .integer(each.nodes), .empty,
        .money(each.cost), .money(each.saving), .empty,
      ])
    }
    return csv
  }
}

extension CommitmentChoice {
  fileprivate var members: [JSONValue.Member] {
    [
      .init("instances", .integer(instances)), .init("usd_per_hour", .string(hourly.exact)),
      .init("cost", JSONValue(cost)), .init("saving", JSONValue(saving)),
      .init("used_percent", JSONValue(usedPercent, places: 1)),
    ]
  }
}

extension StatedCommitment {
  fileprivate var members: [JSONValue.Member] {
    [
      .init("instances", .figure(instances)), .init("usd_per_hour", .string(hourly.exact)),
      .init("cost", JSONValue(cost)), .init("saving", JSONValue(saving)),
      .init("used_percent", JSONValue(usedPercent, places: 1)),
    ]
  }
}

extension ReservedChoice {
  fileprivate var id: String { "\(rate.offering.lowercased())_\(rate.years)y_no_upfront" }

  fileprivate var json: JSONValue {
    [
      "id": .string(id), "rate_usd_per_hour": .string(rate.hourly.decimal),
      "discount_percent": JSONValue(discountPercent, places: 1), "instances": .integer(choice.instances),
      "cost": JSONValue(choice.cost), "saving": JSONValue(choice.saving),
      "used_percent": JSONValue(choice.usedPercent, places: 1),
    ]
  }
}

extension CommitmentRegret {
  fileprivate var json: JSONValue {
    [
      "id": .string(id.rawValue), "instances": .integer(best.instances), "cost": JSONValue(chosen.cost),
      "best_cost": JSONValue(best.cost), "regret": JSONValue(regret), "saving": JSONValue(chosen.saving),
    ]
  }
}

extension NodeCommitment {
  fileprivate var json: JSONValue {
    [
      "part": .string(part.rawValue), "nodes": .integer(nodes), "reserved": .integer(reserved),
      "cost": JSONValue(cost), "discount_percent": JSONValue(discountPercent), "saving": JSONValue(saving),
    ]
  }
}
