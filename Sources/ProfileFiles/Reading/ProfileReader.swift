internal import Planning

/// Turns the text of a profile into values, and tells every mistake in it at once.
struct ProfileReader {
  static let sizeLimit = 1 << 20

  private let source: SourceText
  private let file: String
  private var profile = Profile()
  private var places: [String: Provenance.Place] = [:]
  private var problems: [ProfileProblem] = []

  /// Mistakes found on the present way through the file, and those too far down to be shown on any way.
  private var found = 0
  private var untold = 0

  /// Paths that the file has, rightly or wrongly written.
  private var mentioned: Set<String> = []

  /// Reads the bytes of one file, which messages call `file`.
  static func read(_ source: SourceText, file: String) throws(ProfileRejection) -> (Profile, Provenance) {
    var reader = ProfileReader(source: source, file: file)
    reader.read()
    guard reader.problems.isEmpty else { throw reader.rejection() }
    return (reader.profile, Provenance(places: reader.places))
  }

  private init(source: SourceText, file: String) {
    self.source = source
    self.file = file
  }

  private mutating func read() {
    guard source.bytes.count <= Self.sizeLimit else { return report(.tooLarge(limit: Self.sizeLimit), at: 0) }
    if let offset = source.firstInvalidByte { return report(.notText(byteOffset: offset), at: offset) }
    let document = YAMLDocument(parsing: source)
    for problem in document.problems {
      report(.yaml(problem.kind), at: problem.offset, key: problem.path.joined(separator: "."))
    }
    found = 0
    guard let root = document.root else {
      if document.problems.isEmpty { report(.empty, at: source.start) }
      return
    }
    guard case .mapping(let entries, _) = root.content else {
      if let kind = ProfileProblem.NodeKind(root.content) {
        report(.wrongNode(kind, expected: nil), at: root.range.lowerBound)
      }
      return
    }
    guard readsFormat(entries, start: root.range.lowerBound) else { return }
    for entry in entries where entry.key != "format" { read(entry, in: "") }
    if document.problems.isEmpty { findMissing() }
    findConflicts()
  }

  /// False when the file is made for another program or another version, and its keys mean nothing here.
  private mutating func readsFormat(_ entries: [YAMLEntry], start: Int) -> Bool {
    guard let entry = entries.first(where: { $0.key == "format" }) else {
      report(.missing(.choice([Catalog.format])), at: start, key: "format")
      return true
    }
    if case .scalar(Catalog.format, _) = entry.value.content { return true }
    guard case .scalar(let format, _) = entry.value.content else {
      if let kind = ProfileProblem.NodeKind(entry.value.content) {
        report(
          .wrongNode(kind, expected: .choice([Catalog.format])), at: entry.value.range.lowerBound,
          key: "format")
      }
      return false
    }
    report(.wrongFormat(format), at: entry.value.range.lowerBound, key: "format")
    return false
  }

  private mutating func read(_ entry: YAMLEntry, in section: String) {
    let path = section.isEmpty ? entry.key : "\(section).\(entry.key)"
    mentioned.insert(path)
    guard !entry.key.contains(".") else {
      return report(.dottedKey, at: entry.keyRange.lowerBound, key: path)
    }
    guard let meaning = Meaning(path) else {
      if found < ProfileRejection.shownLimit,
        let guess = Catalog.nearestKey(to: entry.key, in: section)
      {
        mentioned.insert(guess)
      }
      return report(.unknownKey, at: entry.keyRange.lowerBound, key: path)
    }
    switch meaning {
    case .field(let field): read(entry.value, for: field)
    case .section: readSection(entry, path: path)
    }
  }

  private mutating func readSection(_ entry: YAMLEntry, path: String) {
    switch entry.value.content {
    case .mapping(let entries, _):
      Catalog.create(section: path, in: &profile)
      places[path] = place(of: entry.keyRange.lowerBound)
      for entry in entries { read(entry, in: path) }
    case .null:
      Catalog.create(section: path, in: &profile)
      places[path] = place(of: entry.keyRange.lowerBound)
    case let content:
      guard let kind = ProfileProblem.NodeKind(content) else { return }
      report(.wrongNode(kind, expected: nil), at: entry.value.range.lowerBound, key: path)
    }
  }

  private mutating func read(_ node: YAMLNode, for field: Field) {
    var values = ValueReader(path: field.path)
    if let value = values.read(node, as: field.kind), field.set(&profile, value) {
      places[field.path] = place(of: node.range.lowerBound)
    }
    for item in values.items { places[item.path] = place(of: item.offset) }
    for mistake in values.mistakes { report(mistake.what, at: mistake.offset, key: mistake.path) }
  }
}

extension ProfileReader {
  /// What stands at a path of the catalog.
  private enum Meaning {
    case field(Field)
    case section

    init?(_ path: String) {
      if let field = Catalog.field(at: path) {
        self = .field(field)
      } else if Catalog.sections.contains(path) {
        self = .section
      } else {
        return nil
      }
    }
  }

  /// A key is not missing when it, or a section around it, is there and wrong.
  private mutating func findMissing() {
    let wrong = mentioned.subtracting(places.keys)
    for field in Catalog.fields
    where !mentioned.contains(field.path) && wrong.isDisjoint(with: field.sections) {
      switch field.presence {
      case .required: report(.missing(field.kind), near: field.section, key: field.path)
      case .requiredInSection where places[field.section] != nil:
        report(.missing(field.kind), near: field.section, key: field.path)
      case .requiredInSection, .defaulted, .optional: break
      }
    }
  }

  /// Only values that were understood can contradict each other.
  private mutating func findConflicts() {
    let wrong = Set(problems.map(\.key))
    for conflict in profile.conflicts where wrong.isDisjoint(with: [conflict.key, conflict.other]) {
      guard let place = places[conflict.key] ?? places[conflict.other] else { continue }
      problems.append(ProfileProblem(place: place, key: conflict.key, mistake: .conflict(conflict)))
    }
  }

  private func place(of offset: Int) -> Provenance.Place {
    let position = source.position(at: offset)
    return Provenance.Place(file: file, line: position.line, column: position.column)
  }

  private mutating func report(
    _ mistake: ProfileProblem.Mistake, at offset: Int, key: @autoclosure () -> String = ""
  ) {
    found += 1
    guard found <= ProfileRejection.shownLimit else {
      untold += 1
      return
    }
    problems.append(ProfileProblem(place: place(of: offset), key: key(), mistake: mistake))
  }

  /// Reports a key that is not there at the section it belongs to, or at the nearest one around it.
  private mutating func report(_ mistake: ProfileProblem.Mistake, near section: String, key: String) {
    var section = section
    while !section.isEmpty, places[section] == nil { section = section.parentPath }
    let place = places[section] ?? Provenance.Place(file: file, line: 1, column: 1)
    problems.append(ProfileProblem(place: place, key: key, mistake: mistake))
  }

  private func rejection() -> ProfileRejection {
    ProfileRejection(
      problems.sorted {
        ($0.place.line, $0.place.column, $0.key) < ($1.place.line, $1.place.column, $1.key)
      }, untold: untold)
  }
}

extension ProfileProblem.NodeKind {
  /// Nil for what has its own problem already.
  init?(_ content: YAMLNode.Content) {
    switch content {
    case .null(let word): self = .nothing(word)
    case .scalar(let text, _): self = .text(text)
    case .sequence: self = .list
    case .mapping: self = .mapping
    case .unreadable: return nil
    }
  }
}
