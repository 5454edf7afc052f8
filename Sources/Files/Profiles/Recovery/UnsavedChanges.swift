internal import Glibc
package import Planning

/// The unsaved changes of a session on their way from the screen to the file of the profile, and those that earlier
/// sessions left.
///
/// They stay in files below the state folder until they are saved, or discarded by choice.
package struct UnsavedChanges: Sendable {
  /// What another session left, by the name of its file.
  package struct Left: Sendable {
    package let name: String
    package let changes: KeptChanges
  }

  private let folder: String?

  /// What this session has not saved, as it was written down last.
  private var own: (file: RecoveryFile, changes: KeptChanges)?

  /// What somebody chose to have replaced on the screen, and may still take back.
  private var setAside: [RecoveryFile] = []

  /// What was left behind, with all that it stands for.
  private var left: [String: [RecoveryFile]] = [:]

  /// What was put on the screen again and is not saved yet, with the keys that must be for that.
  private var restored: [(files: [RecoveryFile], keys: Set<String>)] = []

  package init(in stateFolder: String? = StateFolder.path) {
    folder = stateFolder.map { "\($0)/recovery" }
  }

  /// Writes down what makes the profile differ from what its file holds; nothing is there where nothing does.
  package mutating func keep(
    _ profile: Profile, of loaded: LoadedProfile, at secondsSince1970: Int
  ) throws(RecoveryProblem) {
    let difference = ProfileDifference(from: loaded.profile, to: profile)
    guard !difference.isEmpty else { return removeOwn() }
    let predecessors = restored.filter { $0.keys.isSubset(of: difference.paths) }.flatMap(\.files).map(\.name)
    let changes = KeptChanges(
      subject: loaded.subject, base: loaded.sha256,
      written: KeptChanges.moment(secondsSince1970: secondsSince1970), difference: difference,
      predecessors: predecessors)
    if let own, own.changes.says(changes) { return }
    guard let folder else { throw .noFolder }
    var file = own?.file ?? RecoveryFile(for: loaded.subject, in: folder)
    let bytes = Array(changes.text.utf8)
    guard (try? KeptChanges(bytes)) == changes else {
      throw .inexpressible(keys: difference.changes.map(\.path))
    }
    do throws(FileObstacle) {
      try StateFolder.create(folder)
      try file.write(bytes)
    } catch {
      throw .cannotWrite(folder, error)
    }
    own = (file, changes)
  }

  /// The changes were saved, or are not wanted: what was kept of them goes.
  package mutating func forget(_ difference: ProfileDifference) {
    removeOwn()
    restored.removeAll { files, keys in
      guard keys.isSubset(of: difference.paths) else { return false }
      files.forEach { $0.remove() }
      return true
    }
  }

  /// Another version takes the place of the changes on the screen: they stay until the session ends by choice.
  package mutating func putAside() {
    if let own { setAside.append(own.file) }
    own = nil
  }

  /// The session ends by choice with these changes on the screen: they go, and what was put aside goes too.
  package mutating func end(with difference: ProfileDifference) {
    forget(difference)
    setAside.forEach { $0.remove() }
    setAside = []
  }

  private mutating func removeOwn() {
    own?.file.remove()
    own = nil
  }
}

// What others left.
extension UnsavedChanges {
  /// Finds what dead sessions left of a profile, the newest first, and what cannot be read of it.
  ///
  /// Nobody else is offered them until they are let go of. What the profile holds already was saved, and goes.
  package mutating func find(of loaded: LoadedProfile) -> (left: [Left], problems: [RecoveryProblem]) {
    var (found, problems) = claim(of: loaded)
    // What another one stands for comes behind it, also where both are of the same second.
    let stoodFor = Set(found.flatMap(\.changes.predecessors))
    let age = { (each: (file: RecoveryFile, changes: KeptChanges)) in
      (stoodFor.contains(each.file.name) ? 0 : 1, each.changes.written, each.file.name)
    }
    found.sort { age($0) > age($1) }
    var offers: [Left] = []
    while !found.isEmpty {
      let newest = found.removeFirst()
      var files = [newest.file]
      var predecessors = Set(newest.changes.predecessors)
      while let index = found.firstIndex(where: { predecessors.contains($0.file.name) }) {
        predecessors.formUnion(found[index].changes.predecessors)
        files.append(found.remove(at: index).file)
      }
      if newest.changes.difference.holds(in: loaded.profile) {
        files.forEach { $0.remove() }
      } else {
        left[newest.file.name] = files
        offers.append(Left(name: newest.file.name, changes: newest.changes))
      }
    }
    return (offers, problems)
  }

  /// The changes are on the screen; their file goes once a save or the person has dealt with these keys.
  package mutating func restore(_ name: String, keys: Set<String>) {
    if let files = left.removeValue(forKey: name) { restored.append((files, keys)) }
  }

  /// The next start is to offer them again.
  package mutating func letGo(_ name: String) { left[name] = nil }

  package mutating func discard(_ name: String) {
    left.removeValue(forKey: name)?.forEach { $0.remove() }
  }

  private func claim(
    of loaded: LoadedProfile
  ) -> (found: [(file: RecoveryFile, changes: KeptChanges)], problems: [RecoveryProblem]) {
    guard let folder else { return ([], []) }
    var found: [(file: RecoveryFile, changes: KeptChanges)] = []
    var problems: [RecoveryProblem] = []
    do {
      let prefix = RecoveryFile.prefix(of: loaded.subject)
      // Those of earlier versions have no dash after the digits.
      let names = try StateFolder.names(in: folder).filter { $0.hasPrefix(prefix.dropLast()) }
      for name in names {
        let path = "\(folder)/\(name)"
        do throws(RecoveryProblem) {
          if let one = try Self.claim(path, of: loaded) { found.append(one) }
        } catch {
          problems.append(error)
        }
      }
    } catch {
      problems.append(.cannotRead(folder, error))
    }
    return (found, problems)
  }

  private static func claim(
    _ path: String, of loaded: LoadedProfile
  ) throws(RecoveryProblem) -> (file: RecoveryFile, changes: KeptChanges)? {
    let file: RecoveryFile
    let bytes: [UInt8]
    do throws(FileObstacle) {
      guard let left = try RecoveryFile(leftAt: path) else { return nil }
      file = left
      bytes = try left.bytes()
    } catch {
      throw .cannotRead(path, error)
    }
    do throws(KeptChangesFlaw) {
      let changes = try KeptChanges(bytes)
      guard changes.subject == loaded.subject else { throw .otherProfile(changes.subject) }
      return (file, changes)
    } catch {
      throw .wrong(path, error)
    }
  }
}

extension KeptChanges {
  /// Whether another one says the same, whenever it was written.
  fileprivate func says(_ other: KeptChanges) -> Bool {
    (subject, base, difference, predecessors)
      == (other.subject, other.base, other.difference, other.predecessors)
  }
}

/// Why unsaved changes are not kept, or cannot be found again.
package enum RecoveryProblem: Error, Hashable, Sendable {
  case noFolder
  case inexpressible(keys: [String])
  case cannotWrite(String, FileObstacle)
  case cannotRead(String, FileObstacle)
  case wrong(String, KeptChangesFlaw)
}
