import Foundation
import Harness
import Testing

/// Results of an independent calculation, and fleets from before public incidents, as data beside this file.
enum CapacityCases {
  typealias Object = [String: Any]

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

  static func object(_ file: String) throws -> Object {
    try object(Data(contentsOf: folder.appending(path: file)))
  }

  static func object(_ data: Data) throws -> Object {
    try #require(try JSONSerialization.jsonObject(with: data) as? Object)
  }

  /// The cases of a file by id.
  static func cases(_ file: String) -> [String: Object] {
    let cases = (try? object(file))?["cases"] as? [Object] ?? []
    return Dictionary(
      uniqueKeysWithValues: cases.compactMap { one in (one["id"] as? String).map { ($0, one) } })
  }

  static func run(_ arguments: [String]) async throws -> Object {
    let outcome = try await Program.headroom.run(arguments + ["--format", "json"], in: folder)
    return try object(Data(outcome.outputBytes))
  }
}

@Suite("A fleet of the cases", .timeLimit(.minutes(10)))
struct CapacityCaseTests {
  private static var capacity: [String: CapacityCases.Object] { CapacityCases.cases("capacity2.json") }
  private static var simulations: [String: CapacityCases.Object] { CapacityCases.cases("simulation.json") }

  @Test func `is at hand`() {
    #expect(Self.capacity.count >= 4 && Self.simulations.count >= 30)
  }

  @Test(arguments: capacity.keys.sorted())
  func `has the walls, the reach and the verdict of an independent calculation`(id: String) async throws {
    let one = try #require(Self.capacity[id])
    let expected = try #require(one["expected"] as? CapacityCases.Object)
    let summary = try await CapacityCases.run(["summary", try #require(one["profile"] as? String)])
    let walls = try #require(summary["walls"] as? [CapacityCases.Object])
    for (key, name) in [("users", "walls"), ("users_at_high", "walls_at_high_demand")] {
      for (wall, users) in try #require(expected[name] as? [String: NSDictionary]) {
        let found = walls.first { $0["id"] as? String == wall }?[key] as? NSDictionary
        #expect(found == users, "\(wall) \(key)")
      }
    }
    for key in ["first_wall", "carried", "reach"] {
      #expect(summary[key] as? NSDictionary == expected[key] as? NSDictionary, "\(key)")
    }
    #expect(summary["verdict"] as? String == expected["verdict"] as? String)
    let judged = try #require(summary["walls"] as? [CapacityCases.Object]).filter {
      $0["assumed"] as? Bool == true
    }
    #expect(judged.compactMap { $0["id"] as? String } == expected["assumed"] as? [String])
  }

  @Test(arguments: simulations.keys.sorted())
  func `lives through the minutes of an independent simulation`(id: String) async throws {
    let one = try #require(Self.simulations[id])
    let expected = try #require(one["expected"] as? CapacityCases.Object)
    let found = try await CapacityCases.run(
      ["simulate", try #require(one["profile"] as? String)] + (one["args"] as? [String] ?? []))
    for key in [
      "minutes", "saturated_minutes", "minutes_above_target", "peak_instances", "lowest_desired",
      "first_saturated_minute", "last_saturated_minute", "cost",
    ] {
      #expect((found[key] as? NSObject) == (expected[key] as? NSObject), "\(key)")
    }
    let requests = try #require(expected["requests"] as? Double)
    for key in ["requests", "requests_turned_away", "requests_failed_at_dead_targets", "retried_requests"] {
      let (one, other) = (try #require(found[key] as? Double), try #require(expected[key] as? Double))
      #expect(abs(one - other) <= 1 + 1e-6 * requests, "\(key)")
    }
    #expect(found["actions"] as? NSDictionary == expected["actions"] as? NSDictionary)
    for key in ["desired", "from_minute", "to_minute"] {
      let (one, other) = (
        found["prescale"] as? CapacityCases.Object, expected["prescale"] as? CapacityCases.Object
      )
      #expect(one?[key] as? Int == other?[key] as? Int, "prescale \(key)")
    }
    #expect(found["prescale_unknown"] as? String == expected["prescale_unknown"] as? String)
  }
}

@Suite("A public incident", .timeLimit(.minutes(10)))
struct IncidentTests {
  private static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: CapacityCases.folder.path + "/incidents")) ?? [])
    .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()

  private static let ranks = ["note": 0, "warning": 1, "error": 2]

  @Test func `and a fleet that held are at hand`() {
    #expect(Self.names.count >= 13)
  }

  @Test(arguments: names)
  func `is foreseen from the fleet before it, and a fleet that held is not accused`(name: String) async throws
  {
    let profile = "incidents/\(name).yaml"
    let expected = try CapacityCases.object("incidents/\(name).json")
    let summary = try await CapacityCases.run(["summary", profile])
    let review = try await CapacityCases.run(["review", profile])
    let findings = try #require(review["findings"] as? [CapacityCases.Object])
    let says = { (wanted: CapacityCases.Object) in
      findings.contains { finding in
        finding["id"] as? String == wanted["id"] as? String
          && Self.rank(finding["severity"]) >= Self.rank(wanted["at_least"])
      }
    }
    for wanted in expected["findings"] as? [CapacityCases.Object] ?? [] { #expect(says(wanted), "\(wanted)") }
    for unwanted in expected["never"] as? [CapacityCases.Object] ?? [] {
      #expect(!says(unwanted), "\(unwanted)")
    }
    if expected["never_error"] as? Bool == true {
      #expect(!findings.contains { $0["severity"] as? String == "error" })
    }
    if let verdicts = expected["verdict"] as? [String] {
      #expect(verdicts.contains(summary["verdict"] as? String ?? ""))
    }
    for (size, wall) in expected["first_wall"] as? [String: String] ?? [:] {
      #expect((summary["first_wall"] as? CapacityCases.Object)?[size] as? String == wall)
    }
    if let check = expected["check"] as? CapacityCases.Object, let arguments = check["args"] as? [String] {
      let outcome = try await Program.headroom.run(["check", profile] + arguments, in: CapacityCases.folder)
      #expect(outcome.ending == .exit(Int32(check["exit"] as? Int ?? 0)))
    }
    for played in expected["simulate"] as? [CapacityCases.Object] ?? [] {
      let found = try await CapacityCases.run(["simulate", profile] + (played["args"] as? [String] ?? []))
      let some = (found["requests_turned_away"] as? Double ?? 0) > 0
      #expect(some == (played["turned_away"] as? String == "some"), "\(played)")
      let walls = (found["turned_away_by"] as? [CapacityCases.Object] ?? []).compactMap {
        $0["wall"] as? String
      }
      #expect(Set(played["walls"] as? [String] ?? []).isSubset(of: walls))
    }
  }

  private static func rank(_ severity: Any?) -> Int { (severity as? String).flatMap { ranks[$0] } ?? -1 }
}
