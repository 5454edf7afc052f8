import Foundation
import Planning
import Reports
import Testing

/// The promise to other programs: keys of `headroom-report/1` are never renamed or left out, only added to.
@Suite struct `The format headroom-report/1` {
  private let report: [String: Any]

  init() throws {
    let json = Data(SummaryReport(Guide.source).rendered(as: .json).utf8)
    report = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
  }

  private func object(_ path: String) throws -> [String: Any] {
    try path.split(separator: ".").reduce(report) { object, key in
      let value = object[String(key)]
      return try #require(value as? [String: Any] ?? (value as? [[String: Any]])?.first, "\(path)")
    }
  }

  @Test(arguments: [
    (
      "",
      [
        "format", "profile", "price_book", "fleet", "demand", "walls", "first_wall", "costs", "quotas",
        "voice",
        "findings", "assumptions",
      ]
    ),
    ("profile", ["name", "region", "sha256"]),
    ("price_book", ["region", "collected", "overlays"]),
    ("fleet", ["instance_type", "min", "desired", "max"]),
    ("demand", ["concurrent_users", "requests_per_minute"]),
    ("demand.requests_per_minute", ["low", "likely", "high"]),
    ("walls", ["id", "users", "headroom_percent", "unknown"]),
    ("walls.users", ["min", "desired", "max"]),
    ("walls.headroom_percent", ["min", "desired", "max"]),
    ("first_wall", ["min", "desired", "max"]),
    ("costs", ["quoted", "list", "list_over_quoted"]),
    ("costs.quoted", ["lines", "total", "complete"]),
    ("costs.quoted.lines", ["id", "floor", "low", "high", "formula"]),
    ("costs.list", ["lines", "total", "complete", "unpriced"]),
    ("costs.list.unpriced", ["id", "reason"]),
    ("costs.list_over_quoted", ["low", "high"]),
    (
      "quotas",
      ["service", "code", "name", "default", "applied", "needed", "request", "verdict", "command"]
    ),
    (
      "voice",
      ["offered_sessions", "sessions", "probability_of_waiting", "sessions_for_5_percent_wait"]
    ),
    ("findings", ["id", "severity", "subject", "message", "fix"]),
    ("assumptions", ["key", "value", "source", "reason"]),
  ])
  func `has every key`(path: String, keys: [String]) throws {
    #expect(Set(keys).subtracting(try object(path).keys) == [])
  }

  @Test func `carries money as decimal strings and users as whole numbers`() throws {
    #expect(try object("costs.quoted.total")["low"] as? String == "5425.00")
    #expect(try object("costs.list.total")["high"] as? String == "50759.27")
    #expect(try object("walls.users")["desired"] as? Int == 199_988)
    #expect(try object("walls.headroom_percent")["desired"] as? Double == -20)
    #expect(try object("costs.list_over_quoted")["low"] as? Double == 4.08)
    #expect(try object("costs.list")["complete"] as? Bool == false)
  }

  @Test func `has null for what is not quoted, not there or not known`() throws {
    let source = Guide.source {
      $0.quotes = .init()
      $0.voice = nil
      $0.cache?.nodeType = "cache.unknown"
    }
    let json = SummaryReport(source).rendered(as: .json)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let costs = try #require(report["costs"] as? [String: Any])
    #expect(costs["quoted"] is NSNull)
    #expect(costs["list_over_quoted"] is NSNull)
    #expect(report["voice"] is NSNull)
    let walls = try #require(report["walls"] as? [[String: Any]])
    let memory = try #require(walls.first { $0["id"] as? String == "cache_memory" })
    #expect((memory["users"] as? [String: Any])?["max"] is NSNull)
    #expect(memory["unknown"] as? String == "nothing is known of the cache node type cache.unknown")
  }
}
