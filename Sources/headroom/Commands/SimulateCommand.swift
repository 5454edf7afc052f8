import ArgumentParser
import Files
import Planning
import Reports
import Typography

struct SimulateCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Play a day or a launch minute by minute: does auto scaling keep up, and what does it cost?",
    discussion: """
      EXAMPLES:
        headroom simulate fleet.yaml                                    one day
        headroom simulate fleet.yaml --scenario launch --ramp-minutes 10
        headroom simulate fleet.yaml --lose-zone-at 20:00 --retry-share 30
        headroom simulate fleet.yaml --launches-fail 12:00..20:00 --what-would-hold
        headroom simulate fleet.yaml --scenario launch --deploy-at 30 --slow-backend 3@40..60
        headroom simulate fleet.yaml --traffic points.csv --trace minutes.csv

      A day has its peak at 20:00 and begins at midnight, after a hidden day that is not counted. A launch climbs \
      from one number of users to another and then holds. A traffic file has a row `minute,users` for each point; \
      straight lines join them. A moment is a minute, or a time of the clock such as 20:00; F..T holds F and not T. Where the \
      profile promises response times (slo), the minutes over the goal and their share of a month's error budget are told.
      """)

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp("Write a row for every minute to a file, as CSV.", valueName: "file"),
    completion: .file())
  var trace: String?

  @Flag(
    help: "Search for what would hold: a scheduled size, a start, a min, a CPU target, each with its cost.")
  var whatWouldHold = false

  @OptionGroup var actual: ActualOptions

  func perform() throws -> ExitCode {
    let source = try profile.source()
    let scenario = try scenario.scenario(for: source.plan.profile)
    let trace = OutputPath(trace, option: "--trace")
    try OutputPath.spareInputs(trace, output.destination.file.path)
    let simulation = Simulation(source.plan, scenario)
    let report = SimulationReport(
      source, simulation, remedies: whatWouldHold ? RemedySearch(simulation).finished() : nil,
      actual: try actual.requests())
    if self.trace != nil { try trace.print(report.csv.text) }
    try output.print { report.rendered(as: $0, paint: $1) }
    return .success
  }
}

/// What happens to the fleet.
struct ScenarioOptions: ParsableArguments {
  @Option(help: "steady, day or launch.")
  var scenario = Choice.day

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Users at the start of a launch; the profile's, else the quietest of a day, without it.",
      valueName: "users"))
  var fromUsers: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Users at the end of a launch; the target without it.", valueName: "users"))
  var toUsers: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Minutes that a launch climbs; the profile's, else 30, without it.", valueName: "minutes"))
  var rampMinutes: Int?

  @Option(parsing: .unconditional, help: ArgumentHelp("Length of the whole simulation.", valueName: "hours"))
  var hours: Int?

  @Option(parsing: .unconditional, help: ArgumentHelp("Length of the whole simulation.", valueName: "days"))
  var days: Int?

  @Option(
    help: ArgumentHelp("Users over time, rows of minute,users; in place of a scenario.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var traffic: String?

  @OptionGroup(title: "What happens besides") var events: EventOptions

  @Option(help: ArgumentHelp("Time of the clock at minute 0.", valueName: "HH:MM"))
  var startAt: String?

  @Option(help: "likely or high: what each user asks for.")
  var demand = Demand.likely

  enum Demand: String, CaseIterable, ExpressibleByArgument { case likely, high }
  enum Choice: String, CaseIterable, ExpressibleByArgument { case steady, day, launch }

  func validate() throws {
    if hours != nil, days != nil { throw ValidationError("--hours and --days both say how long; give one.") }
    let users = 0...Bound.users.upperBound
    for (name, count) in [("--from-users", fromUsers), ("--to-users", toUsers)] {
      if let count, !users.contains(count) {
        throw ValidationError("\(name) \(count) is not from 0 to \(users.upperBound).")
      }
    }
    if let rampMinutes, !(0...Scenario.longest).contains(rampMinutes) {
      throw ValidationError("--ramp-minutes \(rampMinutes) is not from 0 to \(Scenario.longest).")
    }
    if scenario != .launch || traffic != nil {
      let given = [("--from-users", fromUsers), ("--to-users", toUsers), ("--ramp-minutes", rampMinutes)]
      if let (name, _) = given.first(where: { $0.1 != nil }) {
        throw ValidationError("\(name) is for --scenario launch.")
      }
    }
    if let minutes, !(1...Scenario.longest).contains(minutes) {
      throw ValidationError("a simulation takes from 1 hour to \(Scenario.longest / 1440) days.")
    }
    if let startAt, Clock.minute(of: startAt) == nil {
      throw ValidationError(
        "--start-at \(startAt.printable) is no time of the day; expected HH:MM such as 17:30.")
    }
  }

  /// The length that was asked for; nil leaves it to the scenario.
  private var minutes: Int? {
    if let hours { return hours.multipliedReportingOverflow(by: 60).overflow ? 0 : hours * 60 }
    if let days { return days.multipliedReportingOverflow(by: 1440).overflow ? 0 : days * 1440 }
    return nil
  }

  func scenario(for profile: Profile) throws -> Scenario {
    let demand = profile.demand
    let startMinute = startAt.flatMap(Clock.minute) ?? 0
    var scenario: Scenario
    if let traffic {
      scenario = .points(
        try InputFiles.read(traffic, by: TrafficFile.read), minutes: minutes, startMinute: startMinute)
    } else {
      switch self.scenario {
      case .steady: scenario = .steady(demand, minutes: minutes, startMinute: startMinute)
      case .day: scenario = .day(demand, minutes: minutes, startMinute: startMinute)
      case .launch:
        scenario = .launch(
          demand, from: fromUsers.map(Double.init), to: toUsers.map(Double.init),
          rampMinutes: rampMinutes, minutes: minutes, startMinute: startMinute)
      }
    }
    scenario.events = try events.events(of: scenario, on: profile)
    scenario.demand = self.demand == .high ? .high : .likely
    return scenario
  }
}
