package import Planning

/// A new profile that explains itself: every key of the format with its meaning, the chosen ones alive, the others as
/// comments with their defaults.
package enum ProfileTemplate {
  /// The text of a new file that says `profile`.
  ///
  /// - Throws: the keys that could not be written, when the profile is one that no file may hold.
  package static func text(for profile: Profile) throws(InexpressibleChange) -> String {
    let body = Catalog.children(of: "").map { path in
      let lines = Template(profile: profile).lines(at: path, depth: 0)
      return (lines.count > 1 ? "\n" : "") + TemplateLine.text(lines)
    }
    let text = header + body.joined()
    let read = try? LoadedProfile(Array(text.utf8), name: "")
    guard read?.profile == profile else { throw InexpressibleChange(profile, foundIn: read?.profile) }
    return text
  }

  private static let header = """
    \(ProfileSchema.editorLine)
    # A line that begins with # is not set: it shows the default, or nothing where the value is unknown.
    format: \(Catalog.format)

    """
}

/// Walks the catalog with the values of one profile.
private struct Template {
  let profile: Profile

  /// The lines of a key, or of a section with all that stands in it.
  func lines(at path: String, depth: Int) -> [TemplateLine] {
    guard let field = Catalog.field(at: path) else { return section(path, depth: depth) }
    return [line(for: field, depth: depth)]
  }

  private func section(_ path: String, depth: Int) -> [TemplateLine] {
    let inner = Catalog.children(of: path).flatMap { lines(at: $0, depth: depth + 1) }
    let isPresent = Catalog.optionalSections[path]?.isPresent(profile) ?? false
    let head = TemplateLine(
      depth: depth, text: "\(path.lastKey):", comment: Catalog.title(ofSection: path),
      isAlive: isPresent || inner.contains(where: \.isAlive))
    return [head] + inner
  }

  private func line(for field: Field, depth: Int) -> TemplateLine {
    let value = field.value(profile)
    let isDefault = value == nil || value == field.defaultValue
    let shown = (isDefault ? field.defaultValue : value).map { " \(YAMLValue($0).flow)" } ?? ""
    return TemplateLine(
      depth: depth, text: "\(field.key):\(shown)", comment: field.meaning, isAlive: !isDefault)
  }
}

extension Field {
  /// What the key means and, where it has a default, why.
  fileprivate var meaning: String {
    if case .defaulted(let reason) = presence { "\(title); \(reason)" } else { title }
  }
}

/// A line of a template: a key with its value, alive or commented out, and its meaning.
private struct TemplateLine {
  let depth: Int
  let text: String
  let comment: String
  let isAlive: Bool

  /// Lines with their comments one below the other; what is not alive stands behind the # of the section around it.
  static func text(_ lines: [TemplateLine]) -> String {
    var deadDepth: Int?
    let codes = lines.map { line in
      if line.isAlive || line.depth <= deadDepth ?? .max { deadDepth = line.isAlive ? nil : line.depth }
      return line.code(deadDepth: deadDepth)
    }
    let column = codes.map(\.count).filter { $0 <= widestAligned }.max() ?? 0
    return zip(lines, codes).map { line, code in
      "\(code)\(String(repeating: " ", count: max(0, column - code.count)))  # \(line.comment)\n"
    }.joined()
  }

  private static let widestAligned = 44

  private func code(deadDepth: Int?) -> String {
    let margin = String(repeating: "  ", count: deadDepth ?? depth)
    return deadDepth.map { "\(margin)# \(String(repeating: "  ", count: depth - $0))\(text)" } ?? margin
      + text
  }
}
