import ArgumentParser
import Files

struct ValidateCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Tell every mistake in every profile and price file, each with its line and column.",
    discussion: """
      EXAMPLES:
        headroom validate fleet.yaml
        headroom validate Profiles/*.yaml
        git show :fleet.yaml | headroom validate -

      Ends with 0 if all are right, 65 if one is wrong, 66 if one cannot be read.
      """)

  @Argument(
    help: ArgumentHelp(
      "Profiles and price files, or - for a profile from standard input.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var files: [FileNames]

  func perform() throws -> ExitCode {
    var worst = ExitCode.success
    try StandardOutput.stream { write throws(OutputFileError) in
      try FilesInOrder.forEach(files.paths, do: verdict) { verdict throws(OutputFileError) in
        try write(verdict.text + "\n")
        if verdict.code.rawValue > worst.rawValue { worst = verdict.code }
      }
    }
    return worst
  }

  @Sendable private func verdict(on path: String) -> (text: String, code: ExitCode) {
    do throws(InputFileError) {
      try Self.check(path)
      return ("\(path == ProfileFile.standardInput ? "<stdin>" : path.quotedPath): ok", .success)
    } catch {
      let failure = Failure(error)
      return (failure.message, failure.code)
    }
  }

  /// A file is what its format says.
  private static func check(_ path: String) throws(InputFileError) {
    do throws(InputFileError) {
      _ = try ProfileFile.read(path)
    } catch {
      guard case .wrong(let rejection) = error, rejection.isOfPriceFile, path != ProfileFile.standardInput
      else {
        throw error
      }
      _ = try PriceFile.read(path)
    }
  }
}
