import Planning
import Testing

@Suite struct `Scenarios of traffic` {
  let demand = Guide.profile.demand

  @Test func `a day peaks at the target at 20:00 and is quietest twelve hours before`() {
    let day = Scenario.day(demand)
    // 250,000 (0.6 + 0.4 cos 0) and 250,000 (0.6 - 0.4)
    #expect(day.traffic[1200] == 250_000)
    #expect(abs(day.traffic[480] - 50_000) < 1e-6)
    #expect(day.traffic[1200 + 1440] == 250_000)
    #expect(day.minutes == 1440)
    let mean = day.traffic.users.reduce(0, +) / 1440
    #expect(abs(mean - 150_000) < 1e-6)
  }

  @Test func `a day is never below zero users`() {
    #expect(Traffic.day(peak: 100, meanLoad: 0.2).users.min() == 0)
  }

  @Test func `a launch rises in a straight line and holds`() {
    let launch = Scenario.launch(demand, from: 50_000, to: 250_000, rampMinutes: 20)
    #expect([0, 5, 20, 100].map { launch.traffic[$0] } == [50_000, 100_000, 250_000, 250_000])
    #expect(launch.minutes == 140)
  }

  @Test func `a launch from nowhere said starts at the quietest users of a day`() {
    #expect(abs(Scenario.launch(demand).traffic[0] - 50_000) < 1e-6)
    #expect(Scenario.launch(demand).traffic[30] == 250_000)
  }

  @Test func `a launch without a ramp is there at once`() {
    #expect(Scenario.launch(demand, from: 1, to: 9, rampMinutes: 0).traffic[0] == 9)
  }

  @Test func `points are joined by straight lines and held at both ends`() {
    let points = [Traffic.Point(minute: 2, users: 10), Traffic.Point(minute: 6, users: 30)]
    let traffic = Scenario.points(points).traffic
    #expect((0...8).map { traffic[$0] } == [10, 10, 10, 15, 20, 25, 30, 30, 30])
    #expect(Scenario.points(points).minutes == 7)
  }
}

extension Traffic {
  /// Users in a minute, also in one after the last.
  fileprivate subscript(minute: Int) -> Double {
    if minute < users.count { return users[minute] }
    return switch ending {
    case .holds: users[users.count - 1]
    case .repeats: users[minute % users.count]
    }
  }
}
