import Dashboard
import ProfileFiles

/// The file behind a session: what was read, and what may be written over.
struct SessionFiles {
  private var file: LoadedProfile

  init(file: LoadedProfile) { self.file = file }

  /// Does what the dashboard asks of files, and says what came of it.
  mutating func perform(_ effect: Effect) -> Message? {
    switch effect {
    case .reload: reload()
    case .save, .saveAs, .write: .failed("saving is not there yet")
    case .keep, .forgetRecovery, .copy, .redraw, .suspend, .quit: nil
    }
  }

  private mutating func reload() -> Message {
    guard let path = file.path else { return .failed("there is no file to read again") }
    do {
      file = try ProfileFile.read(path)
      return .reloaded(Document(file))
    } catch {
      return .failed(String(describing: error))
    }
  }
}

extension Document {
  init(_ file: LoadedProfile) {
    self.init(profile: file.profile, provenance: file.provenance, path: file.path)
  }
}
