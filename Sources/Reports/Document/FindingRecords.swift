internal import Planning
internal import Typography

extension Finding {
  /// A finding as every report for programs has it.
  var json: JSONValue {
    [
      "id": .string(id),
      "severity": .string(severity.rawValue),
      "title": .string(title),
      "subject": .string(subject),
      "evidence": .string(evidence),
      "message": .string(message),
      "fix": .string(fix.text),
      "changes": .array(fix.changes.map(\.json)),
      "command": JSONValue(fix.command),
      "source": source.json,
      "place": place?.json ?? nil,
      "accepted": JSONValue(acceptance),
    ]
  }
}

extension Finding.Source {
  var json: JSONValue {
    ["title": .string(title), "address": JSONValue(address), "collected": .string(collected)]
  }
}

extension Provenance.Place {
  var json: JSONValue {
    ["file": .string(file), "line": .integer(line), "column": .integer(column)]
  }
}
