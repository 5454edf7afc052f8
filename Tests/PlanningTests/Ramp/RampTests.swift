import Files
import Planning
import Testing

@Suite struct `The ramp of a load test` {
  let plan = Plan(Guide.profile)
  let ramp = Ramp(Plan(Guide.profile))

  @Test func `climbs to the target and to the high estimate of its demand`() {
    // 250,000 x (0.3 + 0.02 / 1440) / (0.25 + 0.02 / 1440) = 299,997.2
    #expect(ramp.stages.map(\.users) == [25_000, 62_500, 125_000, 187_500, 250_000, 299_998])
    #expect(ramp.stages.map(\.percent) == [10, 25, 50, 75, 100, 120])
    #expect(ramp.stages.map(\.isHighDemand) == [false, false, false, false, false, true])
  }

  @Test func `holds each stage until the fleet has settled`() {
    // 2 x (3 points of 5 minutes + 2 minutes of delay + 3 minutes to start), after a climb of 10
    #expect(ramp.stages.allSatisfy { $0.holdMinutes == 40 && $0.climbMinutes == 10 })
    #expect(ramp.stages.map(\.start) == [0, 50, 100, 150, 200, 250])
    #expect(ramp.scenario.minutes == 300)
  }

  @Test func `expects what the simulation shows at the end of a stage`() {
    // 62,503 requests / 1,000 = 63 instances at 70% x 62,503 / 63,000
    let target = ramp.stages[4]
    #expect(target.instances == 63)
    #expect(abs(target.cpuPercent - 69.448) < 0.001)
    #expect(target.turnedAway == 0)
    // 1,000 sessions keep the wait for 236,435 users.
    #expect(target.short == [.voiceSessions])
    #expect(ramp.stages[3].short.isEmpty)
  }

  @Test func `names the walls that a stage passes`() {
    #expect(ramp.stages[5].short == [.voiceSessions])
  }

  @Test func `stops where the profile's alarms do`() {
    var profile = Guide.profile
    profile.monitoring?.alarms = [
      Alarm(metric: "cpu_percent", above: 80), Alarm(metric: "error_percent", above: 5),
    ]
    #expect(
      Ramp(Plan(profile)).conditions.map(\.text) == [
        "CPU settles at 80% or below", "at most 5% of the requests fail", "responses take 0.5 s or less",
      ])
  }

  @Test func `says which alarm it sets off itself`() {
    var profile = Guide.profile
    profile.monitoring?.alarms = [Alarm(metric: "requests_per_minute", above: 50_000)]
    let plan = Plan(profile)
    let set = Ramp(plan).alarmsSetOff(in: plan)
    #expect(set.map(\.stage.percent) == [100])
  }

  @Test func `a certain demand needs no stage above the target, and one user is enough for a stage`() {
    var profile = Guide.profile
    profile.demand.requestsPerUserPerMinute = Estimate(0.25)
    profile.demand.concurrentUsers = 3
    let stages = Ramp(Plan(profile)).stages
    #expect(stages.map(\.users) == [1, 1, 2, 3, 3])
  }
}
