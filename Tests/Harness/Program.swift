package import Foundation
import Subprocess
import SystemPackage

/// A program that tests run as a user would: as a process of its own, in an environment that the test states.
package struct Program: Sendable {
  /// The program of this package, as just built for the tests: it stands beside the test program itself.
  package static let headroom = Program(
    path: Bundle.main.bundleURL.appendingPathComponent("headroom").path)

  /// Where it stands, or its name alone if it is looked up in `PATH`.
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// Runs it to its end. It never sees a terminal: standard input is a pipe that holds `input` and then ends.
  ///
  /// - Throws: when it cannot be started, or writes more than 64 MiB to one stream.
  package func run(
    _ arguments: String..., input: some Sequence<UInt8> & Sendable = [], environment: [String: String] = [:],
    in folder: URL = FileManager.default.temporaryDirectory
  ) async throws -> Outcome {
    try await run(arguments, input: input, environment: environment, in: folder)
  }

  /// Runs it as above, with arguments that are made elsewhere.
  package func run(
    _ arguments: [String], input: some Sequence<UInt8> & Sendable = [], environment: [String: String] = [:],
    in folder: URL = FileManager.default.temporaryDirectory
  ) async throws -> Outcome {
    Self.survivesClosedPipes
    let result = try await Subprocess.run(
      path.contains("/") ? .path(FilePath(path)) : .name(path),
      arguments: Arguments(arguments),
      environment: .custom(Self.environment(with: environment)),
      workingDirectory: FilePath(folder.path),
      input: .inputWriter,
      output: .bytes(limit: Self.outputLimit),
      error: .bytes(limit: Self.outputLimit)
    ) { process in
      // It may well end, or close its input, before it has read everything: that is for the test to judge.
      _ = try? await process.standardInputWriter.write(Array(input))
      try await process.standardInputWriter.finish()
    }
    let ending: Outcome.Ending =
      switch result.terminationStatus {
      case .exited(let code): .exit(code)
      case .signaled(let signal): .signal(signal)
      }
    return Outcome(
      ending: ending, outputBytes: result.standardOutput, errorBytes: result.standardError)
  }

  /// Keeps the tests alive when a program ends without reading its input. A handler and not `SIG_IGN`, which programs would
  /// inherit.
  private static let survivesClosedPipes: Void = { _ = signal(SIGPIPE) { _ in } }()

  private static let outputLimit = 64 << 20

  /// What every run sees, whatever the machine's own environment holds: a way to find programs and libraries, UTF-8, and
  /// no home to read from or write to.
  private static func environment(with changes: [String: String]) -> [Environment.Key: String] {
    let machine = ProcessInfo.processInfo.environment.filter { ["PATH", "LD_LIBRARY_PATH"].contains($0.key) }
    let stated = ["LANG": "C.UTF-8", "HOME": "/nonexistent"].merging(changes) { $1 }
    let all = machine.merging(stated) { $1 }
    return Dictionary(uniqueKeysWithValues: all.map { (Environment.Key(stringLiteral: $0.key), $0.value) })
  }
}

/// What a finished program leaves behind.
package struct Outcome: Sendable {
  package enum Ending: Hashable, Sendable {
    case exit(Int32)
    case signal(Int32)
  }

  package let ending: Ending
  package let outputBytes: [UInt8]
  package let errorBytes: [UInt8]

  package var output: String { String(decoding: outputBytes, as: UTF8.self) }
  package var error: String { String(decoding: errorBytes, as: UTF8.self) }
}
