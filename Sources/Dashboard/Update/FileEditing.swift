import Planning
import Typography

extension State {
  /// Opens the file in the person's editor, at the line of what is selected.
  mutating func editFile() -> [Effect] {
    guard let path else {
      notice = Notice(
        text: "the guide is inside the program: save it first, then edit the file", kind: .caution)
      return []
    }
    let places = saved.provenance.places
    let place = selectedKeys.lazy.compactMap { places[$0] }.first
    if place == nil, let key = selectedKeys.first {
      notice = Notice(text: "\(key) is not in the file: add it", kind: .caution)
    }
    let missing = place == nil ? selectedKeys.first : nil
    let line = place?.line ?? missing.flatMap(lineToAdd)
    let isOwn = place.map { isOwnFile($0.file) } ?? true
    return keep() + [.editFile(path: isOwn ? path : place?.file ?? path, line: line)]
  }

  /// The line after which a key would stand that the file does not have: the last of its section, or of the file.
  private func lineToAdd(_ key: String) -> Int? {
    let own = saved.provenance.places.filter { isOwnFile($0.value.file) }
    var section = key
    while let dot = section.lastIndex(of: ".") {
      section = String(section[..<dot])
      let lines = own.filter { $0.key == section || $0.key.hasPrefix("\(section).") }.map(\.value.line)
      if let last = lines.max() { return last }
    }
    return own.map(\.value.line).max()
  }

  /// The keys of the profile that what is selected rests on, the most telling first.
  var selectedKeys: [String] {
    guard screen.list != nil else { return control.setting.map { [$0.field.path] } ?? [] }
    switch selectedDetail {
    case .finding(let finding): return [finding.subject]
    case .wall(let id): return plan.explanation(of: id).keys
    case .cost(let id?): return (plan.list.line(id) == nil ? [] : plan.explanation(of: id, basis: .list).keys)
    default: return []
    }
  }

  /// What an editor has left, with what is unsaved here on top of it as one step.
  mutating func adoptEdited(_ document: Document) {
    let difference = ProfileDifference(from: saved.profile, to: profile)
    let before = saved
    adopt(document, showing: document.profile)
    forgetComparisons()
    let moved = ProfileDifference(from: before.profile, to: document.profile)
    guard !difference.isEmpty else {
      return notice = Notice(text: moved.isEmpty ? "nothing was changed" : markMoves(since: before, "edited"))
    }
    let mine = difference.applied(onto: document.profile).edit.profile
    if mine != document.profile {
      show(document.profile)
      replace(with: mine, summary: "what was not saved yet")
    }
    notice = Notice(text: "read the file again; your unsaved values stay on top of it")
  }

  /// What somebody else wrote into the file: read right away, unless something is unsaved here.
  mutating func takeNote(of document: Document?, _ reason: String) {
    guard let document else {
      return notice = Notice(text: "the file changed on disk and cannot be read: \(reason)", kind: .caution)
    }
    guard !isUnsaved else {
      theirs = document
      return forgetComparisons()
    }
    let before = saved
    adopt(document, showing: document.profile)
    notice = Notice(text: markMoves(since: before, "changed on disk"))
  }

  /// Holds what is shown against what it was before, so that everything that moved is marked.
  private mutating func markMoves(since before: Plan, _ what: String) -> String {
    let moved = ProfileDifference(from: before.profile, to: saved.profile).changes.count
    if !scenarios.isPinned, moved > 0 { scenarios.pin(before, named: "before") }
    forgetComparisons()
    let values = Numbers.counted(moved, "value")
    return "\(what), and read again: \(values) moved; d shows them, p lets go of the marks"
  }
}

extension Explanation {
  /// The names of its inputs that are keys of the profile.
  fileprivate var keys: [String] {
    inputs.map(\.name).filter { name in Catalog.fields.contains { $0.path == name } }
  }
}
