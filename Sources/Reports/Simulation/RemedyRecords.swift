internal import Planning
internal import Typography

extension RemedySearch {
  /// Every way that was tried: the ones that hold, the cheapest first, then those that do not, with the reason.
  var json: JSONValue {
    .array(
      found.map { remedy in
        [
          "way": .string(remedy.way.kind.rawValue), "holds": true,
          "text": .string(remedy.phrase(in: simulation)),
          "changes": .array(
            remedy.changes.map { ["key": .string($0.path), "value": .string($0.value.text)] }),
          "instance_hours": .figure(remedy.instanceHours), "cost": JSONValue(remedy.cost),
          "extra_cost": JSONValue(remedy.extraCost), "because": nil,
        ]
      }
        + missing.map { missing in
          [
            "way": .string(missing.kind.rawValue), "holds": false, "text": nil, "changes": .array([]),
            "instance_hours": nil, "cost": nil, "extra_cost": nil, "because": .string(missing.reason.text),
          ]
        })
  }

  /// The same as a part of a document.
  var blocks: [Block] {
    let heading = Block.heading("What would hold", remark: Text("found by simulating it", .quiet))
    guard simulation.totals.saturatedMinutes > 0 else {
      return [heading, .paragraph("Nothing was turned away: the fleet holds as it is.")]
    }
    guard !found.isEmpty else {
      return [heading, .paragraph(Text("None holds:")), .list(missing.map { Text($0.sentence) })]
    }
    var table = Table([
      .text("Way"), .flexible("Change"), .number("Instance-hours", brief: "Hours", rank: 1),
      .number("USD", brief: "USD"), .number("More, USD", brief: "More"),
    ])
    for remedy in found {
      table.row([
        Text(remedy.way.kind.title), Text(remedy.phrase(in: simulation)),
        Text(Numbers.readable(remedy.instanceHours, places: 2)),
        Text(remedy.cost.map(Figures.cents) ?? "unknown"),
        Text(remedy.extraCost.map(Figures.signedCents) ?? "unknown"),
      ])
    }
    let none = missing.isEmpty ? [] : [Block.list(missing.map { Text($0.sentence) })]
    return [heading, .table(table)] + none
  }
}

extension Remedy.Missing {
  /// `No larger start holds: a day is begun by a hidden one, which forgets its start.`
  fileprivate var sentence: String { "No \(kind.title) holds: \(reason.text)." }
}

extension JSONValue {
  /// The object with one more key.
  func adding(_ key: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + [Member(key, value)])
  }
}
