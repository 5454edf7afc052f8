import Testing

@testable import Planning

/// What advice says about money, worked by hand.
@Suite("Advice with money")
struct SavingTests {
  private func finding(
    _ id: String, _ change: (inout Profile) -> Void, in profile: Profile = Sound.profile,
    on day: String? = nil
  ) throws -> Finding {
    var profile = profile
    change(&profile)
    return try #require(
      Review(Plan(profile), asOf: day.flatMap(Day.init)).findings.first { $0.id == id }, "\(id) says nothing")
  }

  /// 2 x 730 x 0.045 for gateways and 2 x 730 x 0.005 for their addresses
  @Test func `a gateway for each zone costs its hours and its address`() throws {
    let finding = try finding("HR813") { $0.network.natGateways = 1 }
    #expect(
      finding.message
        == "1 NAT gateway for 3 zones costs $73 a month less than one each, and a lost zone takes the way out of other"
        + " zones with it.")
    #expect(finding.fix.changes == [ProfileChange("network.nat_gateways", .count(3))])
  }

  /// 95 and 120 instances x 1,000 x 0.005
  @Test func `root volumes pay for every instance`() throws {
    let finding = try finding("HR814") { $0.compute.rootVolumeIOPS = 4000 }
    #expect(
      finding.message
        == "4,000 IOPS cost $475 to $600 a month more than the 3,000 that gp3 includes, and a full instance that writes a"
        + " line of log for each request needs 26.")
  }

  /// 4 vCPUs and the standby's 4 x 730 x 0.10, in the third year x 0.20
  @Test func `a version costs extended support from its day on`() throws {
    let soon = try finding("HR816", { $0.database?.engineVersion = "14" }, on: "2026-12-24")
    #expect(soon.severity == .note)
    #expect(
      soon.message
        == "postgresql 14 leaves standard support on 2027-03-01, in 67 days; extended support costs $584 a month, and"
        + " from 2029-03-01 on $1,168 a month.")
    let gone = try finding("HR816", { $0.database?.engineVersion = "13.9" }, on: "2028-03-01")
    #expect(gone.severity == .warning)
    #expect(
      gone.message
        == "postgresql 13.9 left standard support on 2026-03-01; extended support costs $1,168 a month.")
    #expect(gone.fix.changes == [ProfileChange("database.engine_version", .text("16"))])
  }

  @Test func `what has no price in the Region is not said to be free`() throws {
    let finding = try finding("HR816") {
      $0.region = "eu-west-1"
      $0.database?.engineVersion = "13.9"
    }
    #expect(
      finding.message == "postgresql 13.9 left standard support on 2026-03-01; nobody says what that costs.")
  }

  /// The bill after the change is what the finding promised.
  @Test(arguments: ["HR725", "HR808", "HR811", "HR812", "HR814", "HR815", "HR817"])
  func `comes true to the cent when its fix is made`(id: String) throws {
    var reached = 0
    for fault in Fault.all where fault.id == id {
      let before = Plan(fault.profile)
      let finding = try #require(Review(before).findings.first { $0.id == id })
      guard !finding.fix.changes.isEmpty else { continue }
      reached += 1
      let after = Plan(fault.profile.applying(finding.fix.changes))
      let saving = try #require(before.saving(by: finding.fix.changes))
      #expect(before.list.total - after.list.total == saving)
      #expect(saving.floor > .zero)
      let said = [saving.inSentence, saving.low.inSentence, saving.likely?.inSentence ?? ""]
      #expect(
        said.contains { finding.message.contains($0) || finding.fix.text.contains($0) }, "\(finding.message)")
    }
    #expect(reached > 0, "no fault of \(id) has a fix")
  }

  /// A plan that does not say what a part costs saves nothing that could be told.
  @Test func `is silent where a line would become unknown`() {
    var profile = Sound.profile
    profile.cdn.enabled = true
    profile.cdn.originShield = true
    #expect(Plan(profile).saving { $0.cdn.plan = .premium } == nil)
  }
}
