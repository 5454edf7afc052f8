package import Planning

/// Where a value goes that stands in a file which the profile extends.
package enum SaveTarget: Hashable, Sendable {
  /// Into that file, where it changes every profile that extends it.
  case whereItStands

  /// Into the profile itself, where it replaces the other one.
  case profileItself
}

/// Why a profile was not saved; every file is as it was.
package enum SaveProblem: Error, Sendable {
  /// The profile comes from no file.
  case noFile

  /// Somebody changed the file since it was read; the profile that is there now, if it is one.
  case changedOnDisk(path: String, LoadedProfile?)
  case alreadyExists(path: String)
  case inexpressible(keys: [String])
  case cannotWrite(path: String, FileObstacle)
}

extension ProfileFile {
  /// Writes the changed values of a profile into the files that it was read from, and reads those again.
  ///
  /// Everything else in the files stays byte for byte. A file that changed since it was read is left alone, unless
  /// `overTheirs` is asked for: then the values go into what somebody else made of it.
  package static func save(
    _ profile: Profile, in loaded: LoadedProfile, target: SaveTarget = .whereItStands,
    overTheirs: Bool = false, telling hear: (SaveRemark) -> Void = { _ in }
  ) throws(SaveProblem) -> LoadedProfile {
    guard let path = loaded.path else { throw .noFile }
    let base = overTheirs ? (try? read(path)) ?? (try? reread(basesOf: loaded)) ?? loaded : loaded
    let texts = try edited(base, to: profile, target: target)
    return try write(texts, of: base, at: path, overTheirs: overTheirs, telling: hear)
  }

  /// Writes the texts of the layers of a profile that differ from what they were, and reads the profile again.
  static func write(
    _ texts: [[UInt8]], of base: LoadedProfile, at path: String, overTheirs: Bool = false,
    telling hear: (SaveRemark) -> Void
  ) throws(SaveProblem) -> LoadedProfile {
    let changes = zip(base.layers, texts).reversed().filter { layer, text in
      text != (overTheirs ? layer.currentBytes : layer.source.bytes)
    }
    // Of several files, none is written before all of them can be.
    for (layer, text) in changes where changes.count > 1 {
      try rehearse(layer, with: text, over: overTheirs, path: path)
    }
    for (layer, text) in changes {
      try replace(layer, with: text, over: overTheirs, path: path, telling: hear)
    }
    return try reread(path)
  }

  /// Writes a profile, with the comments and the order of the file that it was read from, to another file.
  package static func save(
    _ profile: Profile, from loaded: LoadedProfile, as path: String, over: Bool = false,
    telling hear: (SaveRemark) -> Void = { _ in }
  ) throws(SaveProblem) -> LoadedProfile {
    // Where a profile is asked for, its bare name would mean standard input.
    let path = path == standardInput ? "./\(path)" : path
    try write(standalone(loaded, saying: profile, at: path), to: path, over: over, telling: hear)
    return try reread(path)
  }

  /// Writes a new profile to a file.
  package static func create(
    _ draft: ProfileDraft, at path: String, over: Bool = false, telling hear: (SaveRemark) -> Void = { _ in }
  ) throws(SaveProblem) {
    try write(Array(draft.text.utf8), to: path, over: over, telling: hear)
  }

  private static func write(
    _ text: [UInt8], to path: String, over: Bool, telling hear: AtomicFile.Hearer
  ) throws(SaveProblem) {
    let isWritten: Bool
    do {
      isWritten =
        switch path.resolved {
        case let target? where over: try AtomicFile.replace(target, with: text, telling: hear)
        case .some: false
        case nil: try AtomicFile.create(path.chainOfLinks.last ?? path, with: text, telling: hear)
        }
    } catch {
      throw .cannotWrite(path: path, error)
    }
    guard isWritten else { throw .alreadyExists(path: path) }
  }

  /// A profile that extends others stands on its own in another folder, where it could not find them, and in the place
  /// of one of them, which it would take away from itself.
  private static func standalone(
    _ loaded: LoadedProfile, saying profile: Profile, at path: String
  ) throws(SaveProblem) -> [UInt8] {
    let home = loaded.layers[0].path?.folder
    let isAtHome = path.folder.resolved.map { home?.isSpelled(like: $0) == true } == true
    let bases = loaded.layers.dropFirst()
    let replacesBase = bases.contains { $0.path.map { OutputFile.isSame($0, path) } == true }
    if bases.isEmpty || isAtHome && !replacesBase {
      return try edited(loaded, to: profile, target: .profileItself)[0]
    }
    do {
      return try ProfileText.complete(profile)
    } catch {
      throw .inexpressible(keys: error.keys)
    }
  }

  private static func edited(
    _ loaded: LoadedProfile, to profile: Profile, target: SaveTarget
  ) throws(SaveProblem) -> [[UInt8]] {
    do {
      return try ProfileText.edited(loaded, to: profile, target: target)
    } catch {
      throw .inexpressible(keys: error.keys)
    }
  }

  /// Tries all of a replacement but the replacement.
  private static func rehearse(
    _ layer: Layer, with text: [UInt8], over: Bool, path: String
  ) throws(SaveProblem) {
    guard let target = layer.path else { throw .noFile }
    let isThere: Bool
    do throws(FileObstacle) {
      let draft = try Draft(in: target.folder)
      defer { draft.discard() }
      try draft.write(text)
      let original = try Original.at(target, mayBeGone: true)
      defer { original?.close() }
      isThere = original?.holds(over ? nil : layer.source.bytes) ?? over
    } catch {
      throw .cannotWrite(path: layer.name, error)
    }
    guard isThere else { throw .changedOnDisk(path: layer.name, try? read(path)) }
  }

  /// Replaces one file of the profile at `path`, if it is still what was read or `over` is asked for.
  private static func replace(
    _ layer: Layer, with text: [UInt8], over: Bool, path: String, telling hear: AtomicFile.Hearer
  ) throws(SaveProblem) {
    guard let target = layer.path else { throw .noFile }
    let isReplaced: Bool
    do throws(FileObstacle) {
      if target.resolved == nil {
        isReplaced = over ? try AtomicFile.create(target, with: text, telling: hear) : false
      } else {
        let expected = over ? nil : layer.source.bytes
        isReplaced = try AtomicFile.replace(target, with: text, ifStill: expected, telling: hear)
      }
    } catch {
      throw .cannotWrite(path: layer.name, error)
    }
    guard isReplaced else { throw .changedOnDisk(path: layer.name, try? read(path)) }
  }

  /// A profile whose own file is gone or wrong, with what the files that it extends hold now.
  private static func reread(basesOf loaded: LoadedProfile) throws(Rejection) -> LoadedProfile {
    let bases = loaded.layers.dropFirst().map { layer in
      layer.currentBytes.map { Layer($0, name: layer.name, path: layer.path) } ?? layer
    }
    return try LoadedProfile(LayerChain(loaded.layers.prefix(1) + bases))
  }

  private static func reread(_ path: String) throws(SaveProblem) -> LoadedProfile {
    do {
      return try read(path)
    } catch {
      throw .changedOnDisk(path: path, nil)
    }
  }
}

extension Layer {
  /// What the file holds now; nil where it cannot be read.
  fileprivate var currentBytes: [UInt8]? {
    path.flatMap { try? InputFile.bytes(at: $0, of: .profile) }
  }
}
