internal import Planning

extension Catalog {
  /// The keys that a section may have, in the order of the format.
  static func children(of section: String) -> [String] {
    if section == "monitoring.alarms" { return Alarm.kinds.keys.sorted() }
    let prefix = section.isEmpty ? "" : "\(section)."
    var children: [String] = section.isEmpty ? ["format"] : []
    for field in fields where field.path.hasPrefix(prefix) {
      let child = String(field.path.dropFirst(prefix.count).prefix { $0 != "." })
      if children.last != child { children.append(child) }
    }
    return children
  }

  /// Path of the key that somebody most likely meant by an unknown one.
  static func nearestKey(to word: String, in section: String) -> String? {
    Nearest.word(to: word, among: children(of: section)).map { section.isEmpty ? $0 : "\(section).\($0)" }
  }
}
