import Files
import Planning
import Testing

/// 128 requests at once of 5 s are 1,536 a minute of the 2,000 that 70% CPU would be, so the CPU stops at 53.76%.
@Suite("A group that no policy makes grow")
struct ReachTests {
  private func plan(_ change: (inout Profile) -> Void = { _ in }) -> Plan {
    var profile = Profile()
    profile.region = "us-east-1"
    profile.demand.concurrentUsers = 100_000
    profile.demand.requestsPerUserPerMinute = Estimate(1)
    profile.demand.responseTimeMs = Estimate(5000)
    profile.compute.instanceType = "c6i.4xlarge"
    profile.compute.instances = InstanceCounts(min: 20, desired: 60, max: 120)
    profile.compute.requestsPerInstancePerMinute = 2000
    profile.compute.concurrentRequestsPerInstance = 128
    change(&profile)
    return Plan(profile)
  }

  @Test func `stays at desired, and says why`() {
    let plan = plan()
    #expect(plan.reach.instances == 60 && plan.reach.because == .noPolicyFires)
    #expect(plan.verdict == .neverGrows)
    #expect(plan.answer == "No: CPU stops at 54%, so the group never grows to max")
    #expect(plan.wholeUsersCarried(at: .max) == 92_160)
    #expect(plan.sentence(at: .max) == "At max, 120 instances would run, and no policy ever asks for them.")
  }

  @Test func `grows by a policy that can fire`() {
    #expect(plan { $0.scaling.targetTracking = .requests }.reach.instances == 120)
    #expect(plan { $0.scaling.scaleOut = ScaleOutRule(above: 50) }.reach.instances == 120)
    #expect(plan { $0.scaling.scaleOut = ScaleOutRule(above: 54) }.reach.instances == 60)
    #expect(plan { $0.scaling.emergency = EmergencyRule(above: 99_999) }.reach.instances == 120)
    #expect(plan { $0.scaling.emergency = EmergencyRule(above: 100_000) }.reach.instances == 60)
    #expect(
      plan { $0.scaling.scheduled = [ScheduledSize(minute: 0, desired: 61)] }.reach.instances == 120)
  }

  @Test func `falls short where max would too`() {
    #expect(plan { $0.compute.instances.max = 65 }.verdict == .fallsShort)
  }
}
