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

  @Test func `an emergency rule above what the fleet can answer is named`() {
    // 50 instances saturate at 50 x 1,000 / 0.7 = 71,429; 290,000 users ask for 72,504, the rule waits for 75,000.
    // The CPU is above 70% from minute 0 on, so 22 more are asked for at minute 1 and serve at minute 4.
    let story = guide(.launch(demand, from: 200_000, to: 290_000, rampMinutes: 1))
    #expect(
      story
        == "Instances stayed saturated for 3 minutes (minute 1 to 3), and 3,227 requests (0.04%) were turned away,"
        + " because the emergency rule at 75,000 fires after 50 instances saturate at 71,429 and new instances take"
        + " 3 minutes to start; start at 51 and nothing is turned away.")
  }

  @Test func `a fleet at max is named`() {
    let story = guide(.launch(demand, from: 0, to: 700_000))
    #expect(
      story.contains("because the fleet was at its max of 100, which saturates at 142,857 requests/min;"))
    #expect(story.hasSuffix("no start within 25..100 avoids it."))
  }

  @Test func `a lost zone is named, at the time of the day`() {
    var day = Scenario.day(demand)
    day.zoneLostAt = 1200
    #expect(guide(day).hasPrefix("Instances stayed saturated for 3 minutes (20:00 to 20:02), and "))
    #expect(guide(day).contains("because a zone was lost and its replacements took 3 minutes to start;"))
  }

  @Test func `a quiet day says how little would have done`() {
    #expect(
      guide(.day(demand))
        == "Nothing was turned away: 63 instances at most, 153 minutes above the CPU target of 70%;"
        + " a start at 36 would have done.")
  }

  @Test func `a rule that can never ask for more is named`() {
    let story = guide(.launch(demand, from: 300_000, to: 300_000)) {
      $0.scaling = Scaling()
      $0.scaling.scaleOutCPUPercentAbove = 100
    }
    #expect(story.contains("because scaling out at 100% CPU asks for nothing more;"))
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
