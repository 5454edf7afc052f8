import Foundation
import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `headroom prices` {
  private func run(_ files: [String: String] = [:], _ arguments: String...) async throws -> Outcome {
    let folder = URL.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return try await Program.headroom.run(arguments, in: folder)
  }

  /// Five hundred rows that were drawn with a seed from the collected tables, before the program had them.
  private static let collected: [String: [[String]]] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "collected-rows.csv")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    let rows = text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    return Dictionary(grouping: rows) { $0[1] }
  }()

  /// What the program has to print of a collected row: service, name, what sets it apart, price and day.
  private func printed(_ row: [String]) -> String {
    let deployments = [
      "single": "Single-AZ", "multi": "Multi-AZ", "single-io-optimized": "I/O-optimized",
    ]
    let (name, detail, price, day) =
      switch row[0] {
      case "ec2": (row[2], "", row[3], row[5])
      case "rds": (row[3], "\"\(row[2]), \(deployments[row[4]] ?? "")\"", row[5], row[7])
      default: (row[3], row[2], row[4], row[6])
      }
    let agreeing = row[row.count - 2].split(separator: "+").count
    let agreement = agreeing == 1 ? "1 source" : "\(agreeing) sources agree"
    return "\(row[1]),\(row[0]),\(name),on_demand,\(detail),hour,\(price),,\(agreement),\(day),"
  }

  @Test func `has five hundred collected rows, each with how many agree and its day`() async throws {
    #expect(Self.collected.values.map(\.count).reduce(0, +) == 500)
    for (region, rows) in Self.collected {
      let lines = Data(try await run([:], "prices", "--region", region, "--format", "csv").outputBytes)
      for row in rows {
        let wanted = printed(row)
        #expect(lines.range(of: Data("\r\n\(wanted)".utf8)) != nil, "\(wanted)")
      }
    }
  }

  @Test func `says who says a price and since when`() async throws {
    let output = try await run(
      [:], "prices", "--region", "us-west-2", "--type", "m6i.2xlarge", "--format", "markdown"
    )
    .output
    #expect(output.contains("0.384"))
    #expect(output.contains("4 sources agree, 2025-10-28"))
    #expect(output.contains("coroot/cloud-pricing"))
    #expect(output.contains("no Savings Plan rate is known"))
  }

  @Test func `names what a misspelt type or Region is near`() async throws {
    let type = try await run([:], "prices", "--region", "eu-west-1", "--type", "c6i.2xlrge")
    #expect(type.ending == .exit(65))
    #expect(
      type.error == "headroom: no price of c6i.2xlrge in eu-west-1; did you mean c6i.2xlarge?\n")
    let region = try await run([:], "prices", "--region", "eu-wst-1")
    #expect(region.ending == .exit(65))
    #expect(region.error == "headroom: eu-wst-1 is not a Region that is known; did you mean eu-west-1?\n")
  }

  private static let fleet = """
    format: headroom/1
    name: Fleet in Thailand
    region: ap-southeast-7
    demand: {concurrent_users: 10000, requests_per_user_per_minute: 0.2..0.3}
    compute:
      instance_type: c6i.2xlarge
      instances: {min: 2, desired: 4, max: 8}
      requests_per_instance_per_minute: 1000
    database: {instance_class: db.r6g.large, connection_limit: 1000}
    cache: {node_type: cache.r6g.large}

    """

  @Test func `writes a price file for what a profile lacks, which reads once it is filled in`() async throws {
    let template = try await run(["fleet.yaml": Self.fleet], "prices", "--template", "fleet.yaml").output
    #expect(template.contains("{class: db.r6g.large, engine: postgresql, single_az: {usd_per_hour: }"))
    #expect(!template.contains("c6i.2xlarge") && !template.contains("cdn_gb"))

    let blank = try await run(
      ["fleet.yaml": Self.fleet, "own.yaml": template], "summary", "fleet.yaml", "--prices", "own.yaml")
    #expect(blank.ending == .exit(65))

    let filled = template.replacing("_hour: }", with: "_hour: 0.5}").replacing("usd: }", with: "usd: 0.1}")
      .replacing("source: ", with: "source: us").replacing("collected: ", with: "collected: 2026-11-01 ")
    let outcome = try await run(
      ["fleet.yaml": Self.fleet, "own.yaml": filled], "summary", "fleet.yaml", "--prices", "own.yaml",
      "--format", "json")
    let report = try JSONSerialization.jsonObject(with: Data(outcome.outputBytes)) as? [String: Any]
    let costs = try #require(report?["costs"] as? [String: Any])
    #expect((costs["list"] as? [String: Any])?["complete"] as? Bool == true, "\(outcome.error)")
  }

  @Test func `says what is missing in a Region, and how to give it`() async throws {
    let outcome = try await run(["fleet.yaml": Self.fleet], "summary", "fleet.yaml")
    #expect(outcome.output.replacing("\n    ", with: " ").contains("no RDS price in ap-southeast-7"))
    let review = try await run(["fleet.yaml": Self.fleet], "review", "fleet.yaml")
    #expect(review.output.contains("headroom prices --template"))
  }

  @Test func `tells what is known where`() async throws {
    let output = try await run([:], "regions", "--format", "csv").output
    let lines = output.split(separator: "\r\n").map(String.init)
    #expect(lines.count == 37)
    let tokyo = try #require(lines.first { $0.hasPrefix("ap-northeast-1,") })
    #expect(tokyo.hasPrefix("ap-northeast-1,Asia Pacific (Tokyo),3,japan,854,"))
    #expect(lines.contains { $0.hasPrefix("me-west-1,") && $0.contains(",0,0,0,") })
  }

  @Test func `finds where a fleet is cheapest, with what is not known there`() async throws {
    let output = try await run([:], "size", "--regions", "all", "--format", "csv").output
    let rows = output.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",").map(String.init) }
    #expect(rows.count == 34)
    #expect(rows.first { $0[0] == "ap-southeast-7" }?.last?.contains("database") == true)
    let compared = try await run([:], "size", "--regions", "eu-west-1,us-east-2", "--format", "csv").output
    #expect(compared.split(separator: "\r\n").count == 3)
    let wrong = try await run([:], "size", "--regions", "eu-wst-1")
    #expect(wrong.ending == .exit(64) && wrong.error.contains("did you mean eu-west-1?"))
  }
}
