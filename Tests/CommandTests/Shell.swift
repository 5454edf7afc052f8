import Foundation
import Harness

/// Runs a script in a folder of its own, which is gone afterwards; `headroom` is the program of this package, and a
/// profile stands in `fleet.yaml`.
func shell(_ script: String) async throws -> Outcome {
  let folder = URL.temporaryDirectory.appending(path: "headroom-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let program = URL(filePath: Program.headroom.path).deletingLastPathComponent().path
  let start = "set -eu; PATH='\(program)':$PATH; headroom init fleet.yaml --yes 2>/dev/null\n"
  return try await Program(path: "sh").run("-c", start + script, in: folder)
}

/// Runs a script as `shell` does, where it may mount what it likes without anybody else seeing that.
func shellThatMounts(_ script: String) async throws -> Outcome {
  let inner = script.replacing("'", with: #"'\''"#)
  return try await shell("unshare \(geteuid() == 0 ? "" : "--map-root-user ")--mount sh -euc '\(inner)'")
}

/// Whether this machine lets tests mount anything.
let canMount: Bool = {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["unshare"] + (geteuid() == 0 ? [] : ["--map-root-user"]) + ["--mount", "true"]
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return false }
  process.waitUntilExit()
  return process.terminationStatus == 0
}()
