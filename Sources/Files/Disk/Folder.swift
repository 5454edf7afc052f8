internal import Glibc

enum Folder {
  /// The names of all that is in a folder, but itself and the one around it.
  static func names(in path: String) throws(FileObstacle) -> [String] {
    guard let folder = path.withSystemPath({ opendir($0) }) else { throw FileObstacle(errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      // Where it lies: an entry ends with its name, and a copy of the field would reach beyond it.
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: 256) { start in
          String(systemPath: UnsafeRawBufferPointer(start: start, count: strlen(start)))
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
