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
      "costs": .object(
        CostBasis.allCases.map { basis in
          .init(basis.rawValue, .object(CostColumn.allCases.map { .init($0.rawValue, cost(basis, $0)) }))
        }),
      "users": .object(FleetSize.allCases.map { .init($0.rawValue, usersAndHeadroom($0)) }),
      "first_wall": .object(FleetSize.allCases.map { .init($0.rawValue, firstWall($0)) }),
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

  private func cost(_ basis: CostBasis, _ column: CostColumn) -> JSONValue {
    let total = total(basis, column)
    return ["old": JSONValue(total.old), "new": JSONValue(total.new), "change": JSONValue(total.change)]
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
        let total = total(basis, column)
        csv.row([
          .text("cost_\(basis.rawValue)"), .text(column.rawValue), .money(total.old), .money(total.new),
          .money(total.change),
        ])
      }
    }
    for size in FleetSize.allCases {
      let users = users(at: size)
      csv.row([
        "users", .text(size.rawValue), .integer(users.old), .integer(users.new), .integer(users.change),
      ])
    }
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
