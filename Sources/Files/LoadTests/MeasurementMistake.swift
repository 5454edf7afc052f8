internal import Planning

/// A mistake that only a file of a load test, a log or CloudWatch can have.
package enum MeasurementMistake: Hashable, Sendable {
  /// Packed by a program, which names what unpacks it.
  case packed(by: String, unpacking: String)
  case binaryGatling
  case unknownKind(String)
  case columns(found: Int, expected: Int)
  case missingColumn(String)
  case value(found: String, expected: String)
  case wrongNode(Mistake.NodeKind, expected: String)
  case longLine
  case endsEarly(expected: String)
  case nothing
  case tooManyMinutes
  case severalSeries(metric: String, first: String, second: String)
  case contradiction(metric: String, first: String, second: String)
  case tooFarApart(metric: String)

  /// What was found and what was expected.
  var text: String {
    switch self {
    case .packed(let packer, let unpacking):
      "packed by \(packer); pipe what it holds: \(unpacking) FILE | headroom calibrate PROFILE -"
    case .binaryGatling:
      "a binary Gatling log, as Gatling 3.12 and later write it; expected its text log of before, or the requests"
        + " of the balancer"
    case .unknownKind(let found):
      "found \(found.excerpt); expected one of \(MeasuredFile.Kind.allCases.map(\.rawValue).joined(separator: ", "))"
    case .columns(let found, let expected):
      "\(found) columns; expected \(expected): the file may be cut here"
    case .missingColumn(let name): "no column \(name); expected it in the first line"
    case .value(let found, let expected):
      "found \(found.isEmpty ? "nothing" : found.excerpt); expected \(expected)"
    case .wrongNode(let found, let expected): "found \(found.text); expected \(expected)"
    case .longLine: "a line longer than \(LineSplitter.longest) bytes"
    case .endsEarly(let expected): "the file ends here; expected \(expected)"
    case .nothing: "no request and no point in it"
    case .tooManyMinutes: "requests of more than a year"
    case .severalSeries(let metric, let first, let second):
      "\(metric) has two series, \(first.excerpt) and \(second.excerpt); expected those of one fleet: give each a"
        + " file of its own and one of them at a time"
    case .contradiction(let metric, let first, let second):
      "\(metric) has \(second) here and \(first) in a page before, for the same time; expected pages that agree"
    case .tooFarApart(let metric):
      "the points of \(metric) lie too far apart; expected a day at most from one to the next, a million points and"
        + " ten years"
    }
  }
}
