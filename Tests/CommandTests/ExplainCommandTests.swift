import Foundation
import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `headroom explain of a number` {
  private func explain(_ arguments: String...) async throws -> Outcome {
    try await Program.headroom.run(["explain"] + arguments, in: URL(filePath: "/"))
  }

  @Test func `tells a line's charges, formula and who says so`() async throws {
    let outcome = try await explain("cost.nat", "--format", "csv")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output.contains("list,formula,3 gateways x 730 h x $0.045 + "))
    #expect(
      outcome.output.contains(
        "list,network.nat_gateways,3,default: assumed one a zone where subnets are private"))
  }

  @Test func `tells what the total rests on and what is not in it`() async throws {
    let text = try await explain("cost.total").output.split { $0.isWhitespace }.joined(separator: " ")
    #expect(text.contains("38% of the likely list total rests on assumptions"))
    #expect(text.contains("support.plan"))
    #expect(try await explain("cost.total", "--format", "markdown").output.contains("Total without voice"))
  }

  @Test func `tells what a wall carries, and why`() async throws {
    let outcome = try await explain("wall.compute", "--format", "json")
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    #expect(json?["format"] as? String == "headroom-explanation/1")
    #expect((json?["wall"] as? [String: Any])?["formula"] is String)
  }

  @Test func `names the nearest number that the plan has`() async throws {
    let outcome = try await explain("cost.nta")
    #expect(outcome.ending == .exit(64))
    #expect(outcome.error.hasPrefix("headroom: the plan has no number cost.nta; did you mean cost.nat?"))
  }
}
