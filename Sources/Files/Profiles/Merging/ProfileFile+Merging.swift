extension ProfileFile {
  /// Merges what two people made of one file; nil where one of the three is no profile.
  package static func merge(
    base: String, ours: String, theirs: String, markers: ConflictMarkers
  ) throws(InputFileError) -> ProfileMerge? {
    let (old, mine, other) = (try bytes(at: base), try bytes(at: ours), try bytes(at: theirs))
    guard isProfile(mine), isProfile(other), old.isEmpty || isProfile(old) else { return nil }
    return ProfileMerge(base: old, ours: mine, theirs: other, markers: markers)
  }

  /// Refuses a text that is no profile which can be planned with, as the file that it is to be written to.
  package static func check(_ text: [UInt8], at path: String) throws(Rejection) {
    let tree = ProfileTree(around: path)
    _ = try LoadedProfile(Layer(text, name: path, path: path.resolved ?? path), open: tree.open)
  }

  /// Replaces a file by another text.
  package static func replace(_ path: String, with text: [UInt8]) throws(SaveProblem) {
    guard let target = path.resolved else { throw .cannotWrite(path: path, .missing) }
    do throws(FileObstacle) {
      _ = try AtomicFile.replace(target, with: text) { _ in }
    } catch {
      throw .cannotWrite(path: path, error)
    }
  }

  /// Whether a text says that it is a profile, rightly written or not.
  private static func isProfile(_ bytes: [UInt8]) -> Bool {
    let format = Layer(bytes, name: "").entries?.first { $0.key == "format" }?.value.content
    guard case .scalar(let text, _) = format else { return false }
    return text.hasPrefix("headroom/")
  }

  private static func bytes(at path: String) throws(InputFileError) -> [UInt8] {
    do {
      return try InputFile.bytes(at: path, of: .profile)
    } catch {
      throw .cannotRead(path, error, .profile)
    }
  }
}
