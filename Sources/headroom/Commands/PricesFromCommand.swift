import ArgumentParser
import Files
import Typography

struct PricesFromCommand: HeadroomCommand {
  static let configuration = CommandConfiguration(
    commandName: "from",
    abstract:
      "Write a price file from AWS's price list: what get-products prints, or offer files of the bulk API.",
    discussion: """
      EXAMPLES:
        aws pricing get-products --region us-east-1 --service-code AmazonEC2 --output json \\
          --filters Type=TERM_MATCH,Field=regionCode,Value=us-east-1 > ec2.json
        headroom prices from ec2.json rds.json --output own.yaml
        headroom prices from offers/*.json --region eu-central-1 > own.yaml

      On-Demand prices in USD of what a fleet has: Linux instances, RDS in both deployments, nodes of ElastiCache, and
      tariffs. Offer files may have gigabytes; they are read from start to end, and never held.
      """)

  @Argument(help: "Files of the price list.", completion: .file(extensions: ["json"]))
  var paths: [String]

  @Option(help: "The Region, where the files have several.")
  var region: String?

  @OptionGroup var file: OutputFileOption

  func perform() throws -> ExitCode {
    var list = PriceList()
    for path in paths { try InputFiles.read(path) { path throws(InputFileError) in try list.read(path) } }
    let prices = try PriceFileAnswer(list, region: region, of: paths)
    prices.tell()
    try file.print(prices.text)
    return .success
  }
}

/// The price file that a price list comes to, in the Region that somebody chose or that is the only one.
struct PriceFileAnswer {
  let text: String
  private let incomplete: [String]

  init(_ list: PriceList, region: String?, of paths: [String]) throws {
    let files = paths.map(\.quotedPath).joined(separator: ", ")
    let regions = list.regions.map(\.printable)
    guard let region = region ?? (list.regions.count == 1 ? list.regions[0] : nil) else {
      throw regions.isEmpty
        ? Failure.wrongInput("headroom: no On-Demand price of anything that a fleet has in \(files)")
        : Failure.usage(
          "headroom: the files have prices of \(regions.joined(separator: ", ")); choose one with --region"
        )
    }
    guard let written = PriceListText(list, region: region) else {
      let known = regions.isEmpty ? "" : "; they have \(regions.joined(separator: ", "))"
      throw Failure.wrongInput("headroom: no price of \(region.printable) in \(files)\(known)")
    }
    text = written.text
    incomplete = written.incomplete
  }

  /// Says what has no row.
  func tell() { for line in incomplete { StandardError.write("headroom: \(line)") } }
}
