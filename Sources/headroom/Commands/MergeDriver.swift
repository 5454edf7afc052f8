import ArgumentParser
import Files
import Glibc
import Typography

/// This program as what git calls to merge files of some patterns.
struct MergeDriver {
  let patterns: [String]

  /// Tells git, and says each thing that it does; what is there already stays as it is.
  func install() throws -> ExitCode {
    guard let root = Repository.root else {
      throw Failure(message: "headroom: no git repository is around this folder", code: ExitCode(65))
    }
    let settings = [
      ("merge.headroom.name", "Headroom profiles, key by key"),
      ("merge.headroom.driver", "\(Self.program) merge --in-place --marker-size %L --name %P -- %O %A %B"),
    ]
    for (key, value) in settings {
      let code = try Program.run("git", ["config", key, value])
      guard code == 0 else { return ExitCode(code) }
      try StandardOutput.print("git config \(key) \(ShellCommand.word(value))\n")
    }
    let missing = try AttributesFile.add(patterns.map { "\($0) merge=headroom" }, in: root)
    for line in missing { try StandardOutput.print(".gitattributes: \(line)\n") }
    try StandardOutput.print(
      missing.isEmpty
        ? ".gitattributes says so already.\n"
        : "Commit .gitattributes; git config is of this clone alone, so each clone runs this once.\n")
    return .success
  }

  /// The program by its name where a shell finds it, else by its path.
  private static var program: String {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    let isFound = folders.split(separator: ":").contains { access("\($0)/headroom", X_OK) == 0 }
    guard !isFound, let path = realpath("/proc/self/exe", nil) else { return "headroom" }
    defer { free(path) }
    return ShellCommand.word(String(cString: path))
  }
}
