import Testing

@testable import Planning

@Suite("What is said beside a total")
struct BillRemarksTests {
  @Test func `tells what is guessed, what users cost, and what is on by default`() {
    let remarks = BillRemarks(Plan(Guide.profile))
    #expect(remarks.assumed?.hasPrefix("38% of the likely list total rests on assumptions") == true)
    // 31,164.07 / 250
    #expect(
      remarks.users?.hasPrefix("1,000 users cost 124.66 a month, likely; the next 10,000 cost $") == true)
    #expect(
      remarks.outside == [
        "Voice has no price; it is of the order of $200,000 to $660,000 a month."
      ])
    #expect(remarks.onByDefault.map(\.line) == [.publicAddresses, .nat, .crossZone, .voiceAudio])
    #expect(remarks.event == nil && remarks.commitment == nil)
  }

  /// 2,100 + 1,000 + 2 + 0 + 0 + 1,300 + 130 and 3,800 + 1,300 + 230 + 48 + 5,800 + 2,000 + 1,500, to two digits
  @Test func `adds up what no line counts, and names what has no size`() {
    #expect(
      BillRemarks(Plan(Guide.profile)).notCounted
        == "Not counted, about $4,500 to $15,000 a month in all: AWS Support, Static files, Other traffic through NAT,"
        + " Database backups, Extended support, Bot Control, Small services; of unknown size: Tax.")
  }

  @Test func `tells the event with its hours, users and fleet`() throws {
    var profile = Guide.profile
    profile.event = PlannedEvent()
    profile.event?.hours = 6
    profile.event?.concurrentUsers = 400_000
    let plan = Plan(profile)
    let cost = try #require(plan.costOfEvent)
    #expect(
      BillRemarks(plan).event
        == "The event of 6 h, with 400,000 users on 100 instances, adds \(cost.decimal) to a month that follows the day."
    )
  }

  @Test func `says nothing of a total that is not there`() {
    var profile = Guide.profile
    profile.region = "mars-north-1"
    let remarks = BillRemarks(Plan(profile))
    #expect(remarks.assumed == nil && remarks.users == nil && remarks.event == nil)
    #expect(remarks.outside.contains { $0.hasPrefix("EC2 instances has no price") })
  }
}
