import ArgumentParser
import Canvas
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
      """)

  @OptionGroup var profile: ProfileOptions

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
      file: loaded, facts: try profile.facts.facts(), today: .today, actual: try actual.requests(),
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

extension Theme.Name: ExpressibleByArgument {}
