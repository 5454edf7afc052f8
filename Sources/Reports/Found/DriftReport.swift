package import Planning
package import Typography

/// In what a fleet and its profile have parted, for people, for programs and for CI.
package struct DriftReport: Report {
  package let drift: Drift

  /// What the profile is called, and the name in it.
  package let file: String
  let name: String

  package init(_ drift: Drift, of profile: Profile, file: String) {
    self.drift = drift
    self.file = file
    name = profile.name
  }

  /// The verdict in one line: `2 keys differ`.
  package var verdict: String {
    let moved = drift.moves.isEmpty ? "" : "; auto scaling has moved desired, which is no drift"
    let count = drift.differences.count
    let differing =
      count == 0 ? "nothing differs" : "\(Numbers.counted(count, "key")) differ\(count == 1 ? "s" : "")"
    return differing + moved
  }

  package var document: Document {
    Document(
      kind: "Drift", name: name, remark: Text(verdict, drift.isEmpty ? .good : .bad), facts: "\(verdict).",
      commentTag: "headroom-drift",
      [
        .verdict(
          question: "Is AWS what the profile says?",
          answer: Text(drift.isEmpty ? "Yes" : "No", drift.isEmpty ? .good : .bad), sentences: ["\(verdict)."]
        )
      ] + differences + moves + notStated + notes)
  }

  private var differences: [Block] {
    guard !drift.differences.isEmpty else { return [] }
    return [.heading("What differs"), .table(table(of: drift.differences))]
  }

  private var moves: [Block] {
    guard !drift.moves.isEmpty else { return [] }
    return [.heading("What auto scaling moves"), .table(table(of: drift.moves))]
  }

  private func table(of differences: [Drift.Difference]) -> Table {
    var table = Table([
      .text("Key"), .flexible("Profile"), .flexible("AWS"), .flexible("Where AWS says so", rank: 1),
    ])
    for difference in differences {
      table.row([
        Text(difference.key, .code), Text(difference.profile?.text ?? "not stated"),
        Text(difference.aws?.text ?? "not there", .strong), Text(difference.source, .quiet),
      ])
    }
    return table
  }

  private var notStated: [Block] {
    guard !drift.notStated.isEmpty else { return [] }
    var table = Table([.text("Key"), .flexible("AWS"), .flexible("Where AWS says so", rank: 1)])
    for found in drift.notStated {
      let source = [found.file, found.path].compactMap(\.self).joined(separator: ": ")
      table.row([Text(found.key, .code), Text(found.value.text), Text(source, .quiet)])
    }
    return [.folded("What AWS has and the profile does not state", [.table(table)])]
  }

  private var notes: [Block] {
    guard !drift.notes.isEmpty else { return [] }
    return [
      .folded(
        "What was found besides",
        [.list(drift.notes.map { Text($0.id, .code) + Text(" \($0.subject): \($0.text)") })])
    ]
  }
}

extension DriftReport {
  /// Format `headroom-drift/1`.
  package var json: JSONValue {
    [
      "format": "headroom-drift/1",
      "profile": .string(file),
      "differences": .array(drift.differences.map(\.json)),
      "moves": .array(drift.moves.map(\.json)),
      "not_stated": .array(
        drift.notStated.map { found in
          [
            "key": .string(found.key), "aws": found.value.json, "file": JSONValue(found.file),
            "path": .string(found.path),
          ]
        }),
      "notes": .array(drift.notes.map(\.json)),
    ]
  }

  /// A row a key.
  package var csv: CSV {
    var csv = CSV(["key", "profile", "aws", "moves", "file", "path"])
    for (differences, moves) in [(drift.differences, false), (drift.moves, true)] {
      for difference in differences {
        csv.row([
          .text(difference.key), .text(difference.profile?.text ?? ""), .text(difference.aws?.text ?? ""),
          .flag(moves), .text(difference.file ?? ""), .text(difference.path),
        ])
      }
    }
    return csv
  }
}

extension Drift.Difference {
  fileprivate var json: JSONValue {
    [
      "key": .string(key), "profile": profile?.json ?? nil, "aws": aws?.json ?? nil, "file": JSONValue(file),
      "path": .string(path),
    ]
  }
}
