internal import Planning
package import Typography

extension SizingReport {
  /// Format `headroom-size/1`. Low and high are what follows the instances, at desired and at max, at list prices.
  package var json: JSONValue {
    [
      "format": "headroom-size/1",
      "profile": source.json,
      "target": [
        "concurrent_users": .integer(sizing.target.users),
        "headroom_percent": JSONValue(sizing.target.headroomPercent),
        "survives_zone_loss": .bool(sizing.target.survivesZoneLoss),
      ],
      "instances": sizing.chosen?.instances.json ?? nil,
      "for_slo": plan.goalAnswer(users: sizing.target.users)?.json ?? .null,
      "types": .array(
        sizing.candidates.map { candidate in
          [
            "instance_type": .string(candidate.instanceType),
            "instances": candidate.instances.json,
            "requests_per_instance_per_minute": JSONValue(candidate.requestsPerInstance),
            "relative_speed": JSONValue(candidate.relativeSpeed),
            "users_carried": .integer(Int(saturating: candidate.users)),
            "spare_percent": JSONValue(sizing.sparePercent(of: candidate), places: 1),
            "monthly_low": JSONValue(candidate.monthly?.low),
            "monthly_high": JSONValue(candidate.monthly?.high),
            "chosen": .bool(candidate == sizing.chosen),
            "rejected": JSONValue(candidate.rejection?.text),
          ]
        }),
      "monthly_without": .array(sizing.uncounted.map { .string($0.rawValue) }),
      "usd_per_next_10000_users": JSONValue(sizing.nextTenThousandUsers),
      "usd_per_next_10000_users_without": .array(sizing.unpriced.map { .string($0.rawValue) }),
      "changes": .array(sizing.changes.map(\.json)),
      "assumptions": .array(assumptions.map { .string($0) }),
    ]
  }

  /// A row a type.
  package var csv: CSV {
    var csv = CSV([
      "instance_type", "min", "desired", "max", "requests_per_instance_per_minute", "relative_speed",
      "users_carried", "spare_percent", "monthly_low", "monthly_high", "chosen", "rejected",
    ])
    for candidate in sizing.candidates {
      csv.row(
        [.text(candidate.instanceType)]
          + FleetSize.allCases.map { .integer(candidate.instances[$0]) } + [
            .number(candidate.requestsPerInstance), .number(candidate.relativeSpeed),
            .integer(Int(saturating: candidate.users)),
            .number(sizing.sparePercent(of: candidate), places: 1),
            .money(candidate.monthly?.low), .money(candidate.monthly?.high),
            .flag(candidate == sizing.chosen),
            .text(candidate.rejection?.text ?? ""),
          ])
    }
    return csv
  }
}

extension InstanceCounts {
  fileprivate var json: JSONValue {
    .object(FleetSize.allCases.map { .init($0.rawValue, .integer(self[$0])) })
  }
}

extension ProfileChange {
  /// A new value as programs read it, written as a profile writes it.
  var json: JSONValue { ["key": .string(path), "value": value.json] }
}
