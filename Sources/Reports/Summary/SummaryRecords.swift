internal import Planning
package import Typography

extension SummaryReport {
  /// The report that other programs read, format `headroom-report/1`: keys may be added to it, and none renamed.
  package var json: JSONValue {
    [
      "format": "headroom-report/1",
      "profile": source.json,
      "price_book": source.priceBookJSON,
      "fleet": plan.profile.compute.json,
      "demand": [
        "concurrent_users": .integer(plan.profile.demand.concurrentUsers),
        "requests_per_minute": plan.demand.requestsPerMinute.json,
      ],
      "verdict": .string(plan.verdict.rawValue),
      "walls": .array(plan.walls.map { plan.json(of: $0) }),
      "not_judged": .array(
        plan.notJudged.map { ["id": .string($0.id.rawValue), "reason": .string($0.absence.reason)] }),
      "carried": PerSize { plan.wholeUsersCarried(at: $0) }.json { JSONValue($0) },
      "reach": [
        "instances": .integer(plan.reach.instances), "because": JSONValue(plan.reach.because?.rawValue),
      ],
      "instance": plan.throughput.json,
      "connections": plan.connections?.json ?? nil,
      "latency": plan.latency.json(promising: plan.profile.serviceLevel),
      "first_wall": plan.firstWall.json { JSONValue($0?.rawValue) },
      "costs": [
        "quoted": plan.quoted.map { plan.json(of: $0) } ?? nil,
        "list": plan.json(of: plan.list),
        "list_over_quoted": plan.listOverQuoted?.json ?? nil,
        "list_over_quoted_unknown": JSONValue(
          plan.listOverQuoted == nil ? "no line is both quoted and priced, or the quote is nothing" : nil),
      ],
      "quotas": .array(plan.quotas.map { .object($0.members(region: plan.profile.region)) }),
      "voice": plan.voice?.json ?? nil,
      "findings": .array((review.findings + review.accepted).map(\.json)),
      "assumptions": .array(plan.assumptions.map(\.json)),
    ]
  }
}

extension ReportSource {
  var json: JSONValue {
    [
      "name": .string(plan.profile.name), "region": .string(plan.profile.region), "sha256": .string(sha256),
    ]
  }

  var priceBookJSON: JSONValue {
    let files = plan.overlays.map { file -> JSONValue in
      [
        "file": .string(file.file), "sha256": .string(file.sha256), "source": .string(file.source),
        "collected": .string(file.collected),
      ]
    }
    return [
      "region": .string(plan.profile.region), "collected": JSONValue(plan.oldestPrice?.oldestDay),
      "overlays": .array(files),
    ]
  }
}

extension Plan {
  fileprivate func json(of wall: Wall) -> JSONValue {
    [
      "id": .string(wall.id.rawValue),
      "users": PerSize { wall.wholeUsers(at: $0) }.json { JSONValue($0) },
      "headroom_percent": PerSize { headroom(of: wall, at: $0) }.json { share in
        JSONValue(share.map { $0 * 100 }, places: 1)
      },
      "users_at_high": wall.wholeUsersAtHigh.json { JSONValue($0) },
      "decides": .bool(wall.decides),
      "assumed": .bool(wall.isAssumed),
      "unknown": JSONValue(wall.unknown?.text),
      "formula": .string(explanation(of: wall.id).formula),
    ]
  }

  fileprivate func json(of table: CostTable) -> JSONValue {
    .object(
      [
        .init(
          "lines",
          .array(
            table.lines.map { line in
              .object(
                [.init("id", .string(line.id.rawValue))] + line.cost.members
                  + [.init("formula", .string(formula(of: line.id, basis: table.basis)))]
                  + (table.basis == .list ? [.init("charges", .array(line.parts.map { json(of: $0) }))] : []))
            })),
        .init("total", table.knownTotal.json),
        .init("total_name", .string(CostTable.totalName(of: [table]))),
        .init("complete", .bool(table.isComplete)),
        .init("unpriced", .array(table.unpriced.map(\.json))),
      ] + (table.basis == .list ? listMembers : []))
  }

  /// What stands beside a bill at list prices.
  private var listMembers: [JSONValue.Member] {
    [
      .init("not_counted", .array(notCounted.map(\.json))),
      .init("assumed_percent", assumedPercent.json { JSONValue($0, places: 1) }),
      .init("purchase", commitment?.json ?? .null),
      .init("cost_of_event", JSONValue(costOfEvent)),
      .init("usd_per_1000_users", JSONValue(costOfThousandUsers)),
      .init("usd_per_next_10000_users", JSONValue(nextTenThousandUsers)),
      .init("on_by_default", .array(OnByDefault.all(self).map(\.json))),
      .init(
        "columns",
        .object(list.total.stated.map { .init($0.rawValue, .string($0.meaning)) })),
    ]
  }

