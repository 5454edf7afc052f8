internal import Planning

/// Turns the text of a profile into values, and tells every mistake in it at once.
///
/// A profile may extend others: what stands in a file replaces what stands in the one that it extends, key by key.
struct ProfileReader {
  private let chain: LayerChain

  /// The file that is being read.
  private var layer: Layer
  private var profile = Profile()
  private var places: [String: Provenance.Place] = [:]
  private var mistakes: [Mistake] = []

  /// Mistakes found on the present way through a file, and those too far down to be shown on any way.
  private var found = 0
  private var untold = 0

  /// Whether something was not understood that may have held any key.
  private var isIncomplete = false

  /// Keys that the format no longer has, with their values; what they become depends on the whole profile.
  private var retired: [(key: RetiredKey, value: FieldValue, place: Provenance.Place)] = []

  /// Paths that the files have, rightly or wrongly written.
  private var mentioned: Set<String> = []

  /// Reads a file and those that it extends.
  static func read(_ chain: LayerChain) throws(Rejection) -> (
    Profile, Provenance
  ) {
    var reader = ProfileReader(chain)
    if let broken = chain.broken {
      reader.mistakes.append(broken)
      reader.isIncomplete = true
    }
    reader.read()
    guard reader.mistakes.isEmpty else { throw reader.rejection() }
    return (reader.profile, Provenance(places: reader.places))
  }

  private init(_ chain: LayerChain) {
    self.chain = chain
    layer = chain.layers[0]
    places.reserveCapacity(Catalog.fields.count)
    mentioned.reserveCapacity(Catalog.fields.count)
  }

  private mutating func read() {
    for layer in chain.layers.reversed() {
      self.layer = layer
      found = 0
      readLayer()
    }
    if !isIncomplete { findMissing() }
    findConflicts()
    for (key, value, place) in retired {
      mistakes.append(Mistake(place: place, key: key.path, what: .retired(key.instead(value, profile))))
    }
  }

  private mutating func readLayer() {
    if let flaw = layer.text.flaw { return giveUp(flaw.what, at: flaw.offset) }
    guard let document = layer.document else { return }
    if !document.problems.isEmpty || layer.entries == nil, tellsUnresolvedMerges() { return }
    for problem in document.problems {
      giveUp(.yaml(problem.kind), at: problem.offset, key: problem.path.joined(separator: "."))
    }
    found = 0
    guard let root = document.root else {
      if document.problems.isEmpty { giveUp(.empty, at: layer.source.start) }
      return
    }
    guard let entries = layer.entries else {
      if let kind = Mistake.NodeKind(root.content) {
        giveUp(.wrongNode(kind, expected: nil), at: root.range.lowerBound)
      }
      return
    }
    guard readsFormat(entries, start: root.range.lowerBound) else { return }
    for entry in entries { read(entry, in: "") }
  }

  /// Whether a merge left markers in the file, of which no reader of YAML makes sense.
  private mutating func tellsUnresolvedMerges() -> Bool {
    let merges = layer.source.unresolvedMerges()
    for (offset, merge) in merges { giveUp(.unresolvedMerge(merge), at: offset) }
    return !merges.isEmpty
  }

  /// False when the file is made for another program or another version, and its keys mean nothing here.
  private mutating func readsFormat(_ entries: [YAMLEntry], start: Int) -> Bool {
    guard let value = entries.first(where: { $0.key == "format" })?.value else {
      if !isIncomplete { report(.missing(.choice([Catalog.format])), at: start, key: "format") }
      return true
    }
    guard case .scalar(let format, _) = value.content else {
      refuse(value, at: "format", expected: .choice([Catalog.format]))
      isIncomplete = true
      return false
    }
    if format == Catalog.format { return true }
    giveUp(.wrongFormat(format), at: value.range.lowerBound, key: "format")
    return false
  }
}

// MARK: - Keys

extension ProfileReader {
  private mutating func read(_ entry: YAMLEntry, in section: String) {
    let path = section.isEmpty ? entry.key : "\(section).\(entry.key)"
    mentioned.insert(path)
    if entry.key.utf8.contains(UInt8(ascii: ".")) {
      return report(.dottedKey, at: entry.keyRange.lowerBound, key: path)
    }
    if let field = Catalog.field(at: path) {
      read(entry.value, for: field)
    } else if Catalog.sections.contains(path) {
      readSection(entry, path: path)
    } else if let key = Catalog.retired(at: path) {
      read(entry.value, for: key)
    } else if section.isEmpty, entry.key == Layer.baseKey {
      if layer.base == nil { refuse(entry.value, at: path, expected: .text) }
    } else if !(section.isEmpty && entry.key == "format") {
      // A key that was only mistyped is not told a second time as missing.
      if found < Rejection.shownLimit, let guess = Catalog.nearestKey(to: entry.key, in: section) {
        mentioned.insert(guess)
      }
      report(.unknownKey, at: entry.keyRange.lowerBound, key: path)
    }
  }

  private mutating func readSection(_ entry: YAMLEntry, path: String) {
    switch entry.value.content {
    case .mapping(let entries, _):
      openSection(entry, path: path)
      for entry in entries { read(entry, in: path) }
    case .null where layer.base != nil: takeAwaySection(entry, path: path)
    case .null: openSection(entry, path: path)
    case .scalar, .sequence, .unreadable: refuse(entry.value, at: path, expected: nil)
    }
  }

