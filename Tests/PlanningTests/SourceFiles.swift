import Foundation

/// The names of the project's source files: each idea is to be found by its name.
enum SourceFiles {
  static func names(in folder: String) -> [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: path(folder))
    return files ?? []
  }

  static func text(of file: String) throws -> String {
    try String(contentsOf: URL(filePath: path(file)), encoding: .utf8)
  }

  private static func path(_ path: String) -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    return root.appending(path: path).standardized.path(percentEncoded: false)
  }
}
