import Canvas
import Planning
import Testing

@testable import Dashboard

@Suite struct `Merging with what somebody else saved` {
  /// Desired was moved here from 50 to 51, and this fleet was saved meanwhile.
  private func changedOnDisk(fleet: [Int]) -> (State, Document) {
    var state = State.guide()
    state.press(.right)
    let theirs = state.document(fleet: fleet)
    _ = state.update(.changedOnDisk(theirs))
    return (state, theirs)
  }

  @Test func `reads the file again and keeps both changes where they are to different keys`() {
    var (state, theirs) = changedOnDisk(fleet: [25, 50, 140])
    #expect(state.press(.right, .right, .enter) == [.keep(state.profile), .readToMerge])
    _ = state.update(.readToMerge(theirs))
    #expect(state.profile.fleet == [25, 51, 140])
    #expect(state.overlays.isEmpty)
    #expect(state.editedKeys == ["compute.instances.desired"])
    #expect(state.press("s") == [.save(state.profile, into: .whereItStands, over: false)])
    state.press("u")
    #expect(state.profile.fleet == [25, 51, 100])
  }

  @Test func `asks about a key that both changed, and keeps one's own where one does not say`() {
    let answers: [(keys: [Key], desired: Int)] = [([.enter], 51), ([.right, .enter], 60), ([.escape], 51)]
    for (keys, desired) in answers {
      var (state, theirs) = changedOnDisk(fleet: [30, 60, 120])
      state.press(.right, .right, .enter)
      _ = state.update(.readToMerge(theirs))
      #expect(state.rows.contains { $0.contains("Both changed a key") })
      #expect(state.rows.contains { $0.contains("compute.instances.desired") })
      #expect(state.rows.contains { $0.contains("Mine: 51") && $0.contains("Theirs: 60") })
      for key in keys { state.press(key) }
      #expect(state.profile.fleet == [30, desired, 120])
      #expect(state.overlays.isEmpty)
    }
  }

  @Test func `asks key by key, and settles all at once`() {
    var base = State.guide()
    base.press(.right)
    var mine = base.profile
    mine.demand.concurrentUsers = 300_000
    mine.compute.targetCPUPercent = 55
    base.show(mine)
    base.derive()
    var theirs = base.document(fleet: [25, 60, 100])
    theirs.profile.demand.concurrentUsers = 400_000
    theirs.profile.compute.targetCPUPercent = 65
    let answers: [(keys: [Key], expected: (Int, Int, Double))] = [
      ([.right, .enter, .enter, .enter], (400_000, 51, 55.0)),
      ([.enter, .right, .enter, .enter], (300_000, 60, 55)),
      ([.right, .right, .right, .enter], (400_000, 60, 65)),
      ([.enter, .right, .right, .enter], (300_000, 51, 55)),
    ]
    for (keys, expected) in answers {
      var state = base
      _ = state.update(.readToMerge(theirs))
      #expect(state.rows.contains { $0.contains("Both changed 3 keys: 1 of 3") })
      for key in keys { state.press(key) }
      #expect(state.profile.demand.concurrentUsers == expected.0)
      #expect(state.profile.fleet[1] == expected.1)
      #expect(state.profile.compute.targetCPUPercent == expected.2)
      #expect(state.overlays.isEmpty)
    }
  }

  @Test func `sizes that cannot hold together push their neighbours`() {
    var (state, theirs) = changedOnDisk(fleet: [10, 30, 40])
    state.press(.right, .right, .enter)
    _ = state.update(.readToMerge(theirs))
    state.press(.enter)
    #expect(state.profile.fleet == [10, 51, 51])
    #expect(state.flaw == nil)
  }
}
