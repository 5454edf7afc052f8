import Foundation

/// The names of the project's source files: each idea is to be found by its name.
enum SourceFiles {
  static func names(in folder: String) -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: folder).standardized.path(percentEncoded: false))
    return files ?? []
  }
}
