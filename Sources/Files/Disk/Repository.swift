/// The git repository around the current folder.
package enum Repository {
  /// Its outermost folder; nil outside of any.
  package static var root: String? {
    ".".resolved.flatMap(ProfileTree.repository(around:))
  }
}

/// The file that tells git how files of some patterns are merged.
package enum AttributesFile {
  /// Adds lines that it does not have yet, and returns those.
  package static func add(_ lines: [String], in folder: String) throws(SaveProblem) -> [String] {
    let path = "\(folder)/.gitattributes"
    var bytes: [UInt8] = []
    let target = path.resolved
    if target != nil {
      do { bytes = try InputFile.bytes(at: path, of: .profile) } catch {
        throw .cannotWrite(path: path, error)
      }
    }
    let present = Set(
      String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init))
    let missing = lines.filter { !present.contains($0) }
    guard !missing.isEmpty else { return [] }
    if let last = bytes.last, !last.isLineEnd { bytes.append(.lineFeed) }
    bytes += Array((missing.joined(separator: "\n") + "\n").utf8)
    do throws(FileObstacle) {
      if let target {
        _ = try AtomicFile.replace(target, with: bytes) { _ in }
      } else {
        _ = try AtomicFile.create(path, with: bytes) { _ in }
      }
    } catch {
      throw .cannotWrite(path: path, error)
    }
    return missing
  }
}
