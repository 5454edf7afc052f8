import ArgumentParser
import Files
import Planning
import Reports
import Typography

struct SizeCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "size",
    abstract: "Find the fleet that carries a number of users, on every instance type that has a price.",
    discussion: """
      EXAMPLES:
        headroom size fleet.yaml --users 400000 --headroom 20
        headroom size fleet.yaml --users 400000 --survive-zone-loss --write larger.yaml
        headroom size fleet.yaml --arch arm64 --vcpus 4..16 --generation current --sort spare
        headroom size fleet.yaml --take standard-3 --write reserved.yaml
        headroom size fleet.yaml --regions all                  where it is cheapest

      A profile that promises response times (slo) gets the instances that keep them, and what 100 ms less would cost.
      """)

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var output: OutputOptions

  @Option(parsing: .unconditional, help: "Concurrent users to carry; the profile's own without it.")
  var users: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Room above the users, in per cent; 0 without it.", valueName: "percent"),
    transform: GivenNumber.read)
  var headroom = 0.0

  @Flag(help: "Carry the users with one Availability Zone lost.")
  var surviveZoneLoss = false

  @OptionGroup var types: TypeOptions

  @Option(help: "What the types that are not chosen are sorted by: cost, users or spare.")
  var sort = SizingOrder.cost

  @Option(
    help: ArgumentHelp(
      "Compare Regions instead of types: all, or some with commas between them.", valueName: "regions"))
  var regions: String?

  @Option(
    help: ArgumentHelp(
      "Pay each type by a rate of its own, and take the chosen one's into the profile: \(Self.rates).",
      valueName: "rate"))
  var take: RateKind?

  @Option(
    help: ArgumentHelp("Save the profile with the fleet that was found, as a new file.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var write: String?

  func validate() throws {
    let allowed = Bound.users
    if let users, !allowed.contains(users) {
      throw ValidationError("--users \(users) is not from 1 to \(allowed.upperBound).")
    }
    if write == ProfileFile.standardInput {
      throw ValidationError("--write names a new file; for one that is called -, name ./-.")
    }
    if regions != nil, write != nil {
      throw ValidationError("--regions compares fleets; it takes no --write.")
    }
    guard (0...1000).contains(headroom) else {
      throw ValidationError("--headroom \(headroom) is not from 0 to 1000.")
    }
  }

  func perform() throws -> ExitCode {
    let loaded = try profile.load()
    let source = try profile.facts.source(of: loaded)
    let file = OutputPath(write, option: "--write")
    try OutputPath.spareInputs(file, output.destination.file.path)
    let target = SizingTarget(
      users: users ?? source.plan.profile.demand.concurrentUsers, headroomPercent: headroom,
      survivesZoneLoss: surviveZoneLoss)
    let filter = types.filter
    if let regions {
      let compared = try Self.regions(named: regions)
      let sizing = RegionalSizing(
        source.plan.profile, for: target, filter: filter, taking: take, in: compared,
        provenance: source.plan.provenance, facts: source.plan.facts)
      let report = RegionalSizingReport(source, sizing, for: target)
      try output.print { report.rendered(as: $0, paint: $1) }
      return .success
    }
    let sizing = Sizing(
      source.plan.profile, for: target, filter: filter, by: sort, taking: take,
      provenance: source.plan.provenance, facts: source.plan.facts)
    if let write { try save(sizing, from: loaded, as: write) }
    let report = SizingReport(source, sizing)
    try output.print { report.rendered(as: $0, paint: $1) }
    return .success
  }

  private static let rates = RateKind.allCases.map(\.rawValue).joined(separator: ", ")

  private static func regions(named names: String) throws -> [Region] {
    if names == "all" { return Region.all }
    return try names.split(separator: ",").map { name in
      guard let region = Region(String(name)) else {
        throw Failure.usage("headroom: --regions: \(UnpricedReason.region(String(name)).text.printable)")
      }
      return region
    }
  }

  /// Values that do not change stay as the profile writes them, comments and all.
  private func save(_ sizing: Sizing, from loaded: LoadedProfile, as path: String) throws {
    guard sizing.chosen != nil else {
      throw Failure.wrongInput("headroom: no fleet was found, so nothing is saved")
    }
    do throws(SaveProblem) {
      _ = try ProfileFile.save(loaded.profile.applying(sizing.changes), from: loaded, as: path) {
        StandardError.tell($0, of: path)
      }
    } catch {
      throw Failure(error)
    }
  }
}

extension RateKind: ExpressibleByArgument {}
