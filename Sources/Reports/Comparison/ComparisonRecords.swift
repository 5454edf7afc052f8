internal import Planning
package import Typography

extension ComparisonReport {
  /// Format `headroom-diff/1`.
  package var json: JSONValue {
    [
      "format": "headroom-diff/1",
      "old": old.json,
      "new": new.json,
      "sentence": .string(comparison.sentence),
      "changes": .array(
        comparison.changes.map { change in
          [
            "key": .string(change.field.path), "old": JSONValue(change.old?.text),
            "new": JSONValue(change.new?.text),
          ]
        }),
      "costs": .object(CostBasis.allCases.map { .init($0.rawValue, costs($0)) }),
      "users": .object(FleetSize.allCases.map { .init($0.rawValue, usersAndHeadroom($0)) }),
      "first_wall": .object(FleetSize.allCases.map { .init($0.rawValue, firstWall($0)) }),
      "p95_ms": .object(FleetSize.allCases.map { .init($0.rawValue, latency(at: $0)) }),
      "causes": .object(
        attributions.map { item in
          .init(
            item.id,
            .object(
              Attribution.Cause.allCases.map { .init($0.rawValue, item.unit.json(item.attribution[$0])) }))
        }),
      "quotas": .array(
        comparison.quotas.map { quota in
          [
            "service": JSONValue((quota.new ?? quota.old)?.fact.serviceCode),
            "code": JSONValue((quota.new ?? quota.old)?.fact.code),
            "name": JSONValue((quota.new ?? quota.old)?.fact.name),
            "old": quota.old.json, "new": quota.new.json,
          ]
        }),
      "findings": [
        "appeared": .array(comparison.findings.appeared.map(\.json)),
        "resolved": .array(comparison.findings.resolved.map(\.json)),
      ],
    ]
  }

  /// The totals, which are incomplete where a line has no price on one side, and every line.
  private func costs(_ basis: CostBasis) -> JSONValue {
    let costs = comparison.costs(basis)
    let amounts = CostColumn.allCases.map { (column: $0, sums: self.amounts(basis, $0)) }
    return .object(
      amounts.map { .init($0.column.rawValue, $0.sums.total.json) } + [
        .init("incomplete", .bool(costs.isIncomplete)),
        .init("incomplete_lines", .array(costs.unknown.map { .string($0.id.rawValue) })),
        .init("incomplete_reason", JSONValue(costs.incomplete)),
        .init(
          "priced_on_both_sides",
          costs.isIncomplete
            ? .object(amounts.map { .init($0.column.rawValue, $0.sums.comparable?.json ?? .null) }) : .null),
        .init("lines", .array(costs.lines.map(\.json))),
      ])
  }

  private func usersAndHeadroom(_ size: FleetSize) -> JSONValue {
    let users = users(at: size)
    let headrooms = [old, new].map { $0.plan.headroom(at: size).map { $0 * 100 } }
    return [
      "old": JSONValue(users.old), "new": JSONValue(users.new), "change": JSONValue(users.change),
      "old_headroom_percent": JSONValue(headrooms[0], places: 1),
      "new_headroom_percent": JSONValue(headrooms[1], places: 1),
    ]
  }

  private func firstWall(_ size: FleetSize) -> JSONValue {
    [
      "old": JSONValue(old.plan.firstWall[size]?.rawValue),
      "new": JSONValue(new.plan.firstWall[size]?.rawValue),
    ]
  }

