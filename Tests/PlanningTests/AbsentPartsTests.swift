import Files
import Planning
import Testing

/// A fleet of instances behind a balancer, of which nothing else is said.
@Suite("What a profile leaves out")
struct AbsentPartsTests {
  private let plan = {
    var profile = Profile()
    profile.region = "us-east-1"
    profile.demand.concurrentUsers = 1000
    profile.demand.requestsPerUserPerMinute = Estimate(1)
    profile.compute.instanceType = "c7g.large"
    profile.compute.instances = InstanceCounts(min: 3, desired: 6, max: 12)
    profile.compute.requestsPerInstancePerMinute = 500
    return Plan(profile)
  }()

  @Test func `makes no wall`() {
    #expect(
      plan.walls.map(\.id) == [.compute, .computeSaturated, .computeOneZoneLost])
    #expect(
      plan.notJudged.map(\.id) == [
        .workers, .databaseConnections, .databaseLoad, .cacheOperations, .cacheMemory,
      ])
    #expect(plan.partsNotStated == ["the web server", "the database", "the cache"])
  }

  @Test func `makes no line of the bill, and none without a price`() {
    let lines = plan.list.lines.map(\.id) + plan.list.unpriced.map(\.id)
    #expect(Set(lines).isDisjoint(with: [.database, .cache, .voice, .monitoring, .firewall]))
  }

  @Test func `touches no quota`() {
    let parts = ["rds", "cache", "voice"]
    #expect(plan.quotas.allSatisfy { need in !parts.contains { need.fact.id.rawValue.hasPrefix($0) } })
    #expect(plan.settings.isEmpty)
  }

  @Test func `makes no finding`() {
    let chapters = ["HR3", "HR4", "HR5", "HR6", "HR7"]
    let findings = Review(plan).findings.map(\.id).filter { !["HR352"].contains($0) }
    #expect(findings.allSatisfy { id in !chapters.contains { id.hasPrefix($0) } })
  }

  @Test func `is a quote without a fleet where only the quote is there`() {
    var profile = plan.profile
    profile.quotes.cache = NodeQuote()
    profile.quotes.cache?.monthly = MoneyRange(low: Money(dollars: 1), high: Money(dollars: 2))
    let quoted = Plan(profile).quoted
    #expect(quoted?.lines.isEmpty == true)
    #expect(quoted?.unpriced.map(\.id) == [.cache])
  }
}
