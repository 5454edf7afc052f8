import Canvas
import Dashboard
import Files
import Glibc
import Planning

/// The files behind a session: the profile that was read, and the changes that outlive it.
struct SessionFiles {
  private(set) var file: LoadedProfile
  private var unsaved = UnsavedChanges()

  /// Why unsaved changes could not be kept.
  private(set) var unkept: RecoveryProblem?

  init(file: LoadedProfile) { self.file = file }

  /// Changes that earlier sessions left unsaved.
  mutating func find() -> Message? {
    let (left, problems) = unsaved.find(of: file)
    guard !left.isEmpty || !problems.isEmpty else { return nil }
    return .found(left.map { Recovery($0, over: file) }, unreadable: problems.map { "\($0)" })
  }

  /// Does what the dashboard asks of files, and says what came of it.
  mutating func perform(_ effect: Effect) -> Message? {
    switch effect {
    case .save(let profile, let place, let over):
      save(profile) { file, hear throws(SaveProblem) in
        try ProfileFile.save(profile, in: file, target: SaveTarget(place), overTheirs: over, telling: hear)
      }
    case .saveAs(let profile, let path, let over):
      save(profile) { file, hear throws(SaveProblem) in
        // Whoever names the file that was read saves in place, with an eye on what others did to it.
        file.isFile(at: path) && !over
          ? try ProfileFile.save(profile, in: file, target: .profileItself, telling: hear)
          : try ProfileFile.save(profile, from: file, as: path, over: over, telling: hear)
      }
    case .reload: read { .reloaded($0) }
    case .readToMerge: read { .readToMerge($0) }
    case .keep(let profile): keep(profile)
    case .discard(let profile): discard(profile)
    case .settle(let recovery, let fate): settle(recovery.name, fate)
    case .remember(let theme):
      RememberedWord("theme").set(theme.rawValue)
        ? nil : .failed("the theme cannot be kept for the next start")
    case .copy, .redraw, .suspend, .quit, .editFile, .export, .capture: nil
    }
  }

  /// What the file holds now, where somebody changed it; nothing where it is what was read.
  ///
  /// Where nothing is unsaved it is adopted: further saves begin with what is there.
  mutating func lookAgain(adopting: Bool) -> Message? {
    guard let path = file.path else { return nil }
    do {
      let now = try ProfileFile.read(path)
      guard !now.isSame(as: file) else { return nil }
      if adopting { file = now }
      return .changedBeside(Document(now))
    } catch {
      return .changedBeside(nil, reason: error.reasonFirst)
    }
  }

  /// What an editor has left in the file.
  mutating func readEdited() -> Message {
    guard let path = file.path else { return .failed("there is no file to read again") }
    do {
      file = try ProfileFile.read(path)
      return .edited(Document(file))
    } catch {
      return .failed("what was read before stays, since the file is wrong now: \(error.reasonFirst)")
    }
  }

  private mutating func save(
    _ profile: Profile,
    _ write: (LoadedProfile, _ hear: (SaveRemark) -> Void) throws(SaveProblem) -> LoadedProfile
  ) -> Message {
    do {
      let saved = ProfileDifference(from: file.profile, to: profile)
      var remarks: [String] = []
      file = try write(file) { remarks.append("\($0)") }
      unsaved.forget(saved)
      unkept = nil
      return .saved(Document(file), remark: remarks.isEmpty ? nil : remarks.joined(separator: "; "))
    } catch .changedOnDisk(_, let theirs) {
      return .changedOnDisk(theirs.map { Document($0) })
    } catch .alreadyExists(let path) {
      return .alreadyExists(path: path)
    } catch {
      return .failed("\(error)")
    }
  }

  private mutating func read(_ message: (Document) -> Message) -> Message {
    guard let path = file.path else { return .failed("there is no file to read again") }
    do {
      file = try ProfileFile.read(path)
      unsaved.putAside()
      return message(Document(file))
    } catch {
      return .failed(error.reasonFirst)
    }
  }

  /// Writes a new file: what is there already may be anybody's.
  func write(_ text: String, to path: String) -> Message {
    guard access(path, F_OK) != 0 else {
      return .failed("already exists, choose another name: \(path.quotedPath)")
    }
    do throws(OutputFileError) {
      try OutputFile.write(text, to: path)
      return .did("wrote \(path.quotedPath)")
    } catch {
      switch error {
      case .cannotCreate(let path, let reason), .cannotWrite(let path, let reason):
        return .failed("cannot write: \(reason): \(path.quotedPath)")
      }
    }
  }

  private mutating func keep(_ profile: Profile) -> Message {
    do {
      try unsaved.keep(profile, of: file, at: time(nil))
      unkept = nil
    } catch {
      unkept = error
    }
    return .kept(failure: unkept.map { "\($0)" })
  }

  private mutating func discard(_ profile: Profile) -> Message? {
    unsaved.end(with: ProfileDifference(from: file.profile, to: profile))
    return nil
  }

  private mutating func settle(_ name: String, _ fate: Recovery.Fate) -> Message? {
    switch fate {
    case .restored(let keys): unsaved.restore(name, keys: keys)
    case .later: unsaved.letGo(name)
    case .discarded: unsaved.discard(name)
    }
    return nil
  }
}

extension LoadedProfile {
  /// Whether the profile and all that it extends are, to the byte, what the other was read from.
  fileprivate func isSame(as other: LoadedProfile) -> Bool {
    sha256 == other.sha256 && profile == other.profile
  }
}

extension Recovery {
  init(_ left: UnsavedChanges.Left, over file: LoadedProfile) {
    self.init(
      name: left.name, written: left.changes.writtenText, difference: left.changes.difference,
      isOnSameFile: left.changes.base == file.sha256)
  }
}

extension Document {
  init(_ file: LoadedProfile) {
    self.init(profile: file.profile, provenance: file.provenance, path: file.path, name: file.name)
  }
}

extension SaveTarget {
  init(_ place: SavePlace) {
    switch place {
    case .whereItStands: self = .whereItStands
    case .profileItself: self = .profileItself
    }
  }
}
