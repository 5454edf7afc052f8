/// Files of profiles, as the operating system has them.
package enum ProfileFile {
  /// What stands for standard input where a path is asked for.
  package static let standardInput = "-"

  /// Reads the profile at a path with those that it extends, or from standard input for `-`.
  package static func read(_ path: String) throws(InputFileError) -> LoadedProfile {
    guard path == standardInput else {
      return try InputFile.read(path, as: .profile) { bytes throws(Rejection) in try load(bytes, path: path) }
    }
    return try InputFile.readStandardInput(as: .profile) { bytes throws(Rejection) in
      try LoadedProfile(bytes, name: InputFile.standardInputName)
    }
  }

  /// Reads a profile from the bytes of a file, and what it extends from the files around it.
  private static func load(_ bytes: [UInt8], path: String) throws(Rejection) -> LoadedProfile {
    let tree = ProfileTree(around: path)
    return try LoadedProfile(Layer(bytes, name: path, path: path.resolved ?? path), open: tree.open)
  }
}

extension LoadedProfile {
  /// Whether a path, however it is spelled, leads to the very file that was read.
  package func isFile(at path: String) -> Bool { layers[0].path.map { $0 == path.resolved } ?? false }
}