  /// A charge with its billed units and what they cost, rounded by itself.
  private func json(of part: CostLine.Part) -> JSONValue {
    [
      "id": .string(part.charge.id), "unit": .string(part.charge.unit),
      "tariff": JSONValue(part.charge.rate.tariff?.id.rawValue),
      "area": JSONValue(part.charge.area?.rawValue),
      "quantity": part.quantity.json { JSONValue($0, places: 4) },
      "cost": Optional(part.cost).json,
      "assumed": .array(assumed(part.charge).map { .string($0) }),
    ]
  }
}

extension UnpricedLine {
  fileprivate var json: JSONValue {
    ["id": .string(id.rawValue), "reason": .string(reason.text), "about": about?.json ?? .null]
  }
}

extension OnByDefault {
  fileprivate var json: JSONValue { ["line": .string(line.rawValue), "key": .string(key)] }
}

extension NotCounted {
  fileprivate var json: JSONValue {
    [
      "id": .string(id), "key": JSONValue(key),
      "about": about.map { ["low": JSONValue($0.low), "high": JSONValue($0.high)] } ?? .null,
      "reason": .string(reason),
    ]
  }
}

extension RoughCost {
  fileprivate var json: JSONValue {
    ["low": JSONValue(low), "likely": JSONValue(likely), "high": JSONValue(high)]
  }
}

extension Commitment {
  fileprivate var json: JSONValue {
    [
      "commitment_usd_per_hour": .string(hourly.exact),
      "used_percent": usedPercent.json { JSONValue($0, places: 1) },
    ]
  }
}

extension ListOverQuoted {
  fileprivate var json: JSONValue {
    [
      "low": .number(ratio.low, places: 2), "high": .number(ratio.high, places: 2),
      "lines": .array(lines.map { .string($0.rawValue) }),
      "list": list.ends, "quoted": quoted.ends,
    ]
  }
}

extension CostColumns {
  /// The columns that a quote has as well.
  fileprivate var ends: JSONValue {
    .object(CostColumn.ends.map { .init($0.rawValue, JSONValue(self[$0])) })
  }
}

extension PerColumn {
  /// Every column; null where it has nothing.
  fileprivate func json(_ value: (Value) -> JSONValue) -> JSONValue {
    .object(CostColumn.allCases.map { .init($0.rawValue, self[$0].map(value) ?? .null) })
  }
}

extension CostColumns? {
  var json: JSONValue {
    .object(CostColumn.allCases.map { .init($0.rawValue, JSONValue(self?[$0])) })
  }
}

extension CostColumns {
  fileprivate var members: [JSONValue.Member] {
    CostColumn.allCases.map { .init($0.rawValue, JSONValue(self[$0])) }
  }
}

extension PerSize {
  func json(_ value: (Value) -> JSONValue) -> JSONValue {
    .object(FleetSize.allCases.map { .init($0.rawValue, value(self[$0])) })
  }
}

extension InstanceThroughput {
  fileprivate var json: JSONValue {
    let known = byConcurrency.isFinite ? byConcurrency : nil
    return [
      "requests_at_once": JSONValue(requestsAtOnce), "by_concurrency": JSONValue(known, places: 6),
      "at_full_cpu": JSONValue(atFullCPU, places: 6), "answered": JSONValue(answered, places: 6),
      "cpu_percent_when_full": JSONValue(cpuPercentWhenFull, places: 6),
    ]
  }
}

extension DatabaseConnections {
  fileprivate var json: JSONValue {
    [
      "per_instance": JSONValue(perInstance), "limit": JSONValue(limit), "usable": JSONValue(usable),
      "instances": JSONValue(instances),
    ]
  }
}

extension Compute {
  fileprivate var json: JSONValue {
    [
      "instance_type": .string(instanceType), "min": .integer(instances.min),
      "desired": .integer(instances.desired), "max": .integer(instances.max),
    ]
  }
}

extension Estimate {
  fileprivate var json: JSONValue {
    [
      "low": JSONValue(low, places: 2), "likely": JSONValue(likely, places: 2),
      "high": JSONValue(high, places: 2),
    ]
  }
}

extension VoiceQueue {
  fileprivate var json: JSONValue {
    [
      "offered_sessions": JSONValue(offered),
      "sessions": JSONValue(sessions),
      "probability_of_waiting": JSONValue(probabilityOfWaiting),
      "sessions_for_5_percent_wait": .integer(sessionsForAcceptedWait),
    ]
  }
}

extension Assumption {
  fileprivate var json: JSONValue {
    [
      "key": .string(key), "value": .string(value), "source": .string(source), "reason": .string(reason),
    ]
  }
}
