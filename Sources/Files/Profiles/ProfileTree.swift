internal import Glibc

/// The folders that a profile may take other files from: its own with all below it, or its whole git repository.
struct ProfileTree {
  /// The outermost folder, with symbolic links followed.
  let root: String

  init(around path: String) {
    let folder = (path.resolved ?? path).folder
    root = Self.repository(around: folder) ?? folder
  }

  /// Reads the file that another one extends; nothing outside of the tree is touched.
  func open(_ reference: String, from layer: Layer) throws(BaseProblem) -> Layer {
    guard let origin = layer.path else { throw .noFolder }
    guard let first = reference.unicodeScalars.first, first != "/", first != "~" else { throw .notRelative }
    let path = Self.joined(origin.folder, reference)
    guard contains(path) else { throw .outside(root: root) }
    guard let resolved = path.resolved else { throw .cannotRead(FileObstacle(errno)) }
    guard contains(resolved) else { throw .outside(root: root) }
    do {
      let bytes = try InputFile.bytes(at: resolved, of: .profile)
      return Layer(bytes, name: Self.joined(layer.name.folder, reference), path: resolved)
    } catch {
      throw .cannotRead(error)
    }
  }

  private func contains(_ path: String) -> Bool {
    path.utf8.starts(with: (root == "/" ? root : root + "/").utf8)
  }

  static func repository(around folder: String) -> String? {
    sequence(first: folder) { $0 == "/" ? nil : $0.folder }.first {
      "\($0)/.git".withSystemPath { access($0, F_OK) } == 0
    }
  }

  /// A path in a folder, without the steps that lead nowhere: `a` and `../b` are `b`.
  private static func joined(_ folder: String, _ reference: String) -> String {
    var parts: [String] = []
    for part in folder.components + reference.components {
      switch part {
      case ".": continue
      case ".." where !parts.isEmpty && parts.last != "..": parts.removeLast()
      default: parts.append(part)
      }
    }
    return (folder.utf8.first == UInt8(ascii: "/") ? "/" : "") + parts.joined(separator: "/")
  }
}
