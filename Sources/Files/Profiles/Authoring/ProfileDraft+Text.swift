internal import Planning
internal import Typography

extension ProfileDraft {
  /// The profile as a file for people to go on with: what it says, what each value means and what to measure, and the
  /// defaults as comments.
  package var text: String {
    let lines = Self.head + section("", indent: "") + tail
    return lines.map { $0 + "\n" }.joined()
  }

  private static let head =
    [ProfileSchema.editorLine, "#"]
    + comment(
      """
      A fleet and what is asked of it. `headroom` opens this file and `headroom validate` checks it. The line above lets \
      an editor complete and check it too, once `headroom schema --output \(ProfileSchema.fileName)` has written the \
      schema beside it.

      A number that is not known exactly may be a range, such as 0.2..0.3. A key behind a # shows its default, with the \
      reason: take the # away to choose another value.
      """)
    + ["", "format: \(Catalog.format)"]

  /// The sections that a profile may have besides those that it must.
  private var tail: [String] {
    ["", "# More that a profile may say; every key is in the schema:"]
      + absentSections(of: "").map { "#   \($0.padded(to: 16)) \(Catalog.title(ofSection: $0))" }
  }

  private func section(_ path: String, indent: String) -> [String] {
    var lines: [String] = []
    let width = Self.defaults(in: path).map(\.displayWidth).max() ?? 0
    for child in Catalog.children(of: path) {
      if let field = Catalog.field(at: child) {
        lines += entry(field, width: width).map { indent + $0 }
      } else if isThere(child) {
        if path.isEmpty { lines.append("") }
        lines.append("\(indent)\(child.lastKey):  # \(Catalog.title(ofSection: child))")
        lines += section(child, indent: indent + "  ")
      }
    }
    let more = path.isEmpty ? [] : absentSections(of: path)
    return more.isEmpty ? lines : lines + ["\(indent)# More: \(more.map(\.lastKey).joined(separator: ", "))"]
  }

  private func entry(_ field: Field, width: Int) -> [String] {
    switch field.presence {
    case _ where says(field) || field.presence == .required:
      guard let value = field.value(profile) else { return [] }
      let advice = DraftQuestion.all.first { $0.field.path == field.path }?.advice ?? ""
      return Self.comment("\(field.title). \(advice)") + ["\(field.key): \(YAMLValue(value).flow)"]
    case .defaulted(let reason):
      return field.shownDefault.map { ["\($0.padded(to: width))  # \(field.title) (\(reason))"] } ?? []
    case .required, .requiredInSection, .derived, .optional: return []
    }
  }

  private static func defaults(in section: String) -> [String] {
    Catalog.children(of: section).compactMap { Catalog.field(at: $0)?.shownDefault }
  }

  private func absentSections(of path: String) -> [String] {
    Catalog.children(of: path).filter { Catalog.field(at: $0) == nil && !isThere($0) }
  }

  /// Whether the file has a section: one that every profile has, or one that an answer opened.
  private func isThere(_ section: String) -> Bool {
    Catalog.fields.contains { $0.sections.contains(section) && ($0.presence == .required || says($0)) }
  }

  private static func comment(_ text: String) -> [String] {
    text.wrapped(to: 100).map { $0.isEmpty ? "#" : "# \($0)" }
  }
}

extension Field {
  /// The key with its default as a comment; nil where that takes more than a line, or would stand at the top.
  fileprivate var shownDefault: String? {
    guard let defaultValue, !section.isEmpty else { return nil }
    switch kind {
    case .ports, .texts, .records, .numbers, .shares, .numbersOf, .estimatesByMonth, .reasons: return nil
    case .text, .version, .choice, .openChoice, .flag, .time, .month, .count, .number, .estimate, .money,
      .moneyRange, .countRange:
      return "# \(key): \(YAMLValue(defaultValue).flow)"
    }
  }
}
