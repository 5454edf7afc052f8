import Canvas
import Planning
import Testing

@testable import Dashboard

@Suite struct `Keeping unsaved changes` {
  @Test func `every change is kept as soon as the hand rests, however it was made`() {
    let ways: [(String, (inout State) -> Void)] = [
      ("a step", { $0.press(.right) }),
      ("a typed value", { $0.press("=", "6", "0", .enter) }),
      ("an end of the track", { $0.press(.end) }),
      (
        "a word from the list",
        {
          $0.focus(on: .instanceType)
          $0.press(.enter, .down, .enter)
        }
      ),
      ("a sizing", { $0.press("z", "L", .enter) }),
      (
        "undo",
        {
          $0.press(.right, .right)
          _ = $0.update(.settle)
          $0.press("u")
        }
      ),
      (
        "theirs, taken back",
        {
          $0.press(.right)
          _ = $0.update(.reloaded($0.document(desired: 60)))
          $0.press("u")
        }
      ),
    ]
    for (way, make) in ways {
      var state = State.guide()
      make(&state)
      #expect(state.awaitsPause, "\(way)")
      #expect(state.update(.settle) == [.keep(state.profile)], "\(way)")
      #expect(!state.awaitsPause, "\(way)")
      #expect(state.update(.settle) == [], "\(way)")
    }
  }

  @Test func `a hand that rests in the middle of a drag has its change kept, and the drag stays one undo`()
    throws
  {
    var state = State.guide()
    let row = try #require(state.rows.firstIndex { $0.contains("desired") })
    let track = try #require(
      (0..<80).last { state.frame.target(at: Point($0, row)).map { $0.target.isTrack } ?? false })
    _ = state.update(.mouse(MouseEvent(.press, at: Point(track, row))))
    #expect(state.awaitsPause)
    #expect(state.update(.settle) == [.keep(state.profile)])
    _ = state.update(.mouse(MouseEvent(.drag, at: Point(track - 3, row))))
    _ = state.update(.mouse(MouseEvent(.release, at: Point(track - 3, row))))
    state.press("u")
    #expect(!state.isUnsaved)
  }

  @Test(arguments: [[Key.control("z")], ["r", .right, .enter]])
  func `a change is kept before the session sleeps or reads the file again`(keys: [Key]) {
    var state = State.guide()
    state.press(.right)
    var effects: [Effect] = []
    for key in keys { effects += state.press(key) }
    #expect(effects.first == .keep(state.profile))
    #expect(effects.count == 2)
  }

  @Test func `nothing is asked of a session at rest`() {
    var state = State.guide()
    #expect(!state.awaitsPause)
    #expect(state.update(.settle) == [])
    state.press(.down, "?", .escape)
    #expect(!state.awaitsPause)
  }

  @Test func `what was saved or read again is not kept`() {
    var state = State.guide()
    state.press(.right)
    _ = state.update(.settle)
    _ = state.update(.saved(state.document(desired: 51)))
    #expect(!state.awaitsPause)
    state.press(.right)
    _ = state.update(.reloaded(state.document(desired: 60)))
    #expect(!state.awaitsPause)
  }

  @Test func `a failure is told once, and again when one quits`() {
    var state = State.guide()
    state.press(.right)
    _ = state.update(.settle)
    _ = state.update(.kept(failure: "the disk is full"))
    #expect(state.rows.contains { $0.contains("unsaved changes cannot be kept: the disk is full") })
    state.press(.right)
    _ = state.update(.kept(failure: "the disk is full"))
    #expect(!state.rows.contains { $0.contains("the disk is full") })
    state.press("q")
    #expect(state.rows.contains { $0.contains("the disk is full") })
    state.press(.escape)
    _ = state.update(.kept(failure: nil))
    state.press("q")
    #expect(!state.rows.contains { $0.contains("the disk is full") })
  }
}

@Suite struct `Changes of earlier sessions` {
  @Test func `are offered with both values, taken up as one step, and kept as those of this session`() {
    var state = State.guide()
    let left = state.left(desired: 70)
    _ = state.update(.found([left], unreadable: []))
    #expect(state.rows.contains { $0.contains("2026-11-26 10:41 UTC") })
    #expect(state.rows.contains { $0.contains("compute.instances.desired  50 → 70") })
    let effects = state.press(.right, .enter)
    #expect(state.profile.fleet == [25, 70, 100])
    #expect(effects == [.settle(left, .restored(keys: ["compute.instances.desired"])), .keep(state.profile)])
    state.press("u")
    #expect(!state.isUnsaved)
    #expect(state.press("q") == [.discard(state.profile), .quit])
  }

  @Test(arguments: [[Key.enter], [.escape], ["q"]])
  func `wait for the next start when it is too early`(keys: [Key]) {
    var state = State.guide()
    let left = state.left(desired: 70)
    _ = state.update(.found([left], unreadable: []))
    #expect(state.press(keys[0]) == [.settle(left, .later)])
    #expect(state.overlays.isEmpty)
    #expect(!state.isUnsaved)
  }

  @Test func `go when they are not wanted`() {
    var state = State.guide()
    let left = state.left(desired: 70)
    _ = state.update(.found([left], unreadable: []))
    #expect(state.press(.left, .enter) == [.settle(left, .discarded)])
    #expect(!state.isUnsaved)
  }

