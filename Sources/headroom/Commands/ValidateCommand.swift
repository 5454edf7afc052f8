import ArgumentParser
import ProfileFiles
import Typography

struct ValidateCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Tell every mistake in every profile, each with its file, line and column.",
    discussion: """
      EXAMPLES:
        headroom validate fleet.yaml
        headroom validate Profiles/*.yaml
        git show :fleet.yaml | headroom validate -

      Ends with 0 if all are right, 65 if one is wrong, 66 if one cannot be read.
      """)

  @Argument(
    help: ArgumentHelp("Profiles, or - for standard input.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  func perform() throws -> ExitCode {
    var worst = ExitCode.success
    try StandardOutput.stream { write throws(OutputFileError) in
      for path in files {
        let verdict = verdict(on: path)
        try write(verdict.text + "\n")
        if verdict.code.rawValue > worst.rawValue { worst = verdict.code }
      }
    }
    return worst
  }

  private func verdict(on path: String) -> (text: String, code: ExitCode) {
    do throws(ProfileFileError) {
      return ("\(try ProfileFile.read(path).name.printable): ok", .success)
    } catch {
      let failure = Failure(error)
      return (failure.message, failure.code)
    }
  }
}
