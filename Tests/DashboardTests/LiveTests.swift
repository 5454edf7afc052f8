import Canvas
import Files
import Planning
import Testing

@testable import Dashboard

@Suite struct `What AWS has` {
  /// The guide, with AWS at 20 to 80 instances, desired 40, another type, and no database any more.
  private static func state(_ glyphs: Glyphs = .unicode) -> State {
    var fleet = FoundFleet()
    fleet.values = [
      FoundValue("compute.instance_type", .text("c7i.2xlarge"), file: "asg.json", path: "InstanceType"),
      FoundValue("compute.instances.min", .count(20), file: "asg.json", path: "MinSize"),
      FoundValue("compute.instances.desired", .count(40), file: "asg.json", path: "DesiredCapacity"),
      FoundValue("compute.instances.max", .count(80), file: "asg.json", path: "MaxSize"),
    ]
    fleet.gone = [FoundValue("database.instance_class", .flag(false), file: "rds.json", path: "DBInstances")]
    let guide = BuiltInGuide.loaded
    return State(
      Document(profile: guide.profile, provenance: guide.provenance, path: "fleet.yaml", name: guide.name),
      facts: .builtIn, live: Live(fleet, name: "now/"), size: Size(110, 35), look: Look(glyphs: glyphs))
  }

  @Test func `is marked on the sliders, and told of at once`() {
    // Min 25 on a track from 1 to 150; AWS has 20.
    var state = Self.state(.ascii)
    #expect(state.notice?.text == "AWS differs in 4 keys (now/); a shows them")
    #expect(state.rows.contains { $0.contains("min") && $0.contains("A") && $0.contains("O") })
    #expect(state.rows.contains { $0.contains("AWS has c7i.2xlarge") })
    state.press(.down)
    #expect(state.notice == nil)
  }

  @Test func `is listed key by key, what auto scaling moves last`() {
    var state = Self.state()
    state.press("a")
    #expect(
      state.openDifferences.map(\.key) == [
        "compute.instance_type", "compute.instances.min", "compute.instances.max", "database.instance_class",
        "compute.instances.desired",
      ])
    #expect(
      state.rows.contains { $0.contains("compute.instances.max") && $0.contains("100") && $0.contains("80") })
  }

  @Test func `is taken key by key, and one undo takes it back`() {
    var state = Self.state()
    state.press("a", .down, "t")
    #expect(state.profile.fleet == [20, 50, 100])
    #expect(!state.openDifferences.contains { $0.key == "compute.instances.min" })
    #expect(state.editedKeys == ["compute.instances.min"])
    state.press(.escape, "u")
    #expect(state.profile.fleet == [25, 50, 100])
    #expect(state.openDifferences.contains { $0.key == "compute.instances.min" })
  }

  @Test func `is taken as a whole, save for what only a hand can take out`() {
    var state = Self.state()
    state.press("a", "T")
    #expect(state.profile.fleet == [20, 40, 80])
    #expect(state.profile.compute.instanceType == "c7i.2xlarge")
    #expect(state.openDifferences.map(\.key) == ["database.instance_class"])
    state.press("t")
    #expect(state.notice?.text.contains("AWS has no database.instance_class") == true)
    #expect(state.profile.database != nil)
  }

  @Test func `is left where somebody keeps the own value`() {
    var state = Self.state()
    state.press("a", "m")
    #expect(!state.openDifferences.contains { $0.key == "compute.instance_type" })
    #expect(!state.isUnsaved)
  }

  @Test func `is never taken where it would contradict what stays`() {
    var state = Self.state()
    // With desired at 90, a max of 80 cannot be.
    state.press("=", "9", "0", .enter, "a", .down, .down, "t")
    #expect(state.profile.fleet == [25, 90, 100])
    #expect(state.notice?.text.contains("T all") == true)
  }

  @Test func `has no key where no capture is there`() {
    var state = State.guide()
    state.press("a")
    #expect(state.overlays.isEmpty)
  }
}
