import Foundation
import Harness
import Testing

@Suite("Response times of the cases", .timeLimit(.minutes(10)))
struct LatencyCaseTests {
  private typealias Object = CapacityCases.Object
  private static var cases: [String: CapacityCases.Object] { CapacityCases.cases("latency.json") }

  @Test func `are at hand`() { #expect(Self.cases.count >= 3) }

  @Test(arguments: cases.keys.sorted())
  func `are those of an independent calculation`(id: String) async throws {
    let one = try #require(Self.cases[id])
    let profile = try #require(one["profile"] as? String)
    let expected = try #require(one["expected"] as? Object)
    let summary = try await CapacityCases.run(["summary", profile])
    let latency = try #require(summary["latency"] as? Object)
    for key in ["service_ms", "cpu_ms", "cv"] { expect(latency[key], expected[key], within: 0.005, key) }
    for (size, figures) in try #require(expected["at"] as? [String: Object]) {
      let found = try #require((latency["at"] as? [String: Object])?[size])
      for key in ["utilisation_percent", "mean_ms", "p50_ms", "p95_ms", "p99_ms"] {
        expect(found[key], figures[key], within: 0.005, "\(size) \(key)")
      }
      #expect(found["at_least"] as? Bool == figures["at_least"] as? Bool)
    }
    let walls = try #require(summary["walls"] as? [Object])
    let wall = try #require(walls.last { $0["id"] as? String == "latency" })
    #expect(wall["decides"] as? Bool == expected["decides"] as? Bool)
    for (key, name) in [("users", "wall"), ("users_at_high", "wall_at_high")] {
      for (size, users) in try #require(expected[name] as? Object) {
        expect((wall[key] as? Object)?[size], users, within: 0.003, "\(key) \(size)")
      }
    }
    let sizing = try await CapacityCases.run(["size", profile])["for_slo"] as? Object
    #expect(sizing?["instances"] as? Int == expected["instances_for_slo"] as? Int)
    #expect(sizing?["instances_less_100_ms"] as? Int == expected["instances_for_slo_less_100_ms"] as? Int)
  }

  @Test(arguments: cases.keys.sorted())
  func `gate a change, speak in a review and are played through a day`(id: String) async throws {
    let one = try #require(Self.cases[id])
    let profile = try #require(one["profile"] as? String)
    for gate in try #require(one["gates"] as? [Object]) {
      let arguments = try #require(gate["args"] as? [String])
      let outcome = try await Program.headroom.run(["check", profile] + arguments, in: CapacityCases.folder)
      #expect(outcome.ending == .exit(Int32(try #require(gate["exit"] as? Int))))
    }
    let review = try await CapacityCases.run(["review", profile])
    let ids = (review["findings"] as? [Object] ?? []).compactMap { $0["id"] as? String }
    let spoken = Set(ids).intersection(["HR115", "HR116", "HR117", "HR118"])
    #expect(spoken == Set((one["expected"] as? Object)?["findings"] as? [String] ?? []))
    for played in try #require(one["simulations"] as? [Object]) {
      let found = try await CapacityCases.run(["simulate", profile] + (played["args"] as? [String] ?? []))
      let (latency, expected) = (found["latency"] as? Object, played["expected"] as? Object)
      #expect(latency?["minutes_over_slo"] as? Int == expected?["minutes_over_slo"] as? Int)
      expect(latency?["budget_eaten_percent"], expected?["budget_eaten_percent"], within: 0.001, "budget")
    }
  }

  @Test func `are in the comment on a change that moves them, and in the story of their wall`() async throws {
    let fleet = CapacityCases.folder.appending(path: "latency/guide-like.yaml")
    let smaller = try String(contentsOf: fleet, encoding: .utf8).replacing("desired: 70", with: "desired: 62")
    let comment = try await Program.headroom.run(
      "diff", fleet.path, "-", "--format", "markdown", input: smaller.utf8)
    #expect(comment.output.contains("p95 at desired rises from 1,173 ms to "))
    let story = try await Program.headroom.run(["explain", "wall.latency", fleet.path])
    #expect(story.output.contains("What lowers p95 most"))
  }

  private func expect(_ found: Any?, _ wanted: Any?, within share: Double, _ what: String) {
    guard let wanted = wanted as? Double else {
      Issue.record("nothing is expected of \(what)")
      return
    }
    let number = found as? Double ?? .nan
    #expect(abs(number - wanted) <= share * abs(wanted) + 0.1, "\(what): \(number) instead of \(wanted)")
  }
}
