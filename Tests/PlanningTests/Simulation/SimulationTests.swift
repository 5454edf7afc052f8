import Planning
import Testing

@Suite struct `A simulation worked by hand` {
  /// 150 users for two minutes, then 500. Two instances answer 400 at most.
  let rise = SimulatedFleet.simulate([150, 150, 500], minutes: 11)

  @Test func `scaling out waits for its periods, the start and the cooldown`() {
    // t2 100% CPU, first high minute; t3 second: ceil(2 x 100 / 50) = 4, so 2 more, which join at t5.
    // t5 50 x 500 / 400 = 62.5%, but the cooldown lasts until t8: ceil(4 x 62.5 / 50) = 5, which joins at t10.
    #expect(rise.actions == ["", "", "", "+2", "", "", "", "", "+1", "", ""])
    #expect(rise.trace().map(\.serving) == [2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 5])
    #expect(rise.trace().map(\.cpuPercent) == [37.5, 37.5, 100, 100, 100, 62.5, 62.5, 62.5, 62.5, 62.5, 50])
  }

  @Test func `instances are billed from the minute in which they are asked for`() {
    // 3 x 2 until t2, 5 x 4 from t3 to t7, 3 x 5 from t8: 41 instance-minutes, 41 / 60 h x $0.34 = $0.2323
    #expect(rise.trace().map(\.fleet) == [2, 2, 2, 4, 4, 4, 4, 4, 5, 5, 5])
    #expect(rise.totals.instanceMinutes == 41)
    #expect(rise.cost == Money(cents: 23))
    #expect(rise.totals.peakInstances == 5)
  }

  @Test func `what is above the capacity is turned away`() {
    // 2 x 150 + 9 x 500 = 4,800 asked; 500 - 400 turned away at t2, t3 and t4
    #expect(rise.totals.requests == 4800)
    #expect(rise.totals.turnedAway == 300)
    #expect(rise.totals.turnedAwayPercent == 6.25)
    #expect(rise.totals.saturatedMinutes == 3)
    #expect(rise.totals.minutesAboveTarget == 8)
  }

  @Test func `three instances to start with turn nothing away`() {
    // 3 x 200 = 600 is at least 500
    #expect(rise.lowestDesired() == .instances(3))
  }

  @Test func `scaling in waits until nothing starts and both cooldowns are over`() {
    // t0 100%; t1 scales out to 4, which serve at t3; 40 users are 50 x 40 / 400 = 5% of four instances.
    // The low minutes begin at t2: five by t6, the end of the scale-out cooldown: ceil(4 x 5 / 50) = 1.
    let fall = SimulatedFleet.simulate([500, 500, 40], minutes: 9)
    #expect(fall.actions == ["", "+2", "", "", "", "", "-3", "", ""])
    #expect(fall.trace().map(\.fleet) == [2, 4, 4, 4, 4, 4, 1, 1, 1])
  }

  @Test func `an emergency adds a quarter at once and rests like scaling out`() {
    // At least 1, of 25% of 2, at t0; in between the CPU rule rests too. When the cooldown of 5 minutes is over three
    // instances stand at 50 x 500 / 300 = 83.3%: the rule asks for 5, the emergency for 4, and the larger answer wins.
    let emergency = SimulatedFleet.simulate([500], minutes: 7) {
      $0.scaling.emergency = EmergencyRule(above: 450)
    }
    #expect(emergency.actions == ["!1", "", "", "", "", "+2", ""])
    #expect(emergency.totals.actions[.emergency] == 1)
  }

  @Test func `an emergency at max leaves the minute to the other rules`() {
    let full = SimulatedFleet.simulate([5000], minutes: 3) {
      $0.compute.instances = InstanceCounts(min: 1, desired: 2, max: 2)
      $0.scaling.emergency = EmergencyRule(above: 450)
    }
    #expect(full.actions == ["", "", ""])
    #expect(full.lowestDesired() == .none)
  }

  @Test func `a lost zone takes its share and is replaced after a start`() {
    // ceil(5 / 3) = 2 are dead from t2 on, until two checks of 30 s have failed at t3; their replacements serve at t5.
    // A dead instance is billed, so all five are throughout.
    let loss = SimulatedFleet.simulate([250], minutes: 6, zoneLostAt: 2) {
      $0.compute.instances = InstanceCounts(min: 5, desired: 5, max: 5)
    }
    #expect(loss.trace().map(\.serving) == [5, 5, 3, 3, 3, 5])
    #expect(loss.trace().map(\.failed) == [0, 0, 100, 0, 0, 0])
    #expect(loss.trace().map(\.fleet) == [5, 5, 5, 5, 5, 5])
  }

  @Test func `a fleet in one zone is gone until it is replaced`() {
    let gone = SimulatedFleet.simulate([100], minutes: 5, zoneLostAt: 1) { $0.compute.availabilityZones = 1 }
    #expect(gone.trace().map(\.serving) == [2, 0, 0, 0, 2])
    #expect(gone.trace().map(\.failed) == [0, 100, 0, 0, 0])
    #expect(gone.trace().map(\.turnedAway) == [0, 0, 100, 100, 0])
    #expect(gone.trace().map(\.cpuPercent) == [25, 100, 100, 100, 25])
  }

  @Test func `a pause of zero holds nothing back`() {
    let eager = SimulatedFleet.simulate([500], minutes: 4) {
      $0.compute.scaleOutCooldownSeconds = 0
      $0.scaling.scaleOut = ScaleOutRule(periods: 1)
    }
    // t0 +2 for ceil(2 x 100 / 50) = 4; they serve at t2, when 62.5% asks for the fifth
    #expect(eager.actions == ["+2", "", "+1", ""])
  }

  @Test func `one user on a fleet of one is served`() {
    let one = SimulatedFleet.simulate([1], minutes: 10) {
      $0.compute.instances = InstanceCounts(min: 1, desired: 1, max: 1)
    }
    #expect(one.totals.turnedAway == 0)
    #expect(one.totals.instanceMinutes == 10)
    #expect(one.lowestDesired() == .instances(1))
  }

  @Test func `nobody costs the smallest fleet and asks for nothing`() {
    let nobody = SimulatedFleet.simulate([0], minutes: 60)
    #expect(nobody.totals.requests == 0)
    #expect(nobody.totals.turnedAwayPercent == 0)
    // five low minutes, t0 to t4: 4 x 2 + 56 x 1
    #expect(nobody.totals.instanceMinutes == 64)
  }
}
