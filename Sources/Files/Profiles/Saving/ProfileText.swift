package import Planning

/// The texts of a profile with some of its values changed and every other byte as it was.
package enum ProfileText {
  /// Changes the files of `loaded` so that they say `profile`; the texts are in the order of its layers.
  ///
  /// Comments, order, quotes, blank lines, line ends and unusual formatting stay. A key that no file has yet is put
  /// where it belongs in the profile itself; one that became unknown is taken out.
  ///
  /// - Throws: the keys that the files could not be made to say; nothing is to be written then.
  package static func edited(
    _ loaded: LoadedProfile, to profile: Profile, target: SaveTarget = .whereItStands
  ) throws(InexpressibleChange) -> [[UInt8]] {
    guard profile != loaded.profile else { return loaded.layers.map(\.source.bytes) }
    var editors = LayerEditors(loaded.layers, target: target)
    for (path, section) in Catalog.optionalSections
    where section.isPresent(loaded.profile) && !section.isPresent(profile) {
      editors.remove(path.steps)
    }
    for field in Catalog.fields {
      let (old, new) = (field.value(loaded.profile), field.value(profile))
      if old != new { editors.say(new, of: field, insteadOf: old) }
    }
    editors.addSections(of: profile)
    return try editors.texts(saying: profile)
  }

  /// A whole profile as a file of its own, with what is required and what differs from the defaults.
  package static func complete(_ profile: Profile) throws(InexpressibleChange) -> [UInt8] {
    let blank = Layer(Array("format: \(Catalog.format)\n".utf8), name: "")
    var editors = LayerEditors([blank], target: .profileItself)
    for field in Catalog.fields {
      if let value = field.value(profile) { editors.say(value, of: field, insteadOf: nil) }
    }
    editors.addSections(of: profile)
    return try editors.texts(saying: profile)[0]
  }
}

/// Values that a text could not be made to say.
package struct InexpressibleChange: Error, Hashable, Sendable {
  package let keys: [String]

  /// The keys in which what was read again differs from what was to be written.
  init(_ profile: Profile, foundIn found: Profile?) {
    let found = found ?? Profile()
    keys = Catalog.fields(thatDifferIn: found, and: profile).map(\.path)
  }
}

/// The texts of a profile and of those that it extends, each changed where a value belongs.
private struct LayerEditors {
  private let layers: [Layer]
  private let target: SaveTarget
  private var editors: [YAMLEditor]

  init(_ layers: [Layer], target: SaveTarget) {
    self.layers = layers
    self.target = target
    editors = layers.map { YAMLEditor($0.source, order: Catalog.keys) }
  }

  mutating func say(_ new: FieldValue?, of field: Field, insteadOf old: FieldValue?) {
    guard let entries = new.map(YAMLValue.init)?.freeEntries else {
      return say(new.map(YAMLValue.init), at: field.path.steps, isDefault: new == field.defaultValue)
    }
    let oldEntries = old.map(YAMLValue.init)?.freeEntries ?? []
    for entry in oldEntries where !entries.contains(where: { $0.key == entry.key }) {
      remove(field.path.steps + [.key(entry.key)])
    }
    for entry in entries where !oldEntries.contains(entry) {
      say(entry.value, at: field.path.steps + [.key(entry.key)], isDefault: false)
    }
  }

  /// A value is written where it stands already; a default that stands nowhere is left out.
  private mutating func say(_ value: YAMLValue?, at path: YAMLEditor.Path, isDefault: Bool) {
    guard let value else { return remove(path) }
    let place = editors.firstIndex { $0.node(at: path) != nil }
    if place == nil, isDefault { return }
    editors[target == .profileItself ? 0 : place ?? 0].set(path, to: value)
  }

  mutating func remove(_ path: YAMLEditor.Path) {
    for index in editors.indices where index == 0 || target == .whereItStands { editors[index].remove(path) }
  }

  /// Sections that say something by being there, although nothing in them differs from its default.
  mutating func addSections(of profile: Profile) {
    for (path, section) in Catalog.optionalSections.sorted(by: { $0.key < $1.key })
    where section.isPresent(profile) && !editors.contains(where: { $0.node(at: path.steps) != nil }) {
      editors[0].set(path.steps, to: .mapping([]))
    }
  }

  /// The texts, if a reader finds just this profile in them.
  func texts(saying profile: Profile) throws(InexpressibleChange) -> [[UInt8]] {
    let texts = editors.map(\.source.bytes)
    let edited = zip(layers, texts).map { Layer($1, name: $0.name, path: $0.path) }
    let reread = try? LoadedProfile(LayerChain(edited))
    guard reread?.profile == profile else { throw InexpressibleChange(profile, foundIn: reread?.profile) }
    return texts
  }
}

extension YAMLValue {
  /// Keys that somebody chose, each a value of its own; nil for any other value.
  fileprivate var freeEntries: [Pair]? {
    if case .mapping(let pairs) = self { pairs } else { nil }
  }
}

extension String {
  /// A dotted path of the catalog as steps through a document.
  fileprivate var steps: YAMLEditor.Path { split(separator: ".").map { .key(String($0)) } }
}
