import ArgumentParser
import Files

/// Why a command ends before its work is done: what people read on standard error, and the exit code that goes with it.
struct Failure: Error {
  let message: String
  let code: ExitCode

  static func usage(_ message: String) -> Failure { Failure(message: message, code: ExitCode(64)) }
  static func wrongInput(_ message: String) -> Failure { Failure(message: message, code: ExitCode(65)) }
  static func noInput(_ message: String) -> Failure { Failure(message: message, code: ExitCode(66)) }
  static func cannotCreate(_ message: String) -> Failure { Failure(message: message, code: ExitCode(73)) }
  static func cannotWrite(_ message: String) -> Failure { Failure(message: message, code: ExitCode(74)) }
}

/// A command whose failures are told on standard error.
protocol HeadroomCommand: ParsableCommand {
  /// Does the work; returns the exit code of a command that ran to its end.
  func perform() throws -> ExitCode
}

extension HeadroomCommand {
  func run() throws {
    try Failure.told(perform)
  }
}

extension Failure {
  /// Does the work of a command, and ends it with its exit code; a failure is told on standard error.
  static func told(_ perform: () throws -> ExitCode) throws {
    try end(Result(catching: perform))
  }

  static func told(_ perform: () async throws -> ExitCode) async throws {
    let result: Result<ExitCode, any Error>
    do {
      result = .success(try await perform())
    } catch {
      result = .failure(error)
    }
    try end(result)
  }

  private static func end(_ result: Result<ExitCode, any Error>) throws {
    var code = ExitCode.success
    do {
      code = try result.get()
    } catch let failure as Failure {
      StandardError.write(failure.message)
      code = failure.code
    }
    if code != .success { throw code }
  }
}

extension Failure {
  init(_ error: SaveProblem) {
    let message = "headroom: \(error)"
    switch error {
    case .cannotWrite(_, .system), .cannotWrite(_, .torn): self = .cannotWrite(message)
    default: self = .cannotCreate(message)
    }
  }

  init(_ error: OutputFileError) {
    switch error {
    case .cannotCreate(let path, let reason):
      self = .cannotCreate("headroom: cannot create \(path.quotedPath): \(reason)")
    case .cannotWrite(let path, let reason):
      self = .cannotWrite("headroom: cannot write \(path.quotedPath): \(reason)")
    }
  }
}
