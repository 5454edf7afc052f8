import Files
import Planning
import Testing

@Suite("The guide inside the program")
struct BuiltInGuideTests {
  let guide = BuiltInGuide.loaded

  @Test func `is the shared file, byte for byte`() throws {
    #expect(BuiltInGuide.bytes == (try Repository.bytes("Profiles/production-250k.yaml")))
  }

  @Test func `says what the scaling guide says`() {
    let profile = guide.profile
    #expect(profile.demand.concurrentUsers == 250_000)
    #expect(profile.demand.requestsPerUserPerMinute == Estimate(low: 0.2, likely: 0.25, high: 0.3))
    #expect(profile.compute.instances == InstanceCounts(min: 25, desired: 50, max: 100))
    #expect(profile.compute.gunicorn?.keepAliveSeconds == 5)
    #expect(profile.scaling.emergency?.requestsPerMinuteAbove == 75_000)
    #expect(profile.database?.sqlalchemy?.maxOverflow == 30)
    #expect(profile.securityGroups.loadBalancer == SecurityGroup(ports: [80, 443], from: ["0.0.0.0/0"]))
    #expect(profile.securityGroups.cache == nil)
    #expect(profile.monitoring?.alarms.last == Alarm(metric: "response_seconds", above: 2))
    #expect(
      profile.quotes.compute?.monthly == MoneyRange(low: Money(dollars: 3600), high: Money(dollars: 7200)))
    #expect(profile.quotes.transfer?.concurrentUsers == 250_000)
  }

  @Test func `leaves to the defaults what it does not say`() {
    #expect(guide.profile.demand.responseKB == Profile().demand.responseKB)
    #expect(guide.provenance.places["demand.response_kb"] == nil)
  }

  @Test func `tells the line and column of each value`() {
    #expect(
      guide.provenance.places["compute.instances.desired"]
        == Provenance.Place(file: "production-250k.yaml", line: 12, column: 33))
  }
}

extension SecurityGroup {
  fileprivate init(ports: [Int], from: [String]) {
    self.init()
    (self.ports, self.from) = (ports, from)
  }
}