  private mutating func openSection(_ entry: YAMLEntry, path: String) {
    Catalog.optionalSections[path]?.create(&profile)
    places[path] = place(of: entry.keyRange.lowerBound)
  }

  /// A section that a file writes empty is not there, whatever the file that it extends says of it.
  private mutating func takeAwaySection(_ entry: YAMLEntry, path: String) {
    let prefix = path + "."
    for field in Catalog.fields where field.path.hasPrefix(prefix) {
      places[field.path] = nil
      mentioned.remove(field.path)
      if field.optionalSection == nil { _ = field.set(&profile, field.defaultValue) }
    }
    for (section, optional) in Catalog.optionalSections where section == path || section.hasPrefix(prefix) {
      optional.remove(&profile)
      places[section] = nil
    }
  }

  private mutating func read(_ node: YAMLNode, for field: Field) {
    var values = ValueReader(path: field.path)
    if let value = values.read(node, as: field.kind)?.joined(onto: { field.value(profile) }),
      field.set(&profile, value)
    {
      places[field.path] = place(of: node.range.lowerBound)
    }
    for item in values.items { places[item.path] = place(of: item.offset) }
    for mistake in values.mistakes { report(mistake.what, at: mistake.offset, key: mistake.path) }
  }

  private mutating func read(_ node: YAMLNode, for key: RetiredKey) {
    var values = ValueReader(path: key.path)
    if let value = values.read(node, as: key.kind) {
      retired.append((key, value, place(of: node.range.lowerBound)))
    }
    for mistake in values.mistakes { report(mistake.what, at: mistake.offset, key: mistake.path) }
  }

  /// Keys that some profile must have.
  private static let neverLeftOut = Catalog.fields.filter { field in
    field.presence == .required || field.presence == .requiredInSection
  }

  /// A key is not missing when it, or a section around it, is there and wrong.
  private mutating func findMissing() {
    let wrong = mentioned.subtracting(places.keys)
    for field in Self.neverLeftOut
    where !mentioned.contains(field.path) && wrong.isDisjoint(with: field.sections) {
      switch field.presence {
      case .required: reportMissing(field)
      case .requiredInSection where places[field.section] != nil: reportMissing(field)
      case .requiredInSection, .defaulted, .derived, .optional: break
      }
    }
  }

  /// Only values that were understood can contradict each other.
  private mutating func findConflicts() {
    let wrong = Set(mistakes.map(\.key)).union(mentioned.subtracting(places.keys))
    for conflict in profile.conflicts where wrong.isDisjoint(with: [conflict.key, conflict.other]) {
      guard let place = places[conflict.key] ?? places[conflict.other] else { continue }
      mistakes.append(Mistake(place: place, key: conflict.key, what: .conflict(conflict)))
    }
  }
}

// MARK: - Reporting

extension ProfileReader {
  private func place(of offset: Int) -> Provenance.Place {
    layer.text.place(of: offset)
  }

  private mutating func report(
    _ what: Mistake.What, at offset: Int, key: @autoclosure () -> String = ""
  ) {
    found += 1
    guard found <= Rejection.shownLimit else {
      untold += 1
      return
    }
    mistakes.append(Mistake(place: place(of: offset), key: key(), what: what))
  }

  /// Reports a mistake behind which any key may have stood.
  private mutating func giveUp(
    _ what: Mistake.What, at offset: Int, key: @autoclosure () -> String = ""
  ) {
    isIncomplete = true
    report(what, at: offset, key: key())
  }

  private mutating func refuse(_ node: YAMLNode, at key: String, expected kind: Field.Kind?) {
    guard let found = Mistake.NodeKind(node.content) else { return }
    report(.wrongNode(found, expected: kind), at: node.range.lowerBound, key: key)
  }

  /// Reports a key that is not there at the section it belongs to, or at the nearest one around it.
  private mutating func reportMissing(_ field: Field) {
    let place = field.sections.first { places[$0] != nil }.flatMap { places[$0] }
    let top = Provenance.Place(file: layer.name, line: 1, column: 1)
    mistakes.append(Mistake(place: place ?? top, key: field.path, what: .missing(field.kind)))
  }

  /// The mistakes of each file together, in the order of its lines.
  private func rejection() -> Rejection {
    let order = Dictionary(chain.layers.enumerated().map { ($1.name, $0) }) { first, _ in first }
    let sorted = mistakes.sorted {
      ($0.file(in: order), $0.place.line, $0.place.column, $0.key)
        < ($1.file(in: order), $1.place.line, $1.place.column, $1.key)
    }
    return Rejection(sorted, untold: untold, chain: chain.names)
  }
}

extension Mistake {
  fileprivate func file(in order: [String: Int]) -> Int { order[place.file] ?? order.count }
}

extension Provenance.Place {
  init(file: String, _ position: SourceText.Position) {
    self.init(file: file, line: position.line, column: position.column)
  }
}

extension FieldValue {
  /// A mapping from free words together with the one that it stands upon; any other value as it is.
  fileprivate func joined(onto base: () -> FieldValue?) -> FieldValue {
    switch self {
    case .numbers(let new):
      if case .numbers(let old) = base() { return .numbers(old.merging(new) { _, new in new }) }
    case .estimates(let new):
      if case .estimates(let old) = base() { return .estimates(old.merging(new) { _, new in new }) }
    case .reasons(let new):
      if case .reasons(let old) = base() { return .reasons(old.merging(new) { _, new in new }) }
    default: break
    }
    return self
  }
}

extension Mistake.NodeKind {
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
