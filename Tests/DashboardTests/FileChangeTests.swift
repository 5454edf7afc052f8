import Canvas
import Planning
import Testing

@testable import Dashboard

@Suite struct `A file that changes` {
  private func document(_ state: State, desired: Int, shards: Int? = nil) -> Document {
    var profile = state.saved.profile
    profile.compute.instances.desired = desired
    if let shards { profile.cache?.shards = shards }
    return Document(
      profile: profile, provenance: state.saved.provenance, path: state.path, name: "production-250k.yaml")
  }

  @Test func `is read by itself where nothing is unsaved, and marks what moved until p lets go`() {
    var state = State.guide(120, 40)
    _ = state.update(.changedBeside(document(state, desired: 60)))
    #expect(state.profile.fleet == [25, 60, 100] && !state.isUnsaved)
    #expect(state.notice?.text.contains("1 value moved") == true)
    #expect(state.rows.contains { $0.contains("desired") && $0.contains("•60") })
    state.press("d")
    #expect(state.rows.contains { $0.contains("50 → 60") })
    state.press(.escape, "p", "p")
    #expect(!state.differsFromBaseline)
  }

  @Test func `is only told of where something is unsaved, and r or d deals with it`() {
    var state = State.guide(120, 40)
    state.press(.down, .right)
    _ = state.update(.changedBeside(document(state, desired: 60)))
    #expect(state.profile.fleet == [25, 50, 101])
    #expect(state.rows.contains { $0.contains("changed on disk") })
    state.press("d")
    #expect(state.rows.contains { $0.contains("60 → 50") })
    state.press(.escape, "r")
    var other = state
    #expect(state.press(.right, .right, .enter) == [.keep(state.profile), .reload])
    #expect(other.press(.right, .enter) == [.keep(other.profile), .readToMerge])
    _ = other.update(.readToMerge(document(other, desired: 60)))
    #expect(other.profile.fleet == [25, 60, 101] && other.theirs == nil)
  }

  @Test func `that cannot be read leaves everything as it is, and says why`() {
    var state = State.guide()
    _ = state.update(.changedBeside(nil, reason: "line 3: not a number"))
    #expect(!state.isUnsaved)
    #expect(state.notice?.text.contains("line 3: not a number") == true)
  }

  @Test func `e opens the editor at the line of what is selected`() {
    var state = State.guide()
    let line = state.saved.provenance.places["compute.instances.desired"]?.line
    #expect(line != nil)
    #expect(state.press("e") == [.editFile(path: "fleets/production-250k.yaml", line: line)])
    state.press("6")
    state.selectedRows[.findings] = state.findingRows.lastIndex { $0.finding.place != nil }
    let finding = state.findingRows[state.selectedRow].finding
    #expect(
      state.press("e").last == .editFile(path: "fleets/production-250k.yaml", line: finding.place?.line))
  }

  @Test func `e opens the editor where a key would stand that the file does not have`() {
    let file = "fleets/production-250k.yaml"
    var state = State.guide()
    let lines = state.saved.provenance.places.filter { $0.key.hasPrefix("compute.") }.map(\.value.line)
    state.focus(on: .savingsPlan)
    #expect(state.press("e") == [.editFile(path: file, line: lines.max())])
    #expect(state.notice?.text == "compute.purchase.savings_plan.instances is not in the file: add it")
    // There is no event at all, so it comes after the quotes, which end the file.
    state.focus(on: .eventHours)
    #expect(state.press("e") == [.editFile(path: file, line: 70)])
  }

  @Test func `what an editor left is read, and what is unsaved stays on top of it`() {
    var state = State.guide()
    _ = state.update(.edited(document(state, desired: 60)))
    #expect(state.profile.fleet == [25, 60, 100] && !state.isUnsaved)
    state = State.guide()
    state.press(.down, .right)
    _ = state.update(.edited(document(state, desired: 60, shards: 8)))
    #expect(state.profile.fleet == [25, 60, 101])
    #expect(state.profile.cache?.shards == 8)
    #expect(state.editedKeys == ["compute.instances.max"])
  }
}
