import Files
import Planning
import Testing

@Suite struct `Properties of every plan` {
  static let fleets = [1, 2, 3, 7, 25, 50, 99, 100, 101, 999, 1000, 1001, 5000]

  private func plan(instances: Int, users: Int = 250_000) -> Plan {
    var profile = Guide.profile
    profile.compute.instances = InstanceCounts(min: instances, desired: instances, max: instances)
    profile.demand.concurrentUsers = users
    return Plan(profile)
  }

  @Test func `cost never falls when the fleet grows`() throws {
    for (small, large) in zip(Self.fleets, Self.fleets.dropFirst()) {
      let (before, after) = (plan(instances: small), plan(instances: large))
      for column in before.list.total.stated {
        #expect(try #require(before.list.total[column]) <= #require(after.list.total[column]))
      }
      for column in CostColumn.ends {
        let quoted = try (#require(before.quoted), #require(after.quoted))
        #expect(try #require(quoted.0.total[column]) <= #require(quoted.1.total[column]))
      }
    }
  }

  @Test func `floor is at most low and low is at most high`() {
    for fleet in Self.fleets {
      let plan = plan(instances: fleet)
      for total in [plan.list.total, plan.quoted?.total].compactMap(\.self) {
        #expect(total.floor <= total.low)
        #expect(total.low <= total.high)
      }
    }
  }

  @Test func `rows add up to the total to the cent`() {
    for fleet in Self.fleets {
      for table in [plan(instances: fleet).list, plan(instances: fleet).quoted].compactMap(\.self) {
        for column in table.total.stated {
          #expect(
            table.lines.reduce(0) { $0 + ($1.cost[column]?.cents ?? 0) } == table.total[column]?.cents)
        }
      }
    }
  }

  @Test func `headroom is monotone in the fleet`() throws {
    for (small, large) in zip(Self.fleets, Self.fleets.dropFirst()) {
      let before = try #require(plan(instances: small).headroom(at: .desired))
      let after = try #require(plan(instances: large).headroom(at: .desired))
      #expect(before <= after)
    }
  }

  @Test func `more users never raise the headroom`() throws {
    let headrooms = try [1, 1000, 250_000, 1_000_000, 10_000_000_000].map {
      try #require(plan(instances: 50, users: $0).headroom(at: .desired))
    }
    #expect(headrooms == headrooms.sorted(by: >))
  }

  @Test func `the largest profile that the format allows still has an exact cost`() {
    var profile = Guide.profile
    profile.compute.instances = InstanceCounts(min: 100_000, desired: 100_000, max: 100_000)
    profile.demand.concurrentUsers = 10_000_000_000
    profile.demand.requestsPerUserPerMinute = Estimate(1e6)
    profile.demand.responseKB = Estimate(1e6)
    profile.quotes.compute?.monthly = MoneyRange(low: .zero, high: Money(dollars: 100_000_000))
    profile.quotes.compute?.instances = CountRange(low: 1, high: 1)
    profile.quotes.compute?.instanceType = "r6i.8xlarge"
    #expect(Plan(profile).list.total.high > Money(dollars: 1_000_000))
  }

  @Test func `a line of the bill is explained by its own figures`() {
    let plan = Plan(Guide.profile)
    #expect(
      plan.formula(of: .compute, basis: .list) == "25 | 50 | 50 | 100 | 40.568056 instances x 730 h x $0.34")
    #expect(
      plan.formula(of: .compute, basis: .quoted)
        == "$3,600 | $7,200 / 50 | 100 instances quoted x 25 | 50 | 100 instances")
    #expect(
      plan.explanation(of: .compute).formula
        == "25 | 50 | 100 instances x 1,000 requests/min / 0.250014 requests/min a user")
  }

  @Test func `every input of every number says where it comes from`() {
    let plan = Plan(Guide.profile)
    let explanations =
      plan.walls.map { plan.explanation(of: $0.id) }
      + CostBasis.allCases.flatMap { basis in
        plan.billedLines.map { plan.explanation(of: $0, basis: basis) }
      }
    for explanation in explanations {
      #expect(!explanation.formula.isEmpty)
      #expect(explanation.inputs.allSatisfy { !$0.value.isEmpty })
    }
    #expect(plan.assumptions.contains { $0.key == "demand.response_kb" && $0.value == "5..10..20" })
  }
}
