package import Planning
internal import Typography

/// What the price list of AWS is asked for a profile, by `aws pricing get-products`.
package struct PriceListQueries {
  package let region: String
  package let all: [Query]

  package init(for profile: Profile) {
    region = profile.region
    let database = profile.database.map { database in
      [
        Query(
          "database", "AmazonRDS",
          [
            ("instanceType", database.instanceClass),
            ("databaseEngine", Self.engines[database.engine] ?? database.engine),
          ]),
        Query("database-storage", "AmazonRDS", [("productFamily", "Database Storage")]),
      ]
    }
    let cache = profile.cache.map { cache in
      [
        Query(
          "cache", "AmazonElastiCache",
          [("instanceType", cache.nodeType), ("cacheEngine", cache.engine.listName)])
      ]
    }
    let here = [("regionCode", profile.region)]
    let compute = [
      Query(
        "compute", "AmazonEC2",
        [
          ("instanceType", profile.compute.instanceType), ("operatingSystem", "Linux"),
          ("preInstalledSw", "NA"),
          ("tenancy", "Shared"), ("capacitystatus", "Used"), ("marketoption", "OnDemand"),
        ]), Query("block-storage", "AmazonEC2", [("volumeApiName", "gp3"), ("productFamily", "Storage")]),
    ]
    let balancer =
      profile.loadBalancer.count > 0
      ? [Query("load-balancer", "AWSELB", [("productFamily", "Load Balancer-Application")])] : []
    let monitoring = profile.monitoring == nil ? [] : [Query("monitoring", "AmazonCloudWatch", [])]
    let firewall = profile.firewall == nil ? [] : [Query("firewall", "awswaf", [])]
    let transfer =
      profile.cdn.enabled
      ? Query("transfer", "AmazonCloudFront", [("location", "United States")])
      : Query(
        "transfer", "AWSDataTransfer", [("fromRegionCode", profile.region), ("transferType", "AWS Outbound")])
    all =
      (compute + (database ?? []) + (cache ?? []) + balancer + monitoring + firewall).map { $0.adding(here) }
      + [transfer]
  }

  /// One call.
  package struct Query: Sendable {
    /// What it asks for, as a part of a file's name.
    package let name: String
    private let service: String
    private var filters: [(field: String, value: String)]

    fileprivate init(_ name: String, _ service: String, _ filters: [(String, String)]) {
      self.name = name
      self.service = service
      self.filters = filters.map { (field: $0.0, value: $0.1) }
    }

    fileprivate func adding(_ more: [(String, String)]) -> Query {
      var query = self
      query.filters += more.map { (field: $0.0, value: $0.1) }
      return query
    }

    /// The words after `aws`. The price list is asked in us-east-1, whatever Region the prices are for.
    package var words: [String] {
      [
        "pricing", "get-products", "--region", "us-east-1", "--output", "json", "--service-code", service,
        "--filters",
      ]
        + filters.map { "Type=TERM_MATCH,Field=\($0.field),Value=\(Self.shorthand($0.value))" }
    }

    /// A value in the shorthand of the CLI, in which a comma would end it.
    private static func shorthand(_ value: String) -> String {
      let isPlain = value.utf8.allSatisfy { byte in
        Character(Unicode.Scalar(byte)).isLetter || byte == UInt8(ascii: " ")
          || (UInt8(ascii: "-")...UInt8(ascii: "9")).contains(byte) && byte != UInt8(ascii: "/")
      }
      let escaped = value.printable.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return isPlain && !value.isEmpty ? value : "\"\(escaped)\""
    }
  }

  /// The calls as a script of POSIX shell, for a machine that may ask.
  package var script: String {
    let files = all.map { "prices.\($0.name).json" }
    let calls = zip(all, files).map { query, file in
      let command = (["aws"] + query.words.map(ShellCommand.word)).joined(separator: " ")
      return ShellCommand.lines(of: command, width: 110).joined(separator: "\n") + " >\(file)"
    }
    let next =
      "headroom prices from \(files.joined(separator: " ")) --region \(ShellCommand.word(region)) --output prices.yaml"
    return """
      #!/bin/sh
      # Asks AWS's price list for what a fleet in \(region.printable) has, and writes each answer to a file of this folder;
      # it only reads, stops at the first failure, and may be run again.
      # Text of the profile stands in single quotes, in which a shell expands nothing.
      # shellcheck disable=SC2016

      set -eu
      export AWS_PAGER='' AWS_CLI_AUTO_PROMPT=off
      echo 'This asks for prices and changes nothing.' >&2

      \(calls.joined(separator: "\n"))

      echo \(ShellCommand.word("Next: \(next)")) >&2

      """
  }

  /// The engines as the list calls them.
  private static let engines = [
    "postgresql": "PostgreSQL", "mysql": "MySQL", "mariadb": "MariaDB",
    "aurora-postgresql": "Aurora PostgreSQL",
    "aurora-mysql": "Aurora MySQL",
  ]
}

extension CacheEngine {
  fileprivate var listName: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}
