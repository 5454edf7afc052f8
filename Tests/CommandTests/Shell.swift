import Foundation
import Harness

/// Runs a script in a folder of its own, which is gone afterwards; `headroom` is the program of this package, and a
/// profile stands in `fleet.yaml`.
func shell(_ script: String) async throws -> Outcome {
  let profile = try await fleet.value
  let folder = URL.temporaryDirectory.appending(path: "headroom-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try Data(profile).write(to: folder.appending(path: "fleet.yaml"))
  let program = URL(filePath: Program.headroom.path).deletingLastPathComponent().path
  let start = "set -eu; PATH='\(program)':$PATH\n"
  return try await Program(path: "sh").run("-c", start + script, in: folder)
}

/// What `headroom init --yes` writes, asked once for all scripts.
private let fleet = Task {
  let outcome = try await Program.headroom.run("init", "--yes")
  guard outcome.ending == .exit(0), !outcome.outputBytes.isEmpty else { throw NoFleet(error: outcome.error) }
  return outcome.outputBytes
}

private struct NoFleet: Error { let error: String }

/// Runs a script as `shell` does, where it may mount what it likes without anybody else seeing that.
func shellThatMounts(_ script: String) async throws -> Outcome {
  let inner = script.replacing("'", with: #"'\''"#)
  return try await shell("unshare \(geteuid() == 0 ? "" : "--map-root-user ")--mount sh -euc '\(inner)'")
}

/// Whether a program can be run here.
func isInstalled(_ name: String) -> Bool {
  let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
  return path.split(separator: ":").contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
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