  @Test func `of several sessions are offered one after the other, each on what is there by then`() {
    var state = State.guide()
    let (newest, same, oldest) = (
      state.left("c", desired: 70), state.left("b", desired: 70), state.left("a", desired: 80)
    )
    _ = state.update(.found([newest, same, oldest], unreadable: []))
    #expect(state.rows.contains { $0.contains("50 → 70") })
    #expect(
      state.press(.right, .enter).dropLast() == [
        .settle(newest, .restored(keys: newest.difference.paths)),
        .settle(same, .restored(keys: same.difference.paths)),
      ])
    #expect(state.rows.contains { $0.contains("50 → 80, but 70 now") })
    state.press(.right, .enter)
    #expect(state.profile.fleet == [25, 80, 100])
    #expect(state.overlays.isEmpty)
  }

  @Test func `leave what a colleague made of the same key, or take its place, as one chooses`() {
    for (rights, fleet, keys) in [
      (1, [25, 70, 100], ["compute.instances.desired", "cache.shards"]),
      (2, [25, 60, 100], ["cache.shards"]),
    ] {
      var state = State.guide()
      var mine = state.profile
      mine.compute.instances.desired = 70
      mine.cache?.shards = 9
      let left = state.left(with: mine)
      _ = state.update(.reloaded(state.document(desired: 60)))
      _ = state.update(.found([left], unreadable: []))
      #expect(state.rows.contains { $0.contains("compute.instances.desired  50 → 70, but 60 now") })
      #expect(state.rows.contains { $0.contains("Mine    Theirs") })
      for _ in 0..<rights { state.press(.right) }
      #expect(state.press(.enter).first == .settle(left, .restored(keys: Set(keys))))
      #expect(state.profile.fleet == fleet)
      #expect(state.profile.cache?.shards == 9)
    }
  }

  @Test func `push the sizes that a colleague left no room for`() {
    var state = State.guide()
    let left = state.left(desired: 90)
    var theirs = state.profile
    theirs.compute.instances.max = 80
    _ = state.update(
      .reloaded(Document(profile: theirs, provenance: state.saved.provenance, path: "f", name: "f")))
    _ = state.update(.found([left], unreadable: []))
    state.press(.right, .enter)
    #expect(state.profile.fleet == [25, 90, 90])
    #expect(state.notice?.text.contains("max moved to 90") == true)
  }

  @Test func `do not break a whole that a colleague took more of, and stay kept`() {
    var state = State.guide()
    var mine = state.profile
    mine.compute.purchase.savingsPlan.instances = 60
    let left = state.left(with: mine)
    var theirs = state.profile
    theirs.compute.purchase.savingsPlan.hourly = Money(dollars: 7)
    _ = state.update(
      .reloaded(Document(profile: theirs, provenance: state.saved.provenance, path: "f", name: "f")))
    _ = state.update(.found([left], unreadable: []))
    #expect(
      state.press(.right, .enter) == [
        .settle(left, .restored(keys: ["compute.purchase.savings_plan.instances"]))
      ])
    #expect(state.profile == theirs)
  }

  @Test func `that nobody can read are told by name, and cannot speak to the terminal`() {
    var state = State.guide()
    _ = state.update(.found([], unreadable: ["/state/a\u{1B}[2J.yaml: no changes"]))
    #expect(state.rows.contains { $0.contains("/state/a\\u{1B}[2J.yaml: no changes") })
    #expect(state.press(.enter) == [])
    #expect(state.overlays.isEmpty)
  }

  @Test func `with hostile values are shown as escapes`() {
    var state = State.guide()
    var mine = state.profile
    mine.name = "a\u{202E}b\u{1B}]0;x\u{7}"
    _ = state.update(.found([state.left(with: mine)], unreadable: []))
    #expect(state.rows.contains { $0.contains("a\\u{202E}b\\u{1B}]0;x\\u{7}") })
  }

  @Test(arguments: [(80, 24), (40, 12), (200, 50)])
  func `can be answered from 40x12 to 200x50, however many keys they have`(width: Int, height: Int) {
    var state = State.guide(width, height)
    var mine = Profile()
    mine.name = String(repeating: "n", count: 300)
    _ = state.update(.found([state.left(with: mine)], unreadable: []))
    #expect(state.rows.contains { $0.contains("Later") && $0.contains("Restore") && $0.contains("Discard") })
    #expect(state.rows.contains { $0.contains("name") })
    var theirs = state.profile
    theirs.name = "theirs"
    _ = state.update(
      .reloaded(Document(profile: theirs, provenance: state.saved.provenance, path: "f", name: "f")))
    #expect(state.rows.contains { $0.contains("Later    Mine    Theirs    Discard") })
  }
}

extension State {
  fileprivate func left(_ name: String = "a", desired: Int) -> Recovery {
    var mine = saved.profile
    mine.compute.instances.desired = desired
    return left(name, with: mine)
  }

  fileprivate func left(_ name: String = "a", with mine: Profile) -> Recovery {
    Recovery(
      name: name, written: "2026-11-26 10:41 UTC",
      difference: ProfileDifference(from: saved.profile, to: mine),
      isOnSameFile: true)
  }

  fileprivate func document(desired: Int) -> Document {
    var profile = saved.profile
    profile.compute.instances.desired = desired
    return Document(
      profile: profile, provenance: saved.provenance, path: path, name: "production-250k.yaml")
  }
}

extension Frame.Target {
  fileprivate var isTrack: Bool { if case .track = self { true } else { false } }
}
