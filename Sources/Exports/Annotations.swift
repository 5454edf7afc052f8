package import Planning
internal import Typography

/// A check as workflow commands, which GitHub shows beside the lines of a pull request: an error for each gate that is
/// not met, and for each finding that made `no_errors` fail.
package struct Annotations {
  package let text: String

  package init(_ profiles: [CheckedProfile]) {
    text = profiles.flatMap(\.annotations).map { $0.line + "\n" }.joined()
  }
}

extension CheckedProfile {
  fileprivate var annotations: [Annotation] {
    if let problem { return [Annotation(title: "profile", message: problem, file: name, place: nil)] }
    guard let check else { return [] }
    let gates = check.failures.map { verdict in
      Annotation(
        title: verdict.gate.id, message: "wanted \(verdict.wanted), found \(verdict.found)", file: name,
        place: verdict.place)
    }
    guard check.failures.contains(where: { $0.gate == .noErrors }) else { return gates }
    return gates
      + check.review.findings.filter { $0.severity == .error }.map { finding in
        Annotation(
          title: "\(finding.id) \(finding.title)", message: "\(finding.message) \(finding.fix.text)",
          file: name,
          place: finding.place)
      }
  }
}

/// A message beside a line of a file.
struct Annotation {
  let title: String
  let message: String
  let file: String
  let place: Provenance.Place?

  var line: String {
    var properties = ["file=\(property(place?.file ?? file))"]
    if let place { properties += ["line=\(place.line)", "col=\(place.column)"] }
    properties.append("title=\(property(title))")
    return "::error \(properties.joined(separator: ","))::\(data(message))"
  }

  /// A message ends at a line break and reads `%` as an escape; every other control character is shown, not sent.
  private func data(_ text: String) -> String {
    text.printable.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%25")
  }

  /// A property also ends at a comma, and its name at a colon.
  private func property(_ text: String) -> String {
    data(text).map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String($0) }.joined()
  }
}
