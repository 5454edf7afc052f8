internal import Planning
internal import Typography

extension Catalog {
  /// Paths of the keys and sections right below a section, in the order of the format.
  static func children(of section: String) -> [String] {
    let prefix = section.isEmpty ? "" : "\(section)."
    var children: [String] = []
    for field in fields where field.path.hasPrefix(prefix) {
      let child = prefix + field.path.dropFirst(prefix.count).prefix { $0 != "." }
      if children.last != child { children.append(child) }
    }
    return children
  }

  /// The words that may stand as keys in a section, with those that are no part of a profile's values.
  static func keys(in section: String) -> [String] {
    if section.isEmpty { return ["format", "extends"] + children(of: section) }
    if case .records(let shape) = field(at: section)?.kind {
      return shape.keys.map(\.name).sorted()
    }
    return children(of: section).map(\.lastKey)
  }

  /// Path of the key that somebody most likely meant by an unknown one.
  static func nearestKey(to word: String, in section: String) -> String? {
    Nearest.word(to: word, among: keys(in: section)).map { section.isEmpty ? $0 : "\(section).\($0)" }
  }
}

// Dotted paths.
extension String {
  var parentPath: String {
    lastIndex(of: ".").map { String(self[..<$0]) } ?? ""
  }

  var lastKey: String {
    lastIndex(of: ".").map { String(self[index(after: $0)...]) } ?? self
  }
}
