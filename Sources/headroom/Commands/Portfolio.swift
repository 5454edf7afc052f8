import ArgumentParser
import Files
import Planning
import Reports

/// Many profiles in one run.
struct Portfolio {
  let paths: [String]
  let facts: Facts

  /// Prints a row each and a total; a profile that does not read is told on standard error.
  func print(to output: OutputOptions) throws -> ExitCode {
    var worst = ExitCode.success
    paths.forEach(InputFiles.note)
    if output.format == .json {
      try printLines(to: output.destination, worst: &worst)
    } else {
      let entries = paths.map { entry(at: $0, worst: &worst) }
      try output.print { PortfolioReport(entries).rendered(as: $0, paint: $1) }
    }
    return worst
  }

  /// One line a profile as soon as it is read, so that memory does not grow with their number.
  private func printLines(to destination: DestinationOptions, worst: inout ExitCode) throws {
    var total = PortfolioTotal()
    try destination.file.path.stream { write throws(OutputFileError) in
      for path in paths {
        let entry = entry(at: path, worst: &worst)
        total.add(entry)
        try write(entry.line)
      }
      try write(total.line)
    }
  }

  private func entry(at path: String, worst: inout ExitCode) -> PortfolioEntry {
    do throws(InputFileError) {
      let loaded = try Profiles.load(path)
      let plan = Plan(loaded.profile, provenance: loaded.provenance, facts: facts)
      return PortfolioEntry(ReportSource(plan, name: loaded.name, sha256: loaded.sha256))
    } catch {
      let failure = Failure(error)
      StandardError.write(failure.message)
      if failure.code.rawValue > worst.rawValue { worst = failure.code }
      return .unread(file: Profiles.name(path), reason: failure.message)
    }
  }
}
