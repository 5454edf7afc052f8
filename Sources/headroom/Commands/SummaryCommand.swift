import ArgumentParser
import Files
import Planning
import Reports
import Typography

struct SummaryCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "summary",
    abstract: "Print whether the fleet holds, what it costs, which quotas to request and what was assumed.",
    discussion: """
      EXAMPLES:
        headroom summary                                   the built-in guide
        headroom summary fleet.yaml --format markdown      for a report
        headroom summary fleet.yaml --format json | jq .first_wall
        git show main:fleet.yaml | headroom summary -
        headroom summary fleets/*.yaml                     a row each, and a total
        headroom summary fleet.yaml --format focus --column day --month 2027-03

      With several profiles, invalid ones are reported and the rest still print; JSON is then one object a line.
      """)

  @Argument(
    help: "Profiles, or - for standard input. Without one: the production scaling guide, which is built in.",
    completion: .file(extensions: ["yaml", "yml"]))
  var profiles: [FileNames] = []

  @OptionGroup var facts: FactOptions
  @OptionGroup var destination: DestinationOptions

  @Option(help: "How the report is written; focus is the bill as FOCUS 1.2 has it.")
  var format = CommandFormat<FormatOfBills>.report(.text)

  @Option(help: "Which column of the bill --format focus writes: floor, low, likely, high, day or event.")
  var column: CostColumn?

  @Option(
    help: ArgumentHelp("Which month --format focus writes; growth.from without it.", valueName: "month"))
  var month: CalendarMonth?

  func validate() throws {
    guard case .report = format else {
      if profiles.paths.count > 1 { throw ValidationError("--format focus takes one profile.") }
      return
    }
    if column != nil || month != nil {
      throw ValidationError("--column and --month are for --format focus.")
    }
  }

  func perform() throws -> ExitCode {
    let paths = profiles.paths
    if paths.count > 1, case .report(let format) = format {
      return try Portfolio(paths: paths, facts: facts.facts()).print(as: format, to: destination)
    }
    let source = try facts.source(of: paths.first.map(Profiles.read) ?? BuiltInGuide.loaded)
    switch format {
    case .report(let format):
      let report = SummaryReport(source)
      try destination.print(report.rendered(as: format, paint: format == .text ? destination.paint : .plain))
    case .other(.focus): try printFocus(source.plan)
    }
    return .success
  }

  /// What no row says is told on standard error, since every row is taken for a cost.
  private func printFocus(_ plan: Plan) throws {
    let column = column ?? .likely
    let growth = plan.profile.growth ?? Growth()
    guard let bill = FocusBill(plan, column: column, month: month ?? growth.start) else {
      throw Failure.usage("headroom: the bill has no column \(column.rawValue); the profile states no event")
    }
    for line in bill.unpriced {
      StandardError.write("headroom: \(line.rawValue) has no price and is in no row")
    }
    try destination.print(bill.csv.text)
  }
}
