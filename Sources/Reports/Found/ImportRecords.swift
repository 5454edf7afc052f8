package import Planning
package import Typography

extension FoundFleet {
  /// Format `headroom-import/1`.
  package var json: JSONValue {
    [
      "format": "headroom-import/1",
      "chosen": .object(chosen.map { .init($0.option, .string($0.name)) }),
      "values": .array(values.map(\.json)),
      "usual": .array(usual.map(\.json)),
      "notes": .array(notes.map(\.json)),
      "missing": .array(missing.map { .string($0) }),
    ]
  }
}

extension FoundValue {
  var json: JSONValue {
    [
      "key": .string(key), "value": value.json, "file": JSONValue(file), "path": .string(path),
      "how": JSONValue(how),
    ]
  }
}

extension FoundNote {
  var json: JSONValue { ["id": .string(id), "subject": .string(subject), "text": .string(text)] }
}
