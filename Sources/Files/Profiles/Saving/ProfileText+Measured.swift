package import Planning

extension ProfileText {
  /// Changes the files of `loaded` so that they say what was measured, each value with its evidence behind it.
  ///
  /// Every other byte stays. A key that no file has yet ends its section.
  package static func edited(
    _ loaded: LoadedProfile, with measured: [(key: String, value: MeasuredValue)]
  ) throws(InexpressibleChange) -> [[UInt8]] {
    var editors = loaded.layers.map { YAMLEditor($0.source) { _ in [] } }
    for (key, value) in measured {
      let path: YAMLEditor.Path = key.split(separator: ".").map { .key(String($0)) }
      let place = editors.firstIndex { $0.node(at: path) != nil } ?? 0
      editors[place].say(value, at: path, insteadOf: Catalog[key].effectiveValue(loaded.profile))
    }
    let profile = loaded.profile.applying(measured.map { ProfileChange($0.key, $0.value.fieldValue) })
    let texts = editors.map(\.source.bytes)
    let layers = zip(loaded.layers, texts).map { Layer($1, name: $0.name, path: $0.path) }
    let reread = try? LoadedProfile(LayerChain(layers))
    guard reread?.profile == profile else { throw InexpressibleChange(profile, foundIn: reread?.profile) }
    return texts
  }
}

extension YAMLEditor {
  fileprivate mutating func say(_ value: MeasuredValue, at path: Path, insteadOf assumed: FieldValue?) {
    let before = node(at: path).map { source.text($0.range) } ?? "\(assumed?.text ?? "nothing") by default"
    set(path, to: .plain(value.written))
    guard let node = node(at: path), case .key(let key) = path.last else { return }
    let old = source.comment(behind: node.range)
    var comment = MeasuredComment(old.map(source.remark) ?? "")
    comment.say(value, of: key, inBraces: isInBraces(path), before: before)
    if let old {
      replace(old, with: "# \(comment.text)")
    } else {
      let end = source.lineEnd(from: node.range.upperBound)
      replace(end..<end, with: "  # \(comment.text)")
    }
  }

  /// Whether a key stands in a mapping in braces, where its line may hold other keys.
  func isInBraces(_ path: Path) -> Bool {
    guard case .mapping(_, let style) = node(at: path.dropLast())?.content else { return false }
    if case .flow = style { return true }
    return false
  }
}

extension ProfileFile {
  /// Writes what was measured into the files of a profile, each value with its evidence behind it.
  package static func save(
    _ calibration: Calibration, in loaded: LoadedProfile, telling hear: (SaveRemark) -> Void = { _ in }
  ) throws(SaveProblem) -> LoadedProfile {
    guard let path = loaded.path else { throw .noFile }
    let texts: [[UInt8]]
    do {
      texts = try ProfileText.edited(loaded, with: calibration.measured)
    } catch {
      throw .inexpressible(keys: error.keys)
    }
    return try write(texts, of: loaded, at: path, telling: hear)
  }
}
