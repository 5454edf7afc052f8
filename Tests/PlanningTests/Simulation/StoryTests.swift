import Files
import Planning
import Testing

@Suite struct `The story of a simulation` {
  private func guide(_ scenario: Scenario, _ change: (inout Profile) -> Void = { _ in }) -> String {
    var profile = Guide.profile
    change(&profile)
    return Simulation(Plan(profile), scenario).story()
  }

  let demand = Guide.profile.demand

  @Test func `a fleet that grows too late is told with its wall, its alarm and the start that would do`() {
    // 50 instances are full at 50 x 1,000 / 0.7 = 71,429; 290,000 users ask for 72,504. Points of 5 minutes that end by
    // 15 are seen at 16; the rule's second one is seen at 11, and its instances serve 3 minutes later.
    let story = guide(.launch(demand, from: 200_000, to: 290_000, rampMinutes: 1))
    #expect(
      story
        == "At least 13,981 requests (0.16%) were turned away for 13 minutes (minute 1 to 13) by saturated compute,"
        + " because a new instance serves 3 minutes after it is asked for, and the scale-out rule first asked for more"
        + " at minute 11; start at 51 and nothing is turned away.")
  }

  @Test func `a fleet at max is named`() {
    let story = guide(.launch(demand, from: 0, to: 700_000))
    #expect(
      story.contains(
        "because the fleet was at its max of 100, which is full at 142,857 requests/min, and the emergency rule first"
      ))
    #expect(story.hasSuffix("no size within its max of 100 avoids it."))
  }

  @Test func `a lost zone is named, at the time of the day, with what failed and the pre-scale`() {
    var day = Scenario.day(demand)
    day.events.zoneLostAt = 1200
    #expect(
      guide(day)
        == "At least 7,499 requests (0.01%) were turned away for 3 minutes (20:03 to 20:05) by saturated compute, and"
        + " 52,086 failed at dead targets, because a zone was lost at 20:00, its instances were replaced 3 minutes later"
        + " and took 3 minutes to start, and no alarm asked for more; scale to 66 at 19:57, until 20:03 at the earliest,"
        + " and nothing is turned away.")
  }

  @Test func `a quiet day says how hot it was`() {
    #expect(
      guide(.day(demand))
        == "Nothing was turned away: 63 instances at most, 355 minutes above the CPU target of 70%.")
  }

  @Test func `a fleet whose policies see nothing is told that no alarm asked`() {
    let story = guide(.launch(demand, from: 300_000, to: 300_000)) {
      $0.scaling = Scaling()
      $0.scaling.targetTracking = .none
    }
    #expect(story.contains(", and no alarm asked for more;"))
  }

  @Test func `walls that instances do not help are named`() {
    var day = Scenario.day(demand)
    day.events.coldCache = 1140..<1260
    day.demand = .high
    #expect(guide(day).contains("by database load, because the cache was cold from 19:00 to 21:00"))
    #expect(guide(day).hasSuffix("; more instances do not help: database_load."))
  }

  @Test func `nobody is told in one sentence`() {
    let nobody = SimulatedFleet.simulate([0], minutes: 3)
    #expect(nobody.story() == "Nobody asked for anything, and nothing was turned away.")
  }
}

@Suite struct `Scenarios in words` {
  let demand = Guide.profile.demand

  @Test func `each kind says what it is`() {
    #expect(Scenario.steady(demand, minutes: 90).title == "Steady: 250,000 users for 90 minutes")
    #expect(
      Scenario.day(demand, minutes: 2880).title
        == "A day: 50,000 users at the quietest, 250,000 at 20:00; 2 days")
    #expect(
      Scenario.launch(demand).title == "A launch: 50,000 to 250,000 users in 30 minutes, 150 minutes in all")
    #expect(
      Scenario.launch(demand, to: 9, rampMinutes: 0).title == "A launch: 9 users at once, 2 hours in all")
  }

  @Test func `a minute is a time of the day only in a day`() {
    #expect(Scenario.day(demand).time(65) == "01:05")
    #expect(Scenario.day(demand, minutes: 2880).time(1505) == "day 2, 01:05")
    #expect(Scenario.launch(demand).time(65) == "minute 65")
  }
}
