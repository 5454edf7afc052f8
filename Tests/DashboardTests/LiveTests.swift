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

  @Test func `is read when somebody asks and says where to, and not before`() {
    var state = State.guide()
    #expect(state.press("R").isEmpty)
    #expect(state.rows.contains { $0.contains("run the AWS CLI, reads only, into: ") })
    #expect(state.rows.contains { $0.hasPrefix(" Enter runs reads of the AWS CLI, for us-east-1;") })
    #expect(state.press(.escape).isEmpty && state.overlays.isEmpty)
    state.press("R", .control("u"))
    // A folder that nobody names is no folder.
    #expect(state.press(.enter).isEmpty)
    state.press("R", .control("u"))
    #expect(state.press("n", "o", "w", .enter) == [.capture(folder: "now", region: "us-east-1")])
  }

  @Test func `is laid beside the profile when it comes, and what was decided before is open again`() {
    var state = Self.state()
    state.press("a", "m", .escape)
    #expect(state.openDifferences.count == 4)
    var fleet = FoundFleet()
    fleet.values = [FoundValue("compute.instances.max", .count(90), file: "asg.json", path: "MaxSize")]
    _ = state.update(.captured(Live(fleet, name: "later/ of 2026-11-26")))
    #expect(state.openDifferences.map(\.key) == ["compute.instances.max"])
    #expect(state.notice?.text == "AWS differs in 1 key (later/ of 2026-11-26); a shows them")
    _ = state.update(.failed("nothing was read"))
    #expect(state.openDifferences.map(\.key) == ["compute.instances.max"])
  }

  @Test func `has no key where no capture is there`() {
    var state = State.guide()
    state.press("a")
    #expect(state.overlays.isEmpty)
  }
}
