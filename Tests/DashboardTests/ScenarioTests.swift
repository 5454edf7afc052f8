import Canvas
import Planning
import Testing

@testable import Dashboard

@Suite struct `Two scenarios` {
  @Test func `p makes the fleet A, and what is told is told against it`() {
    var state = State.guide(120, 40)
    state.press("L", "p")
    #expect(state.baseline.profile.fleet == [25, 60, 100])
    #expect(!state.differsFromBaseline && state.isUnsaved)
    state.press(.right)
    #expect(state.derived.edits?.values.map(\.path) == ["compute.instances.desired"])
    #expect(state.rows.contains { $0.contains("Against A, pinned") })
    #expect(state.rows.contains { $0.contains("A pinned │ B now") })
    state.press(.left, "p")
    #expect(state.baseline.profile.fleet == [25, 50, 100])
  }

  @Test func `A stands as a ghost on sliders, bars and walls`() throws {
    var state = State.guide(120, 40)
    state.press("L", "L")
    let desired = try #require(state.rows.first { $0.contains("desired") && $0.contains("•70") })
    #expect(desired.contains("○"))
    let wall = try #require(state.rows.first { $0.contains("Compute, saturated") })
    #expect(wall.contains("◇"))
  }

  @Test func `the sliders move B until they are turned to A, and each keeps what it is`() {
    var state = State.guide()
    state.press("L", "p", "L", "A")
    #expect(state.profile.fleet == [25, 60, 100])
    state.press(.right)
    #expect(state.profile.fleet == [25, 61, 100])
    state.press("B")
    #expect(state.profile.fleet == [25, 70, 100])
    #expect(state.baseline.profile.fleet == [25, 61, 100])
    state.press("B")
    #expect(state.notice?.text.contains("already") == true)
  }

  @Test func `v compares, x swaps there, and Escape comes back`() throws {
    var state = State.guide(120, 40)
    state.press("L", "v")
    let row = try #require(state.rows.first { $0.contains("compute.instances.desired") })
    #expect(row.contains("50") && row.contains("60"))
    // 10 instances carry 39,997 users more: 199,988 to 239,985; both are cut down.
    #expect(state.rows.contains { $0.contains("desired") && $0.contains("▲ +") })
    state.press("x")
    #expect(state.profile.fleet == [25, 50, 100])
    #expect(state.baseline.profile.fleet == [25, 60, 100])
    state.press("x", .escape)
    #expect(state.profile.fleet == [25, 60, 100] && state.overlays.isEmpty)
  }

  @Test func `two files are compared from the start, and the other one is never saved into this one`() {
    var state = State.guide(120, 40)
    var profile = state.profile
    profile.compute.instances = InstanceCounts(min: 30, desired: 63, max: 110)
    state.compare(
      with: Document(profile: profile, provenance: Provenance(), path: "before.yaml", name: "before.yaml"))
    #expect(state.overlays.last is ShownComparison)
    #expect(state.rows.contains { $0.contains("A  before.yaml") && $0.contains("production-250k.yaml") })
    #expect(state.press(.escape, "A", "s") == [])
    #expect(state.notice?.text.contains("the sliders move A, before.yaml") == true)
    state.press("B", .right)
    #expect(state.press("s") == [.save(state.profile, into: .whereItStands, over: false)])
  }

  @Test func `w writes the comparison, the summary, or the table that is shown`() {
    var state = State.guide(120, 40)
    state.press("L", "v")
    #expect(
      state.press("w", .enter) == [
        .export(
          Exported("the comparison", .comparison(state.saved.profile, state.profile)), path: "comparison.md")
      ])
    state = State.guide()
    #expect(
      state.press("w", .control("u"), .enter) == [
        .export(Exported("the summary", .summary(state.profile)), path: "")
      ])
    state.press("2")
    guard case .export(let walls, "walls.md")? = state.press("w", .enter).first,
      case .table(let rows) = walls.content
    else { return _ = Issue.record("no table was written") }
    #expect(rows.count == state.rowCount + 1)
    #expect(rows.dropFirst().contains { $0[0] == "Compute" })
  }
}

@Suite struct `The history` {
  @Test func `tells what each change did, and goes back to any of them and forward again`() {
    var state = State.guide(120, 40)
    state.press("L", .down, .right, .up, "U")
    #expect(state.rows.contains { $0.contains("max 100 → 101") })
    // Voice sessions hold the fleet at 236,435, of which it carried 199,988.
    #expect(state.rows.contains { $0.contains("desired 50 → 60") && $0.contains("+36,447") })
    state.press(.down, .enter)
    #expect(state.profile.fleet == [25, 60, 100])
    state.press("U", .down, .enter)
    #expect(!state.isUnsaved)
    state.press("U", .home, .enter)
    #expect(state.profile.fleet == [25, 60, 101])
  }
}

@Suite struct `What is copied` {
  @Test(arguments: Screen.allCases)
  func `is the row as one sentence with its source`(screen: Screen) throws {
    var state = State.guide()
    _ = state.update(.open(screen))
    guard case .copy(let text)? = state.press("y").first else {
      return _ = Issue.record("nothing was copied")
    }
    #expect(!text.contains("\n") && text.contains("("))
  }

  @Test func `the price of the instances has its formula, its Region and who says so`() {
    var state = State.guide()
    state.press("3")
    guard case .copy(let text)? = state.press("y").first else {
      return _ = Issue.record("nothing was copied")
    }
    #expect(text.hasPrefix("EC2 instances: 12,410.00 USD a month, list:"))
    #expect(text.contains("us-east-1") && text.contains("0.34") && text.contains("sources agree"))
  }

  @Test func `holds nothing that could instruct a terminal`() {
    var state = State.guide()
    var profile = state.profile
    profile.name = "a\u{1B}]0;x\u{7}b"
    state.show(profile)
    _ = state.update(.settle)
    guard case .copy(let text)? = state.press("y").first else {
      return _ = Issue.record("nothing was copied")
    }
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 })
  }
}
