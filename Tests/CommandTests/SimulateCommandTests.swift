import Foundation
import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `headroom simulate, uncertainty, size and ramp` {
  @Test func `a trace has a row for every minute`() async throws {
    let folder = URL.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try await Program.headroom.run(
      "simulate", "--scenario", "launch", "--hours", "2", "--trace", "trace.csv", "--format", "json",
      in: folder)
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output.contains("\"format\": \"headroom-simulation/1\""))
    let trace = try String(contentsOf: folder.appending(path: "trace.csv"), encoding: .utf8)
    #expect(trace.split(whereSeparator: \.isNewline).count == 1 + 120)
  }

  @Test func `a traffic file is read, and its mistakes have a place`() async throws {
    let folder = URL.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "minute,users\n0,1000\n60,2000\n".write(
      to: folder.appending(path: "good.csv"), atomically: true, encoding: .utf8)
    try "minute,users\n0,1000\nsoon,2000\n".write(
      to: folder.appending(path: "bad.csv"), atomically: true, encoding: .utf8)
    #expect(
      try await Program.headroom.run("simulate", "--traffic", "good.csv", in: folder).ending == .exit(0))
    let bad = try await Program.headroom.run("simulate", "--traffic", "bad.csv", in: folder)
    #expect(bad.ending == .exit(65))
    #expect(bad.error.hasPrefix("bad.csv:3:1: minute: found \"soon\""))
  }

  @Test(arguments: [
    ("--scenario day --from-users 5", "--from-users is for --scenario launch."),
    ("--ramp-minutes 5", "--ramp-minutes is for --scenario launch."),
    ("--hours 2 --lose-zone-at 120", "--lose-zone-at 120 is after the last minute, 119."),
  ])
  func `an option that would change nothing is refused`(options: String, message: String) async throws {
    let words = options.split(separator: " ").map(String.init)
    let outcome = try await Program.headroom.run(["simulate"] + words)
    #expect(outcome.ending == .exit(64))
    #expect(outcome.error.contains(message), "\(outcome.error)")
  }

  @Test func `what would hold is told when it is asked for`() async throws {
    let arguments = ["simulate", "--lose-zone-at", "20:00", "--what-would-hold"]
    let text = try await Program.headroom.run(arguments)
    #expect(text.ending == .exit(0))
    #expect(text.output.contains("66 from 19:57 until 20:03, once"))
    #expect(text.output.contains("No larger start holds: a day is begun by a hidden one"))
    let json = try await Program.headroom.run(arguments + ["--format", "json"])
    #expect(json.output.contains("\"what_would_hold\": ["))
    #expect(json.output.contains("{\"key\": \"compute.target_cpu_percent\", \"value\": \"67\"}"))
    let plain = try await Program.headroom.run("simulate", "--format", "json")
    #expect(!plain.output.contains("what_would_hold"))
  }

  @Test func `the same seed gives the same bytes on one thread and on three`() async throws {
    let one = try await Program.headroom.run(
      "uncertainty", "--samples", "50000", "--threads", "1", "--format", "json")
    let three = try await Program.headroom.run(
      "uncertainty", "--samples", "50000", "--threads", "3", "--format", "json")
    let other = try await Program.headroom.run(
      "uncertainty", "--samples", "50000", "--seed", "2", "--format", "json")
    #expect(one.ending == .exit(0))
    #expect(one.outputBytes == three.outputBytes)
    #expect(one.outputBytes != other.outputBytes)
  }

  @Test(arguments: [
    ["simulate", "--hours", "1", "--days", "1"], ["simulate", "--days", "0"],
    ["simulate", "--scenario", "week"],
    ["uncertainty", "--samples", "0"], ["size", "--users", "0"], ["size", "--headroom", "-1"],
    ["size", "--vcpus", "0.5..0.6"],
  ])
  func `what makes no sense is a usage error`(arguments: [String]) async throws {
    let outcome = try await Program.headroom.run(arguments)
    #expect(outcome.ending == .exit(64))
    #expect(outcome.output == "")
  }

  @Test func `a fleet is sized for more users`() async throws {
    let outcome = try await Program.headroom.run(
      "size", "--users", "400000", "--headroom", "20", "--format", "json")
    #expect(outcome.ending == .exit(0))
    // 400,000 x 1.2 x (0.25 + 0.02 / 1440) / 1,000 = 120.007
    #expect(outcome.output.contains("\"desired\": 121"))
  }

  @Test func `the load test is a Locust file on request`() async throws {
    let outcome = try await Program.headroom.run("ramp", "--locust")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output.contains("LoadTestShape"))
  }
}
