import ArgumentParser
import Canvas
import Dashboard
import Files
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
        headroom fleet.yaml --theme light
        headroom fleet.yaml --live now/    beside what AWS has, as `headroom capture` wrote it
      """)

  @OptionGroup var profile: ProfileOptions

  @Option(
    help: ArgumentHelp(
      "Lay a capture of AWS beside the profile; without it, the one that the profile names in sources.live.",
      valueName: "folder"),
    completion: .directory)
  var live: String?

  @OptionGroup(title: "Choices in the capture") var choices: FleetOptions

  @OptionGroup var actual: ActualOptions

  @Option(help: "default, light, high-contrast, colour-blind or mono.")
  var theme: Theme.Name?

  @Flag(help: "Use plain ASCII instead of block characters.")
  var ascii = false

  @Flag(inversion: .prefixedNo, help: "Listen to the mouse.")
  var mouse = true

  func perform() throws -> ExitCode {
    let loaded = try profile.load()
    let session = DashboardSession(
      file: loaded, facts: try profile.facts.facts(for: loaded), live: try live(beside: loaded),
      today: .today, actual: try actual.requests(),
      theme: theme ?? (Environment.allowsColour ? .standard : .mono), isASCII: ascii,
      mouse: mouse)
    do throws(Terminal.Refusal) {
      return ExitCode(try session.run())
    } catch {
      try StandardOutput.print(SummaryReport(profile.facts.source(of: loaded)).rendered(as: .text))
      StandardError.write("headroom: \(error), so this is the summary")
      return .success
    }
  }
}

extension OpenCommand {
  /// What AWS has, by the option or by the profile.
  private func live(beside loaded: LoadedProfile) throws -> Live? {
    guard let path = live ?? NamedSources(of: loaded).live else { return nil }
    InputFiles.note(path)
    let account = try FoundFiles.read { () throws(InputFileError) in try AWSFiles.any([path]) }
    let day = AWSFiles.dayOfCapture(at: path).map { " of \($0)" } ?? ""
    return Live(try choices.fleet(in: account), name: "\(path.quotedPath)\(day)")
  }
}

extension Theme.Name: ExpressibleByArgument {}
