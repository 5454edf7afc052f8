import ArgumentParser
import Files
import Planning
import Reports

/// Many profiles in one run.
struct Portfolio {
  let paths: [String]
  let facts: Facts

  /// Prints a row each and a total; a profile that does not read is told on standard error.
  func print(as format: ReportFormat, to destination: DestinationOptions) throws -> ExitCode {
    var worst = ExitCode.success
    paths.forEach(InputFiles.note)
    if format == .json {
      try printLines(to: destination, worst: &worst)
    } else {
      var entries: [PortfolioEntry] = []
      forEachEntry(worst: &worst) { entries.append($0) }
      let report = PortfolioReport(entries)
      try destination.print(report.rendered(as: format, paint: format == .text ? destination.paint : .plain))
    }
    return worst
  }

  /// Prints them as text, where a dashboard was asked for and there is no terminal.
  func printText() throws -> ExitCode {
    var worst = ExitCode.success
    var entries: [PortfolioEntry] = []
    forEachEntry(worst: &worst) { entries.append($0) }
    try StandardOutput.print(PortfolioReport(entries).rendered(as: .text))
    return worst
  }

  /// One line a profile as soon as it is read, so that memory does not grow with their number.
  private func printLines(to destination: DestinationOptions, worst: inout ExitCode) throws {
    var total = PortfolioTotal()
    try destination.file.path.stream { write throws(OutputFileError) in
      try forEachEntry(worst: &worst) { entry throws(OutputFileError) in
        total.add(entry)
        try write(entry.line)
      }
      try write(total.line)
    }
  }

  private func forEachEntry<Problem: Error>(
    worst: inout ExitCode, _ body: (PortfolioEntry) throws(Problem) -> Void
  ) throws(Problem) {
    try FilesInOrder.forEach(paths, do: entry) { entry, failure throws(Problem) in
      if let failure {
        StandardError.write(failure.message)
        if failure.code.rawValue > worst.rawValue { worst = failure.code }
      }
      try body(entry)
    }
  }

  @Sendable private func entry(at path: String) -> (PortfolioEntry, Failure?) {
    do throws(InputFileError) {
      let loaded = try Profiles.load(path)
      let facts = try facts.adding(sourcesOf: loaded)
      let plan = Plan(loaded.profile, provenance: loaded.provenance, facts: facts)
      return (PortfolioEntry(ReportSource(plan, name: loaded.name, sha256: loaded.sha256)), nil)
    } catch {
      let failure = Failure(error)
      return (.unread(file: Profiles.name(path), reason: failure.message), failure)
    }
  }
}
