import ArgumentParser
import Exports
import Planning
import Reports

struct HorizonCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "horizon",
    abstract: "Print what runs out in which month, by when to act, and what each month costs.",
    discussion: """
      EXAMPLES:
        headroom horizon fleet.yaml                               24 months of the growth that the profile states
        headroom horizon fleet.yaml --monthly-percent 2..4..6     another growth, a range
        headroom horizon fleet.yaml --resize                      what each month costs with a fleet of its size
        headroom horizon fleet.yaml --format markdown             the body of an issue
        headroom horizon fleet.yaml --format ics --output act-by.ics

      The first month stands for today, whatever the clock says, so that the same profile prints the same months. A \
      chance counts the range of the growth and nothing else.
      """)

  @OptionGroup var profile: ProfileOptions
  @OptionGroup var horizon: HorizonOptions
  @OptionGroup var destination: DestinationOptions

  @Option(help: "How the report is written; ics is a calendar of the days to act by.")
  var format = CommandFormat<FormatOfCalendars>.report(.text)

  func perform() throws -> ExitCode {
    let source = try profile.source()
    let request = try horizon.request(months: HorizonRequest.standardMonths)
    let found: Horizon
    do throws(HorizonRefusal) {
      found = try Horizon(source.plan, request)
    } catch {
      throw Failure(error)
    }
    let report = HorizonReport(source, found)
    switch format {
    case .report(let format):
      try destination.print(report.rendered(as: format, paint: format == .text ? destination.paint : .plain))
    case .other(.ics): try destination.print(ActByCalendar(found, file: source.name).text)
    }
    return .success
  }
}
