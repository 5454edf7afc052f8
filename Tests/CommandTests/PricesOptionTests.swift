import Foundation
import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `--prices` {
  private func run(_ files: [String: String], _ arguments: String...) async throws -> Outcome {
    let folder = URL.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return try await Program.headroom.run(arguments, in: folder)
  }

  private static let head = "format: headroom-prices/1\nsource: agreement\ncollected: 2026-11-01\n"
  private static let cheap =
    head + "region: us-east-1\ninstances: [{type: c6i.2xlarge, usd_per_hour: 0.29}]\n"
  private static let off = head + "discounts: {ec2: 10}\n"

  @Test func `puts own prices into the summary and says whose they are`() async throws {
    let outcome = try await run(["own.yaml": Self.cheap], "summary", "--prices", "own.yaml")
    #expect(outcome.ending == .exit(0))
    // 50 x 0.29 x 730 h
    #expect(outcome.output.contains("10,585.00"))
    #expect(outcome.output.contains("under prices of own.yaml"))
  }

  @Test func `lets a later file win`() async throws {
    let files = ["own.yaml": Self.cheap, "off.yaml": Self.off]
    let discounted = try await run(files, "summary", "--prices", "own.yaml", "--prices", "off.yaml")
    // 50 x 0.29 x 0.9 x 730 h
    #expect(discounted.output.contains("9,526.50"))
    let stated = try await run(files, "summary", "--prices", "off.yaml", "--prices", "own.yaml")
    #expect(stated.output.contains("10,585.00"))
  }

  @Test func `says that prices for another Region are not used`() async throws {
    let text = Self.cheap.replacing("us-east-1", with: "eu-west-1")
    let outcome = try await run(["eu.yaml": text], "summary", "--prices", "eu.yaml")
    #expect(
      outcome.error
        == "headroom: eu.yaml: no price is used, since they are for eu-west-1 and the profile is for us-east-1\n"
    )
    #expect(outcome.output.contains("12,410.00"))
  }

  @Test func `names the file to programs`() async throws {
    let outcome = try await run(
      ["own.yaml": Self.cheap], "summary", "--format", "json", "--prices", "own.yaml")
    let report = try JSONSerialization.jsonObject(with: Data(outcome.outputBytes)) as? [String: Any]
    let book = try #require(report?["price_book"] as? [String: Any])
    #expect((book["overlays"] as? [[String: String]])?.first?["file"] == "own.yaml")
    // The oldest price that the total rests on: the list prices of the database and of the cache.
    #expect(book["collected"] as? String == "2025-04-04")
  }

  @Test func `tells mistakes with their place`() async throws {
    let outcome = try await run(["own.yaml": Self.head + "discount: 5\n"], "summary", "--prices", "own.yaml")
    #expect(outcome.ending == .exit(65))
    #expect(outcome.error == "own.yaml:4:1: discount: no such key; did you mean discounts?\n")
    #expect(try await run([:], "summary", "--prices", "own.yaml").ending == .exit(66))
  }

  @Test func `has its files validated like profiles`() async throws {
    let wrong = Self.head + "discounts: {ec2: 101}\n"
    let outcome = try await run(
      ["own.yaml": Self.cheap, "wrong.yaml": wrong], "validate", "own.yaml", "wrong.yaml")
    #expect(outcome.ending == .exit(65))
    #expect(
      outcome.output == """
        own.yaml: ok
        wrong.yaml:4:18: discounts.ec2: 101 is out of range; expected a number from 0 to 100

        """)
  }
}
