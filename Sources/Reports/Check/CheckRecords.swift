internal import Planning
package import Typography

extension CheckReport {
  /// Format `headroom-check/1`.
  package var json: JSONValue {
    [
      "format": "headroom-check/1",
      "met": .bool(isMet),
      "profiles": .array(
        profiles.map { profile in
          [
            "file": .string(profile.name),
            "met": .bool(profile.isMet),
            "problem": JSONValue(profile.problem),
            "gates": .array((profile.check?.verdicts ?? []).map(\.json)),
          ]
        }),
    ]
  }

  /// A row a gate.
  package var csv: CSV {
    var csv = CSV(["file", "gate", "met", "wanted", "found", "subject", "line", "column"])
    for profile in profiles {
      if let problem = profile.problem {
        csv.row([
          .text(profile.name), "readable", .flag(false), .empty, .text(problem), .empty, .empty, .empty,
        ])
      }
      for verdict in profile.check?.verdicts ?? [] {
        csv.row([
          .text(profile.name), .text(verdict.gate.id), .flag(verdict.isMet), .text(verdict.wanted),
          .text(verdict.found), .text(verdict.subject), .integer(verdict.place?.line),
          .integer(verdict.place?.column),
        ])
      }
    }
    return csv
  }
}

extension GateVerdict {
  fileprivate var json: JSONValue {
    [
      "id": .string(gate.id),
      "met": .bool(isMet),
      "wanted": .string(wanted),
      "found": .string(found),
      "subject": .string(subject),
      "place": place?.json ?? nil,
    ]
  }
}
