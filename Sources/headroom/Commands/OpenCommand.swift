import ArgumentParser
import Canvas
import Dashboard
import Files
import Planning
import Reports
import Terminal

struct OpenCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Open the dashboard; without a terminal, print the summary.",
    discussion: """
      EXAMPLES:
        headroom                           the built-in guide
        headroom fleet.yaml                your profile
        headroom open check                a profile whose name is that of a command
        headroom before.yaml after.yaml    two profiles, compared
        headroom fleets/*.yaml             a row each, with what each Region comes to
        headroom fleet.yaml --theme light
        headroom fleet.yaml --live now/    beside what AWS has, as `headroom capture` wrote it; R reads it anew
      """)

  @Argument(
    help: ArgumentHelp(
      "A profile, or - for standard input; two are compared, of more each has a row. Without one: the production"
        + " scaling guide, which is built in.", valueName: "profile"),
    completion: .file(extensions: ["yaml", "yml"]))
  var profiles: [String] = []

  @OptionGroup var facts: FactOptions

  @Option(
    help: ArgumentHelp(
      "Lay a capture of AWS beside the profile; without it, the one that the profile names in sources.live.",
      valueName: "folder"),
    completion: .directory)
  var live: String?

  @OptionGroup(title: "Choices in the capture") var choices: FleetOptions

  @OptionGroup var actual: ActualOptions

  @Option(
    help: "default, dark, light, high-contrast, colour-blind or mono; else HEADROOM_THEME, else the last one."
  )
  var theme: Theme.Name?

  @Flag(help: "Use plain ASCII instead of block characters.")
  var ascii = false

  @Flag(inversion: .prefixedNo, help: "Listen to the mouse.")
  var mouse = true

  @Flag(help: "A row for each profile, however few there are.")
  var portfolio = false

  func validate() throws {
    if profiles.count > 1, profiles.contains(ProfileFile.standardInput), portfolio || profiles.count > 2 {
      throw ValidationError("standard input cannot be opened from a portfolio; name a file.")
    }
    if live != nil, portfolio || profiles.count > 2 {
      throw ValidationError("--live lies beside one profile, not a portfolio.")
    }
  }

  func perform() throws -> ExitCode {
    if portfolio || profiles.count > 2 { return try showPortfolio(facts.facts()) }
    let loaded = try profiles.map(Profiles.read)
    let shown = loaded.last ?? BuiltInGuide.loaded
    let session = DashboardSession(
      file: shown, facts: try facts.facts(for: shown), live: try live(beside: shown),
      choices: choices.choices,
      today: .today,
      actual: try actual.requests(), beside: loaded.count == 2 ? loaded[0] : nil, theme: try chosenTheme,
      isASCII: ascii, mouse: mouse)
    do throws(Terminal.Refusal) {
      return ExitCode(try session.run())
    } catch {
      try StandardOutput.print(SummaryReport(facts.source(of: shown)).rendered(as: .text))
      StandardError.write("headroom: \(error), so this is the summary")
      return .success
    }
  }

  private func showPortfolio(_ facts: Facts) throws -> ExitCode {
    let session = PortfolioSession(
      paths: profiles, facts: facts, today: .today, theme: try chosenTheme, isASCII: ascii, mouse: mouse)
    do throws(Terminal.Refusal) {
      return ExitCode(try session.run())
    } catch {
      StandardError.write("headroom: \(error), so this is the summary")
      return try Portfolio(paths: profiles, facts: facts).printText()
    }
  }

  /// What was asked for now, then what the environment says, then the theme that was shown last.
  private var chosenTheme: Theme.Name {
    get throws {
      if let theme { return theme }
      if let wanted = Environment["HEADROOM_THEME"], !wanted.isEmpty {
        guard let name = Theme.Name(rawValue: wanted) else {
          throw Failure.usage(
            "headroom: HEADROOM_THEME is \(wanted.quotedPath), not one of"
              + " \(Theme.Name.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return name
      }
      guard Environment.allowsColour else { return .mono }
      return RememberedWord("theme").value.flatMap { Theme.Name(rawValue: $0) } ?? .standard
    }
  }
}

extension OpenCommand {
  /// What AWS has, by the option or by the profile.
  private func live(beside loaded: LoadedProfile) throws -> Live? {
    guard let path = live ?? NamedSources(of: loaded).live else { return nil }
    InputFiles.note(path)
    return try Live(captureAt: path, choices.choices)
  }
}

extension Theme.Name: ExpressibleByArgument {}
