internal import Planning
package import Typography

extension QuotaReport {
  /// Format `headroom-quotas/1`: the quotas of the summary with the words for each request.
  package var json: JSONValue {
    [
      "format": "headroom-quotas/1",
      "profile": source.json,
      "quotas_collected": .string(plan.facts.quotas.collected),
      "quotas": .array(
        plan.quotas.map { need in
          .object(
            need.members(region: plan.profile.region)
              + [
                .init("derivation", JSONValue(plan.derivation(of: need))),
                .init("justification", JSONValue(plan.justification(of: need))),
              ])
        }),
      "settings": .array(plan.settings.map(\.json)),
    ]
  }

  /// A row a quota.
  package var csv: CSV {
    var csv = CSV([
      "service", "code", "title", "name", "unit", "default", "applied", "needed", "request", "verdict",
      "command",
    ])
    for need in plan.quotas {
      csv.row([
        .text(need.fact.serviceCode), .text(need.fact.code ?? ""), .text(need.title),
        .text(need.fact.name), .text(need.fact.unit), .number(need.fact.defaultValue),
        .number(need.applied), .number(need.needed), .number(need.request), .text(need.verdict.rawValue),
        .text(need.command(region: plan.profile.region) ?? ""),
      ])
    }
    return csv
  }
}

extension ServiceSetting {
  fileprivate var json: JSONValue {
    [
      "name": .string(name), "place": .string(place), "default": JSONValue(defaultValue),
      "default_formula": .string(defaultFormula), "stated": JSONValue(stated),
      "needed": JSONValue(needed), "explanation": .string(explanation),
    ]
  }
}

extension QuotaNeed {
  private var whyUnknown: String? {
    if needed == nil { return "nobody can say how much of it the plan needs" }
    return isLimitUnknown ? "accounts differ, and nobody has read the limit of this one" : nil
  }

  func members(region: String) -> [JSONValue.Member] {
    [
      .init("service", .string(fact.serviceCode)),
      .init("code", JSONValue(fact.code)),
      .init("name", .string(fact.name)),
      .init("unit", .string(fact.unit)),
      .init("default", JSONValue(fact.defaultValue)),
      .init("applied", JSONValue(applied)),
      .init("needed", JSONValue(needed)),
      .init("unknown", JSONValue(whyUnknown)),
      .init("request", JSONValue(request)),
      .init("verdict", .string(verdict.rawValue)),
      .init("command", JSONValue(command(region: region))),
      .init("read_command", JSONValue(readCommand(region: region))),
    ]
  }
}
