import Files
import Foundation
import Testing

@testable import Planning

@Suite("A wall")
struct WallKindTests {
  /// A wall that the program does not have, whole in one place: 2 gates an instance, each for 300 responses of 250 ms.
  static let gates = WallKind(
    Wall.ID("gates", "Gates", breaks: .many), growthKey: { _ in "compute.gunicorn.threads" }
  ) {
    fleet in
    .capacity(
      Capacity(
        [fleet.instances, Capacity.Term(2, " gates", .one("name")), Capacity.Term(60, "")],
        per: [.responseTime, .requestsPerUser]))
  }

  private let plan = Plan(
    Guide.profile, facts: .builtIn,
    model: Model(lines: Model.standard.lines, walls: Model.standard.walls + [gates]))

  @Test func `is carried, first, explained and drawn once it is said`() throws {
    let wall = try #require(plan.wall(Self.gates.id))
    // 50 instances x 2 x 60 / (0.25 s x 0.250013889)
    #expect(wall.wholeUsers(at: .desired) == 95_994)
    #expect(plan.firstWall.desired == Self.gates.id)
    #expect(plan.sentence(at: .desired).hasSuffix("gates break first."))
    let explanation = plan.explanation(of: Self.gates.id)
    #expect(
      explanation.formula
        == "25 | 50 | 100 instances x 2 gates x 60 / (0.25 s x 0.250014 requests/min a user)")
    #expect(explanation.inputs.map(\.name).contains("demand.response_time_ms"))
    let draws = UncertaintyRun(plan, samples: 5120, seed: 1).finished()
    let chance = try #require(draws.walls.first { $0.id == Self.gates.id }?.short)
    #expect(chance.desired > 0.9)
    // 200 gates carry 191,989 users at max, so the rule on short parts speaks of it too.
    #expect(Review(plan).findings.contains { $0.id == "HR107" && $0.message.hasPrefix("Gates carry 191,98") })
  }

  @Test(arguments: WallKind.all.map(\.id))
  func `stands in a file that is named for it`(id: Wall.ID) {
    let words = id.rawValue.split(separator: "_").map(\.capitalized)
    let name = words.first == "Quota" ? words.dropFirst().joined() + "Quota" : words.joined()
    #expect(SourceFiles.names(in: "Sources/Planning/Capacity/Walls").contains("\(name)Wall.swift"))
  }

  @Test
  func `of every quota table stands in a folder of tables, and every quota of the facts in one of them`() {
    #expect(
      SourceFiles.names(in: "Sources/Planning/Quotas/Tables").allSatisfy { $0.hasSuffix("Quotas.swift") })
    #expect(Set(QuotaBook.builtIn.entries.map(\.kind.id)) == Set(QuotaKind.all.map(\.id)))
  }
}
