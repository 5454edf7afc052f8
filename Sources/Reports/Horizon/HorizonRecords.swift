internal import Planning
package import Typography

extension HorizonReport {
  /// Format `headroom-horizon/1`: keys may be added to it, and none renamed.
  package var json: JSONValue {
    [
      "format": "headroom-horizon/1",
      "profile": source.json,
      "price_book": source.priceBookJSON,
      "from": .string(horizon.from.text),
      "resize": .bool(horizon.request.resizes),
      "answer": .string(horizon.answer),
      "months": .array(horizon.months.map(\.json)),
      "ended": horizon.ended.map {
        ["month": .string($0.month.text), "because": .string($0.because.rawValue)]
      } ?? nil,
      "breaks": .array(horizon.breaks.map(json)),
    ]
  }

  private func json(_ each: Break) -> JSONValue {
    [
      "kind": .string(each.kind.rawValue), "id": .string(each.id), "at": JSONValue(each.at),
      "title": .string(each.title),
      "earliest": JSONValue(each.earliest?.text), "likely": JSONValue(each.likely?.text),
      "latest": JSONValue(each.latest?.text),
      "lead_days": .integer(each.leadDays), "act_by": JSONValue(each.actBy?.text),
      "act_by_earliest": JSONValue(each.actByEarliest?.text), "passed": .bool(each.isPassed),
      "users": JSONValue(each.users), "limit": each.limit.json,
      "chance_percent": .integer(each.chancePercent),
      "act": .string(each.act.text), "command": JSONValue(each.act.command.map(text)),
    ]
  }

  /// A row a month; what likely breaks in it stands in the last column.
  package var csv: CSV {
    var csv = CSV([
      "month", "users_low", "users", "users_high", "min", "desired", "max", "first_wall_desired",
      "first_wall_max", "carried_desired", "carried_max", "low", "likely", "high", "day", "standing_likely",
      "standing_high", "standing_day", "unpriced", "breaks",
    ])
    for month in horizon.months {
      let plan = month.plan
      let total = plan.list.knownTotal
      csv.row(
        [
          .text(month.month.text), .integer(month.low), .integer(month.users), .integer(month.high),
        ] + FleetSize.allCases.map { .integer(plan.profile.compute.instances[$0]) }
          + HorizonMonth.sizes.map { .text(plan.firstWall[$0]?.rawValue ?? "") }
          + HorizonMonth.sizes.map { .integer(plan.wholeUsersCarried(at: $0)) }
          + HorizonMonth.columns.map { .money(total?[$0]) }
          + HorizonMonth.standingColumns.map { .money(month.standing?[$0]) }
          + [
            .text(plan.list.unpriced.map(\.id.rawValue).joined(separator: " ")),
            .text(breaks(in: month).joined(separator: " ")),
          ])
    }
    return csv
  }

  /// What likely breaks from a month on: `wall:compute:max`.
  private func breaks(in month: HorizonMonth) -> [String] {
    horizon.breaks.filter { $0.likely.map { CalendarMonth($0) } == month.month }
      .map { [$0.kind.rawValue, $0.id, $0.at].compactMap(\.self).joined(separator: ":") }
  }
}

extension HorizonMonth {
  fileprivate static let sizes: [FleetSize] = [.desired, .max]
  fileprivate static let columns: [CostColumn] = [.low, .likely, .high, .day]
  fileprivate static let standingColumns: [CostColumn] = [.likely, .high, .day]

  fileprivate var json: JSONValue {
    [
      "month": .string(month.text),
      "users": ["low": .integer(low), "likely": .integer(users), "high": .integer(high)],
      "first_wall": Self.perSize { JSONValue(plan.firstWall[$0]?.rawValue) },
      "carried": Self.perSize { JSONValue(plan.wholeUsersCarried(at: $0)) },
      "cost": Self.costs(plan.list.knownTotal, Self.columns),
      "unpriced": .array(plan.list.unpriced.map { .string($0.id.rawValue) }),
      "fleet": .object(
        FleetSize.allCases.map { .init($0.rawValue, .integer(plan.profile.compute.instances[$0])) }),
      "standing": standing.map { Self.costs($0, Self.standingColumns) } ?? .null,
    ]
  }

  private static func perSize(_ value: (FleetSize) -> JSONValue) -> JSONValue {
    .object(sizes.map { .init($0.rawValue, value($0)) })
  }

  private static func costs(_ costs: CostColumns?, _ columns: [CostColumn]) -> JSONValue {
    .object(columns.map { .init($0.rawValue, JSONValue(costs?[$0])) })
  }
}

extension Break.Limit {
  fileprivate var json: JSONValue {
    switch self {
    case .users(let users): .integer(users)
    case .units(let units): JSONValue(units)
    case .money(let money): JSONValue(money.dollars)
    case .words(let words): .string(words)
    }
  }
}
