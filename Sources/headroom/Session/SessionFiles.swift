import Dashboard
import Glibc
import Planning
import ProfileFiles

/// The files behind a session: the profile that was read, and the changes that outlive it.
struct SessionFiles {
  private var file: LoadedProfile

  /// Why unsaved changes could not be kept when the session had to end.
  private(set) var unkept: SaveProblem?

  init(file: LoadedProfile) { self.file = file }

  /// Changes that an earlier session had to leave unsaved, if they still are.
  var recovered: Message? {
    guard let profile = recovery.kept(), profile != file.profile else { return nil }
    return .found(recovery: profile)
  }

  /// Does what the dashboard asks of files, and says what came of it.
  mutating func perform(_ effect: Effect) -> Message? {
    switch effect {
    case .save(let profile, let place, let over):
      save { file, hear throws(SaveProblem) in
        try ProfileFile.save(profile, in: file, target: SaveTarget(place), overTheirs: over, telling: hear)
      }
    case .saveAs(let profile, let path, let over):
      save { file, hear throws(SaveProblem) in
        try ProfileFile.save(profile, from: file, as: path, over: over, telling: hear)
      }
    case .reload: reload()
    case .write(let text, let path): write(text, to: path)
    case .keep(let profile): keep(profile)
    case .forgetRecovery: forget()
    case .copy, .redraw, .suspend, .quit: nil
    }
  }

  private var recovery: RecoveryFile { RecoveryFile(of: file) }

  private mutating func save(
    _ write: (LoadedProfile, _ hear: (SaveRemark) -> Void) throws(SaveProblem) -> LoadedProfile
  ) -> Message {
    do {
      let before = recovery
      var remarks: [String] = []
      file = try write(file) { remarks.append("\($0)") }
      before.forget()
      return .saved(Document(file), remark: remarks.isEmpty ? nil : remarks.joined(separator: "; "))
    } catch .changedOnDisk(_, let theirs) {
      return .changedOnDisk(theirs.map { Document($0) })
    } catch .alreadyExists(let path) {
      return .alreadyExists(path: path)
    } catch {
      return .failed("\(error)")
    }
  }

  private mutating func reload() -> Message {
    guard let path = file.path else { return .failed("there is no file to read again") }
    do {
      file = try ProfileFile.read(path)
      return .reloaded(Document(file))
    } catch {
      return .failed(error.reasonFirst)
    }
  }

  /// Writes a new file: what is there already may be anybody's.
  private func write(_ text: String, to path: String) -> Message {
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

  /// Nobody looks at the screen any more: a failure is told once the terminal is given back.
  private mutating func keep(_ profile: Profile) -> Message? {
    do {
      try recovery.keep(profile)
    } catch {
      unkept = error
    }
    return nil
  }

  private func forget() -> Message? {
    recovery.forget()
    return nil
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