  /// A row a difference: which section, of what, before and after.
  package var csv: CSV {
    var csv = CSV(["section", "id", "old", "new", "change"])
    for change in comparison.changes {
      csv.row([
        "profile", .text(change.field.path), .text(change.old?.text ?? ""), .text(change.new?.text ?? ""),
        .empty,
      ])
    }
    for basis in CostBasis.allCases {
      for column in CostColumn.allCases {
        let (total, comparable) = amounts(basis, column)
        csv.row([.text("cost_\(basis.rawValue)"), .text(column.rawValue)] + total.cells)
        guard let comparable else { continue }
        csv.row(
          [.text("cost_\(basis.rawValue)_priced_on_both_sides"), .text(column.rawValue)] + comparable.cells)
      }
    }
    for basis in CostBasis.allCases {
      for line in comparison.costs(basis).lines {
        for column in CostColumn.allCases {
          csv.row(
            [.text("line_\(basis.rawValue)_\(column.rawValue)"), .text(line.id.rawValue)]
              + line.amounts(column).cells)
        }
        for (charge, column) in line.charges.flatMap({ charge in CostColumn.allCases.map { (charge, $0) } }) {
          csv.row(
            [
              .text("charge_\(basis.rawValue)_\(column.rawValue)"), .text("\(line.id.rawValue).\(charge.id)"),
            ] + charge.amounts(column).cells)
        }
      }
    }
    for size in FleetSize.allCases {
      let users = users(at: size)
      csv.row([
        "users", .text(size.rawValue), .integer(users.old), .integer(users.new), .integer(users.change),
      ])
    }
    writeLatencies(to: &csv)
    for item in attributions {
      for cause in Attribution.Cause.allCases {
        csv.row([
          .text("cause_\(item.id)"), .text(cause.rawValue), .empty, .empty,
          item.unit.cell(item.attribution[cause]),
        ])
      }
    }
    for finding in comparison.findings.appeared {
      csv.row(["finding", .text(finding.id), .empty, .text(finding.message), "appeared"])
    }
    for finding in comparison.findings.resolved {
      csv.row(["finding", .text(finding.id), .text(finding.message), .empty, "resolved"])
    }
    return csv
  }
}

extension ComparisonReport.Amounts {
  fileprivate var json: JSONValue {
    ["old": JSONValue(old), "new": JSONValue(new), "change": JSONValue(change)]
  }

  /// Before, after and change.
  fileprivate var cells: [CSV.Cell] {
    [.money(old), .money(new), isIncomplete ? "incomplete" : .money(change)]
  }
}

extension CostChange.Line {
  fileprivate func amounts(_ column: CostColumn) -> ComparisonReport.Amounts {
    ComparisonReport.Amounts(
      old: old.cost?[column], new: new.cost?[column], change: change?[column], isIncomplete: change == nil)
  }

  /// The line in each column, and why a side has no price for it.
  fileprivate var json: JSONValue {
    .object(
      [.init("id", .string(id.rawValue))]
        + CostColumn.allCases.map { .init($0.rawValue, amounts($0).json) } + [
          .init("incomplete", .bool(change == nil)),
          .init("old_unpriced", JSONValue(old.missing)), .init("new_unpriced", JSONValue(new.missing)),
          .init("charges", .array(charges.map(\.json))),
        ])
  }
}

extension CostChange.Charge {
  fileprivate func amounts(_ column: CostColumn) -> ComparisonReport.Amounts {
    ComparisonReport.Amounts(
      old: old[column], new: new[column], change: change[column], isIncomplete: false)
  }

  fileprivate var json: JSONValue {
    .object(
      [.init("id", .string(id))] + CostColumn.allCases.map { .init($0.rawValue, amounts($0).json) })
  }
}

extension CostChange.Side {
  /// Why there is no price; nil where there is one, or no such part.
  fileprivate var missing: String? {
    switch self {
    case .absent, .priced: nil
    case .unpriced(let reason): reason.text
    case .notQuoted: "not quoted"
    }
  }
}

extension ComparisonReport.Unit {
  fileprivate func json(_ amount: Int) -> JSONValue {
    self == .cents ? JSONValue(Money(cents: amount)) : .integer(amount)
  }

  fileprivate func cell(_ amount: Int) -> CSV.Cell {
    self == .cents ? .money(Money(cents: amount)) : .integer(amount)
  }
}

extension QuotaNeed? {
  fileprivate var json: JSONValue {
    guard let need = self else { return nil }
    return [
      "needed": JSONValue(need.needed), "limit": JSONValue(need.limit), "request": JSONValue(need.request),
      "verdict": .string(need.verdict.rawValue),
    ]
  }
}
