internal import Glibc

enum Folder {
  /// The names of all that is in a folder, but itself and the one around it.
  static func names(in path: String) throws(FileObstacle) -> [String] {
    guard let folder = path.withSystemPath({ opendir($0) }) else { throw FileObstacle(errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(systemPath: $0.prefix { $0 != 0 }) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
