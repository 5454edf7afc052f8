import ArgumentParser
import Exports
import Files
import Glibc
import Planning
import Reports

struct CheckCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold profiles to gates: ends with 1 when one is not met.",
    discussion: """
      EXAMPLES:
        headroom check fleet.yaml                                  the gates that the profile states
        headroom check fleet.yaml --min-headroom 10 --at max
        headroom check fleet.yaml --max-p95 500 --at desired       response times at the target, in milliseconds
        headroom check fleet.yaml --max-monthly 25000 --basis list --no-errors
        headroom check fleets/*.yaml --format junit --output report.xml
        headroom check fleet.yaml --format github                  annotations on a pull request
        headroom check fleet.yaml --act-by 30                      fails when something is due within 30 days

      A flag takes the place of the same gate in the profile. The report goes to standard output, the verdict to
      standard error.
      """)

  @Argument(
    help: ArgumentHelp("Profiles, or - for standard input.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var profiles: [FileNames]

  @OptionGroup var gates: GateOptions
  @OptionGroup var facts: FactOptions
  @OptionGroup var calendar: CalendarOptions
  @OptionGroup var destination: DestinationOptions

  @Option(help: "How the report is written; junit and github are for CI.")
  var format = CommandFormat<FormatOfCI>.report(.text)

  func perform() throws -> ExitCode {
    let facts = try facts.facts()
    let (gates, today) = (gates, calendar.asOf ?? .today)
    var unread = ExitCode.success
    var asksNothing = true
    var checked: [CheckedProfile] = []
    FilesInOrder.forEach(
      profiles.paths, do: { Self.check($0, facts: facts, gates: gates, today: today) }
    ) { outcome in
      checked.append(outcome.profile)
      asksNothing = asksNothing && outcome.asksNothing
      if outcome.code.rawValue > unread.rawValue { unread = outcome.code }
    }
    if asksNothing, unread == .success {
      throw Failure.usage(
        "headroom: no gate to check; name one, such as --min-headroom 0, or state gates: in the profile")
    }
    let report = CheckReport(checked)
    try destination.print(rendered(report))
    StandardError.write(report.verdict)
    return unread != .success ? unread : report.isMet ? .success : .failure
  }

  private static func check(
    _ path: String, facts: Facts, gates: GateOptions, today: Day
  ) -> (profile: CheckedProfile, asksNothing: Bool, code: ExitCode) {
    do throws(InputFileError) {
      let loaded = try Profiles.load(path)
      let facts = try facts.adding(sourcesOf: loaded)
      let plan = Plan(loaded.profile, provenance: loaded.provenance, facts: facts)
      let check = Check(plan, gates: gates.over(loaded.profile.gates), today: today)
      return (CheckedProfile(loaded.name, check), check.verdicts.isEmpty, .success)
    } catch {
      let failure = Failure(error)
      return (CheckedProfile(unreadable: Profiles.name(path), message: failure.message), true, failure.code)
    }
  }

  private func rendered(_ report: CheckReport) -> String {
    switch format {
    case .report(let format): report.rendered(as: format, paint: format == .text ? destination.paint : .plain)
    case .other(.junit): JUnit(report.profiles).text
    case .other(.github): Annotations(report.profiles).text
    }
  }
}

/// Gates from the command line.
struct GateOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Most that a month may cost in --column.", valueName: "usd"))
  var maxMonthly: Money?

  @Option(help: "Which cost --max-monthly reads: quoted or list.")
  var basis: CostBasis?

  @Option(
    help: ArgumentHelp(
      "Which column --max-monthly reads, high if none is said: likely, day, event, low, floor or high.",
      valueName: "column"))
  var column: CostColumn?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Least headroom of the first wall.", valueName: "percent"),
    transform: GivenNumber.read)
  var minHeadroom: Double?

  @Option(
    name: .customLong("max-p95"), parsing: .unconditional,
    help: ArgumentHelp(
      "Most that 95 of 100 responses may take at the target; \"at least\" fails.", valueName: "ms"),
    transform: GivenNumber.read)
  var maxP95: Double?

  @Option(
    name: .customLong("max-p99"), parsing: .unconditional,
    help: ArgumentHelp("Most that 99 of 100 responses may take at the target.", valueName: "ms"),
    transform: GivenNumber.read)
  var maxP99: Double?

  @Option(
    help: "Fleet size at which --min-headroom, --max-p95 and --max-p99 are read: min, desired or max.")
  var at: FleetSize?

  @Flag(help: "Fail on a finding of severity error.")
  var noErrors = false

  @Flag(help: "Fail on a quota that has to be requested.")
  var noQuotaRequests = false

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Most that the price book may have aged.", valueName: "days"))
  var maxPriceAge: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Fail when something that breaks as the users become more has to be acted on within so many days.",
      valueName: "days"))
  var actBy: Int?

  func validate() throws {
    if let minHeadroom, !Bound.headroomPercent.contains(minHeadroom) {
      throw ValidationError("--min-headroom \(minHeadroom) is not from -100 to 1000000.")
    }
    for (option, goal) in [("--max-p95", maxP95), ("--max-p99", maxP99)] {
      if let goal, !Bound.milliseconds.contains(goal) {
        throw ValidationError("\(option) \(goal) is not from 0.000001 to 1000000.")
      }
    }
    let ages = Bound.priceAgeDays
    if let maxPriceAge, !ages.contains(maxPriceAge) {
      throw ValidationError("--max-price-age \(maxPriceAge) is not from 0 to \(ages.upperBound).")
    }
    if let actBy, !ages.contains(actBy) {
      throw ValidationError("--act-by \(actBy) is not from 0 to \(ages.upperBound).")
    }
  }

  func over(_ stated: Gates) -> Gates {
    var gates = stated
    gates.maxMonthly = maxMonthly ?? gates.maxMonthly
    gates.basis = basis ?? gates.basis
    gates.column = column ?? gates.column
    gates.minHeadroomPercent = minHeadroom ?? gates.minHeadroomPercent
    gates.maxP95Ms = maxP95 ?? gates.maxP95Ms
    gates.maxP99Ms = maxP99 ?? gates.maxP99Ms
    gates.headroomAt = at ?? gates.headroomAt
    gates.noErrors = noErrors || gates.noErrors
    gates.noQuotaRequests = noQuotaRequests || gates.noQuotaRequests
    gates.maxPriceAgeDays = maxPriceAge ?? gates.maxPriceAgeDays
    gates.actByDays = actBy ?? gates.actByDays
    return gates
  }
}

extension Money: ExpressibleByArgument {
  package init?(argument: String) { self.init(decimal: argument) }
}

extension CostBasis: ExpressibleByArgument {}
extension CostColumn: ExpressibleByArgument {}
extension FleetSize: ExpressibleByArgument {}

extension Day {
  /// The day by the clock of this machine, in UTC.
  static var today: Day { Day(secondsSince1970: Int(time(nil))) }
}
