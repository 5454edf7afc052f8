import Foundation
import Harness
import Testing

@Suite(.timeLimit(.minutes(10)))
struct `headroom horizon and commit` {
  /// The guide with growth, as a file in a folder of its own.
  private func folder() throws -> URL {
    let folder = URL.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let fleet = """
      format: headroom/1
      name: Growing
      region: us-east-1
      demand: {concurrent_users: 20000, requests_per_user_per_minute: 0.2..0.3}
      compute:
        instance_type: c6g.2xlarge
        instances: {min: 4, desired: 10, max: 20}
        requests_per_instance_per_minute: 1000
      growth: {from: 2026-12, monthly_percent: 2..4..7}
      """
    for (name, text) in [
      ("fleet.yaml", fleet),
      ("points.yaml", fleet.replacing("monthly_percent: 2..4..7", with: "users: {2026-12: 30000}")),
      ("month.yaml", fleet.replacing("2026-12", with: "2026-13")),
    ] {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    return folder
  }

  @Test(arguments: [
    (["horizon", "fleet.yaml"], 0), (["horizon", "fleet.yaml", "--format", "ics"], 0),
    (["horizon", "fleet.yaml", "--resize", "--months", "120"], 0), (["commit", "fleet.yaml"], 0),
    (["horizon"], 64), (["horizon", "--monthly-percent", "2..4..6"], 0), (["commit"], 0),
    (["horizon", "fleet.yaml", "--from", "2026-11"], 64),
    (["horizon", "fleet.yaml", "--from", "2026-13"], 64),
    (["horizon", "fleet.yaml", "--months", "0"], 64), (["horizon", "fleet.yaml", "--months", "121"], 64),
    (["horizon", "fleet.yaml", "--monthly-percent", "6..4"], 64),
    (["horizon", "fleet.yaml", "--monthly-percent", "101"], 64), (["horizon", "points.yaml"], 65),
    (["horizon", "fleet.yaml", "--monthly-percent", "0x3"], 64),
    (["horizon", "fleet.yaml", "--monthly-percent", "2..9..4"], 64),
    (["horizon", "month.yaml"], 65), (["commit", "fleet.yaml", "--discount", "101"], 64),
    (["check", "fleet.yaml", "--act-by", "0", "--as-of", "2025-06-01"], 0),
    (["check", "fleet.yaml", "--act-by", "3650", "--as-of", "2026-12-01"], 1),
    (["check", "fleet.yaml", "--act-by", "-1"], 64),
    (["summary", "fleet.yaml", "--format", "focus", "--column", "day", "--month", "2028-02"], 0),
    (["summary", "fleet.yaml", "--format", "focus", "--column", "event"], 64),
    (["summary", "fleet.yaml", "--column", "day"], 64),
  ])
  func `end as they should`(words: [String], code: Int) async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try await Program.headroom.run(words, in: folder)
    #expect(outcome.ending == .exit(Int32(code)), "\(outcome.error)")
    #expect(code == 0 || !outcome.error.isEmpty)
  }

  /// The place is that of the growth, line 9.
  @Test(arguments: [
    (
      "github",
      "::error file=fleet.yaml,line=9,col=42,title=act_by::wanted nothing to act on within 3650 days"
    ),
    ("junit", "<testcase classname=\"fleet.yaml\" name=\"act_by\">"),
    ("markdown", "| **not met** | nothing to act on within 3,650 days | "),
    ("text", "not met  nothing to act on within 3,650"),
  ])
  func `what is due is told as every gate is`(format: String, words: String) async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try await Program.headroom.run(
      "check", "fleet.yaml", "--act-by", "3650", "--as-of", "2026-12-01", "--format", format, in: folder)
    #expect(outcome.ending == .exit(1))
    #expect(outcome.output.contains(words.replacing("3650", with: "3,650")), "\(outcome.output)")
  }

  @Test func `a point of growth that is too early has its place`() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = try await Program.headroom.run("validate", "points.yaml", in: folder)
    #expect(outcome.ending == .exit(65))
    let told = outcome.output + outcome.error
    #expect(told.contains("growth.users: 2026-12 is not after"), "\(told)")
  }

  @Test func `what has no price is told beside the rows`() async throws {
    let outcome = try await Program.headroom.run("summary", "--format", "focus")
    #expect(outcome.ending == .exit(0))
    #expect(outcome.error.contains("voice has no price and is in no row"))
    #expect(outcome.output.hasPrefix("BilledCost,"))
  }
}
