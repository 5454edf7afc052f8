internal import Glibc

/// A file that a report is written to.
package enum OutputFile {
  /// What writes a text piece by piece.
  package typealias Body = (_ write: (String) throws(OutputFileError) -> Void) throws(OutputFileError) -> Void

  /// Writes a text to a path, creating the file or replacing what it held; a device takes it as it comes.
  ///
  /// - Returns: what could not be kept of the file that was there.
  @discardableResult
  package static func write(_ text: String, to path: String) throws(OutputFileError) -> [SaveRemark] {
    try stream(to: path) { write throws(OutputFileError) in try write(text) }
  }

  /// Opens a path as `write` does, for as many pieces as the body writes.
  ///
  /// A file is written beside the one that was there, which stays whole until all is written, and stays for good where
  /// `mayReplace` then says no.
  @discardableResult
  package static func stream(
    to path: String, while mayReplace: () -> Bool = { true }, _ body: Body
  ) throws(OutputFileError) -> [SaveRemark] {
    switch OutputPlace(path) {
    case .stream(let descriptor):
      try stream(to: path, descriptor: descriptor, body)
      return []
    case .refused(let obstacle): throw .cannotCreate(path, obstacle.text)
    case .newFile(let target): return try replace(nil, at: target, for: path, mayReplace, body)
    case .file(let target):
      guard target.withSystemPath({ access($0, W_OK) }) == 0 else {
        throw .cannotCreate(path, FileObstacle(errno).text)
      }
      return try replace(target, at: target, for: path, mayReplace, body)
    }
  }

  /// Whether two paths lead to the same file, or to the same place for one.
  package static func isSame(_ one: String, _ other: String) -> Bool {
    if let file = FileIdentity(at: one) { return file == FileIdentity(at: other) }
    let places = [one, other].map { path -> String in
      let target = path.chainOfLinks.last ?? path
      return "\(target.folder.resolved ?? target.folder)/\(target.lastComponent)"
    }
    return places[0].isSpelled(like: places[1]) && FileIdentity.named(places[0]) == nil
  }

  /// Writes all of a text to an open descriptor.
  ///
  /// - Returns: nil when everything was written, else the system's reason.
  package static func writeAll(_ text: String, to descriptor: Int32) -> String? {
    var text = text
    let error = text.withUTF8 { Descriptor.writeAll(UnsafeRawBufferPointer($0), to: descriptor) }
    return error == 0 ? nil : FileObstacle(error).text
  }

  private static func stream(to path: String, descriptor: Int32, _ body: Body) throws(OutputFileError) {
    do throws(OutputFileError) {
      try body { text throws(OutputFileError) in
        if let reason = writeAll(text, to: descriptor) { throw .cannotWrite(path, reason) }
      }
    } catch {
      close(descriptor)
      throw error
    }
    // Some file systems tell only now that there was no room.
    guard close(descriptor) == 0 else { throw .cannotWrite(path, FileObstacle(errno).text) }
  }

  private static func replace(
    _ old: String?, at target: String, for path: String, _ mayReplace: () -> Bool, _ body: Body
  ) throws(OutputFileError) -> [SaveRemark] {
    var draft: Draft
    do throws(FileObstacle) {
      draft = try Draft(in: target.folder, mode: old == nil ? 0o666 : 0o600)
    } catch .folderForbidden where old != nil {
      // The file may be written all the same, if not beside.
      let descriptor = target.withSystemPath { open($0, O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOCTTY) }
      guard descriptor >= 0 else { throw .cannotCreate(path, FileObstacle(errno).text) }
      try stream(to: path, descriptor: descriptor, body)
      return []
    } catch {
      throw .cannotCreate(path, error.text)
    }
    defer { draft.discard() }
    try body { text throws(OutputFileError) in
      if let reason = writeAll(text, to: draft.descriptor) { throw .cannotWrite(path, reason) }
    }
    guard mayReplace() else { return [] }
    var remarks: [SaveRemark] = []
    do throws(FileObstacle) {
      if old == nil, try AtomicFile.create(target, with: &draft, telling: { remarks.append($0) }) {
        return remarks
      }
      _ = try AtomicFile.replace(target, with: &draft, telling: { remarks.append($0) })
    } catch {
      throw .cannotWrite(path, error.text)
    }
    return remarks
  }
}

/// Why a report could not be written, with the system's reason.
package enum OutputFileError: Error, Hashable, Sendable {
  case cannotCreate(String, String)
  case cannotWrite(String, String)
}
