/// Files of profiles, as the operating system has them.
package enum ProfileFile {
  /// What stands for standard input where a path is asked for.
  package static let standardInput = "-"

  /// Reads the profile at a path with those that it extends, or from standard input for `-`.
  package static func read(_ path: String) throws(ProfileFileError) -> LoadedProfile {
    let isInput = path == standardInput
    let name = isInput ? "<stdin>" : path
    let limit = Layer.sizeLimit + 1
    let bytes: [UInt8]
    do {
      bytes = try isInput ? InputFile.standardInput(limit: limit) : InputFile.bytes(at: path, limit: limit)
    } catch {
      throw .cannotRead(name, error)
    }
    do {
      return try isInput ? LoadedProfile(bytes, name: name) : load(bytes, path: path)
    } catch {
      throw .wrong(error)
    }
  }

  /// Reads a profile from the bytes of a file, and what it extends from the files around it.
  private static func load(_ bytes: [UInt8], path: String) throws(ProfileRejection) -> LoadedProfile {
    let tree = ProfileTree(around: path)
    return try LoadedProfile(Layer(bytes, name: path, path: path.resolved ?? path), open: tree.open)
  }
}

extension LoadedProfile {
  /// Whether a path, however it is spelled, leads to the very file that was read.
  package func isFile(at path: String) -> Bool { layers[0].path.map { $0 == path.resolved } ?? false }
}

/// Why there is no profile to work with.
package enum ProfileFileError: Error, Hashable, Sendable {
  case cannotRead(String, FileObstacle)
  case wrong(ProfileRejection)
}
