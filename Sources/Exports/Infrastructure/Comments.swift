internal import Planning
internal import Typography

/// What stands above the resources, as comments that begin with `#`: how to run them, what is wrong with the fleet, and
/// what they do not say.
struct Comments {
  let text: String

  /// `about` stands below the command, in paragraphs; `remarks` are what is not said of the profile, nil for what no
  /// resource says.
  init(
    _ infrastructure: Infrastructure, language: String, command: String, about: [String] = [],
    remarks: [String]? = nil
  ) {
    let findings = infrastructure.findings.map { finding in
      "\(finding.id) error: \(finding.message.printable)"
    }
    let remarks = (remarks ?? infrastructure.remarks).map(\.printable)
    let profile = infrastructure.profile
    let head = "\(profile.name.printable), in \(profile.region.printable), for \(language):"
    var paragraphs = [head, "  \(command)"] + about
    if !findings.isEmpty { paragraphs += ["", "What its review calls an error, and this does not mend:"] }
    paragraphs += findings.map { "- \($0)" }
    if !remarks.isEmpty { paragraphs += ["", "What this does not say of the profile:"] }
    paragraphs += remarks.map { "- \($0)" }
    text = paragraphs.flatMap(Self.lines).map { $0.isEmpty ? "#\n" : "# \($0)\n" }.joined() + "\n"
  }

  /// A paragraph in lines that fit, those of a list indented after the first; a command, which is indented itself, stays whole.
  private static func lines(of paragraph: String) -> [String] {
    if paragraph.hasPrefix("  ") { return [paragraph] }
    var lines = [""]
    for word in paragraph.split(separator: " ", omittingEmptySubsequences: false) {
      if lines[lines.count - 1].isEmpty {
        lines[lines.count - 1] = String(word)
      } else if lines[lines.count - 1].count + 1 + word.count <= 110 {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(paragraph.hasPrefix("- ") ? "  \(word)" : String(word))
      }
    }
    return lines
  }
}

extension String {
  /// The text, cut after so many characters.
  func prefixed(atMost count: Int) -> String {
    self.count <= count ? self : "\(prefix(count - 1))…"
  }
}
