import ArgumentParser
import Files
import Planning
import Reports
import Typography

/// The prices that the program knows, and price files that say others.
struct PricesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prices",
    abstract: "Print the prices that the program knows, or make a price file from AWS's own price list.",
    discussion: """
      EXAMPLES:
        headroom prices --region eu-west-1 --type m6i.2xlarge
        headroom prices --template fleet.yaml --output own.yaml
        headroom prices from get-products.json --output own.yaml
        headroom prices refresh fleet.yaml --output own.yaml
      """,
    subcommands: [PricesListCommand.self, PricesFromCommand.self, PricesRefreshCommand.self],
    defaultSubcommand: PricesListCommand.self)
}

struct PricesListCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Print the prices that the program knows, each with who says so and since when.",
    discussion: """
      EXAMPLES:
        headroom prices --region eu-west-1 --type m6i.2xlarge
        headroom prices --type db.r6g.large --format csv        in every Region
        headroom prices --region sa-east-1 --prices own.yaml    under prices of your own
        headroom prices --template fleet.yaml --output own.yaml

      The last one writes a price file with a row for each price that a profile needs and nobody knows, to fill in.
      """)

  @Option(help: "The Region; without it, every Region.")
  var region: String?

  @Option(
    help: "An instance type, RDS class, cache node type, voice model or tariff; without it, all of them.")
  var type: String?

  @Option(
    help: ArgumentHelp("Write a price file for what this profile lacks.", valueName: "profile"),
    completion: .file(extensions: ["yaml", "yml"]))
  var template: String?

  @OptionGroup var prices: PriceOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if template != nil, region != nil || type != nil || output.format != .text {
      throw ValidationError("--template writes a price file; it takes no --region, --type or --format.")
    }
  }

  func perform() throws -> ExitCode {
    let overlays = try prices.overlays()
    if let template {
      let profile = try Profiles.read(template).profile
      try output.destination.print(PriceTemplate(for: profile, under: overlays).text)
      return .success
    }
    let regions = region.map { [$0] } ?? Region.all.map(\.code)
    let books = regions.compactMap { PriceBook($0, under: overlays) }
    if let region, books.isEmpty {
      throw Failure.wrongInput("headroom: \(UnpricedReason.region(region).text.printable)")
    }
    let rows = books.flatMap { $0.listing(of: type) }
    if let type, rows.isEmpty { throw Failure.wrongInput(nothing(of: type, in: books)) }
    let title = [type, region].compactMap(\.self).joined(separator: " in ")
    let report = PriceReport(rows, title: title.isEmpty ? "every Region" : title)
    try output.print { report.rendered(as: $0, paint: $1) }
    return .success
  }

  private func nothing(of type: String, in books: [PriceBook]) -> String {
    let names = Set(books.flatMap { $0.listing() }.map(\.name))
    let nearest = Nearest.word(to: type, among: names).map { "; did you mean \($0)?" } ?? ""
    return
      "headroom: no price of \(type.printable)\(region.map { " in \($0.printable)" } ?? " in any Region")\(nearest)"
  }
}
