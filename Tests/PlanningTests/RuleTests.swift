import Files
import Planning
import Testing

/// One thing changed in a sound profile, and the rule that must speak.
struct Fault: Sendable, CustomTestStringConvertible {
  let id: String
  let what: String
  let change: @Sendable (inout Profile) -> Void

  init(_ id: String, _ what: String, _ change: @escaping @Sendable (inout Profile) -> Void) {
    self.id = id
    self.what = what
    self.change = change
  }

  var testDescription: String { "\(id) \(what)" }

  var profile: Profile {
    var profile = Sound.profile
    change(&profile)
    return profile
  }
}

@Suite struct `Every rule` {
  /// Every collected price is older than ninety days by then.
  @Test func `is silent on a sound profile, but for old prices`() {
    let review = Review(Plan(Sound.profile), asOf: Day("2026-12-24"))
    #expect(review.findings.map(\.id) == ["HR805"])
    #expect(Review(Plan(Sound.profile)).findings.isEmpty)
  }

  @Test(arguments: Fault.all)
  func `speaks when one thing is wrong, and is silent again when its fix is made`(fault: Fault) throws {
    let day = Day("2026-12-24")
    let found = Review(Plan(fault.profile), asOf: day).findings.filter { $0.id == fault.id }
    let finding = try #require(found.first, "\(fault.id) says nothing")
    #expect(!finding.message.isEmpty && !finding.fix.text.isEmpty)

    let changes = found.flatMap(\.fix.changes)
    if !changes.isEmpty {
      let mended = fault.profile.applying(changes)
      #expect(!Review(Plan(mended), asOf: day).findings.contains { $0.id == fault.id })
    }
  }

  @Test func `has a fault in this table`() {
    #expect(Set(Rule.all.map(\.id)).subtracting(Fault.all.map(\.id)) == ["HR805", "HR921"])
  }

  @Test(arguments: Fault.bearable)
  func `draws its line where it says`(fault: Fault) {
    #expect(!Review(Plan(fault.profile)).findings.contains { $0.id == fault.id })
  }

  @Test func `has an id of its own, in order`() {
    let ids = Rule.all.map(\.id)
    #expect(ids == Set(ids).sorted())
    for id in ids { #expect(id.wholeMatch(of: #/HR[1-9][0-9][0-9]/#) != nil) }
  }

  @Test func `tells its whole story in sentences`() {
    for rule in Rule.all {
      for text in [rule.check, rule.reason, rule.remedy] {
        #expect(text.hasSuffix("."), "\(rule.id): \(text)")
      }
      #expect(!rule.title.hasSuffix("."))
      #expect(Day(rule.source.collected) != nil)
    }
  }

  @Test func `speaks of keys that the format has`() {
    for fault in Fault.all {
      for finding in Review(Plan(fault.profile)).findings {
        #expect(Catalog.field(at: finding.subject) != nil, "\(finding.id) is about \(finding.subject)")
        #expect(finding.message.hasSuffix("."))
      }
    }
  }

  /// What a finding is about is what the profile says; what that comes to stands behind it in brackets.
  @Test func `is about what its key says`() {
    for fault in Fault.all {
      for finding in Review(Plan(fault.profile), asOf: Day("2026-12-24")).findings {
        let value = Catalog[finding.subject].value(fault.profile)?.text ?? "not stated"
        let isPart = value.replacing(",", with: "").contains(finding.evidence.replacing(",", with: ""))
        let isAbsent = finding.evidence.contains(": not stated")
        #expect(
          finding.evidence == value || finding.evidence.hasPrefix("\(value) (") || isPart || isAbsent,
          "\(finding.id): \(finding.subject) is \(value), not \(finding.evidence)")
      }
    }
  }

  @Test(arguments: [
    ("HR503", "compute.gunicorn.threads", "16 (102,400 connections to a node)"),
    ("HR402", "database.sqlalchemy.pool_size", "20 (50 with max_overflow)"),
    ("HR351", "load_balancer.unhealthy_threshold", "5 (150 s in all)"),
    ("HR901", "quotas", "bedrock/L-FC3AC7EE: not stated (20 by default)"),
  ])
  func `says what a value comes to as what it is`(id: String, subject: String, evidence: String) throws {
    var profile = Guide.profile
    if id == "HR503" { profile.compute.instances.max = 800 }
    let finding = try #require(Review(Plan(profile)).findings.first { $0.id == id })
    #expect(finding.subject == subject)
    #expect(finding.evidence == evidence)
  }

  /// 10,000 instances x 8 workers need 80,000 connections of the 65,000 that a node takes.
  @Test func `proposes no pool of no connections`() throws {
    var profile = Guide.profile
    profile.compute.instances.max = 10_000
    let finding = try #require(Review(Plan(profile)).findings.first { $0.id == "HR503" })
    #expect(
      finding.fix.text
        == "Split the fleet over 2 caches: one connection for each of 80,000 workers is more than a node takes."
    )
  }

  /// 101 workers with 16 threads each are 1,616 clients, and PgBouncer takes 100.
  @Test func `proposes as many clients as the threads are`() throws {
    var profile = Guide.profile
    profile.compute.gunicorn?.workers = 101
    let finding = try #require(Review(Plan(profile)).findings.first { $0.id == "HR402" })
    #expect(finding.fix.text == "Set pool_size to 16, max_overflow to 0, max_client_connections to 1616.")
    #expect(
      !Review(Plan(profile.applying(finding.fix.changes))).findings.contains { $0.id == "HR402" })
  }

  @Test func `says where the format has no room for what is needed`() throws {
    var profile = Guide.profile
    profile.demand.concurrentUsers = 1_000_000_000
    let finding = try #require(Review(Plan(profile)).findings.first { $0.id == "HR101" })
    #expect(finding.fix.changes.isEmpty)
    #expect(
      finding.fix.text.hasSuffix(
        "That is outside what a profile can say of compute.instances.max, so the plan has to change in another place."
      ))
  }

  @Test(arguments: [99, 99.5])
  func `proposes an alarm that is above what is expected`(target: Double) throws {
    var profile = Guide.profile
    profile.compute.targetCPUPercent = target
    profile.monitoring?.alarms = [Alarm(metric: "cpu_percent", above: target)]
    let finding = try #require(Review(Plan(profile)).findings.first { $0.id == "HR209" })
    #expect(!finding.fix.changes.isEmpty)
    #expect(
      !Review(Plan(profile.applying(finding.fix.changes))).findings.contains {
        ["HR209", "HR210"].contains($0.id)
      })
  }

  @Test func `never holds an instance to no requests`() throws {
    var profile = Guide.profile
    profile.compute.requestsPerInstancePerMinute = 0.5
    let finding = try #require(Review(Plan(profile)).findings.first { $0.id == "HR207" })
    #expect(finding.fix.text.hasPrefix("Hold 66% with 0.47"))
    #expect(finding.fix.changes.count == 2)
  }

  @Test func `is found by its id, however it is written`() {
    #expect(Rule.named("hr303")?.id == "HR303")
    #expect(Rule.named("HR000") == nil)
  }
}
