import ArgumentParser
import Exports
import Files
import Planning
import Typography

struct PricesRefreshCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "Ask AWS's price list for what a profile needs, and write a price file of the answers.",
    discussion: """
      EXAMPLES:
        headroom prices refresh fleet.yaml --output own.yaml
        headroom prices refresh fleet.yaml --script > ask.sh       for a machine that may ask

      It runs the AWS CLI, 1 or 2, with its own credentials, which need pricing:GetProducts, and reads only.
      """)

  @Argument(help: "The profile.", completion: .file(extensions: ["yaml", "yml"]))
  var profile: String

  @Option(help: ArgumentHelp("The profile of the AWS CLI, with the credentials.", valueName: "name"))
  var awsProfile: String?

  @Flag(help: "Print the calls as a shell script, and make none.")
  var script = false

  @OptionGroup var file: OutputFileOption

  func perform() throws -> ExitCode {
    let queries = PriceListQueries(for: try Profiles.read(profile).profile)
    if script {
      try file.print(queries.script)
      return .success
    }
    var list = PriceList()
    for query in queries.all {
      let answer = try answer(to: query)
      do throws(InputFileError) {
        try list.read(answer, name: "aws pricing get-products (\(query.name))")
      } catch {
        throw Failure(error)
      }
    }
    let prices = try PriceFileAnswer(list, region: queries.region, of: ["AWS's price list"])
    prices.tell()
    try file.print(prices.text)
    return .success
  }

  private func answer(to query: PriceListQueries.Query) throws -> [UInt8] {
    let words = query.words + (awsProfile.map { ["--profile", $0] } ?? [])
    let environment = ["AWS_PAGER": "", "AWS_CLI_AUTO_PROMPT": "off"]
    let elsewhere = "headroom prices refresh --script prints the calls for a machine that may ask"
    guard let answer = try Program.answer("aws", words, environment: environment) else {
      throw Failure.unavailable("headroom: there is no aws here, the AWS CLI; \(elsewhere)")
    }
    if answer.exit != 0 {
      let said = answer.error.split(separator: "\n").map { String($0).quoted(atMost: 500) }.joined(
        separator: "\n")
      throw Failure.unavailable("\(said)\nheadroom: aws ended with \(answer.exit); \(elsewhere)")
    }
    return answer.output
  }
}
