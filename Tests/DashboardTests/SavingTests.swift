import Canvas
import Files
import Planning
import Testing

@testable import Dashboard

@Suite struct `Saving` {
  @Test func `s asks for the changed profile to be written, and for nothing when nothing changed`() {
    var state = State.guide()
    #expect(state.press("s") == [])
    #expect(state.notice?.text == "nothing to save: nothing has been changed here")
    state.press(.right)
    #expect(state.press("s") == [.save(state.profile, into: .whereItStands, over: false)])
  }

  @Test func `what was saved is the new saved profile, and can still be taken back`() {
    var state = State.guide()
    state.press(.right)
    _ = state.update(.saved(state.document(fleet: [25, 51, 100])))
    #expect(!state.isUnsaved)
    #expect(state.notice?.text == "saved fleets/production-250k.yaml")
    state.press("u")
    #expect(state.profile.fleet == [25, 50, 100])
    #expect(state.isUnsaved)
  }

  @Test func `a key after s is answered once the file is saved, and changes what was saved`() {
    var state = State.guide()
    var events = [Key.right, "s", .right, .right].map(Event.key)[...]
    #expect(state.update(&events) == [.save(state.profile, into: .whereItStands, over: false)])
    #expect(state.profile.fleet == [25, 51, 100])
    _ = state.update(.saved(state.document(fleet: [25, 51, 100])))
    #expect(state.update(&events) == [])
    #expect(events.isEmpty)
    #expect(state.profile.fleet == [25, 53, 100])
  }

  @Test func `what a save could not keep is said in its place`() {
    var state = State.guide()
    state.press(.right)
    _ = state.update(
      .saved(state.document(fleet: [25, 51, 100]), remark: "its other names keep what it was"))
    #expect(!state.isUnsaved)
    #expect(state.notice == Notice(text: "saved, but its other names keep what it was", kind: .caution))
  }

  @Test func `why a save failed stands on the last line of a small screen, however long the path is`() {
    var state = State.guide()
    _ = state.update(.resize(Size(80, 24)))
    let path = "/srv/" + String(repeating: "long/", count: 40) + "fleet.yaml"
    for obstacle in [FileObstacle.system("No space left on device"), .folderForbidden, .foreignOwner] {
      _ = state.update(.failed("\(SaveProblem.cannotWrite(path: path, obstacle))"))
      #expect(state.rows.last?.contains("cannot save: \(obstacle.text)") == true)
    }
  }

  @Test func `the guide inside the program is saved under a name`() {
    var state = State.guide()
    _ = state.update(.saved(state.document(fleet: [25, 50, 100], path: nil)))
    state.press(.right, "s")
    for _ in 0..<20 { state.press(.backspace) }
    #expect(
      state.press("a", ".", "y", "m", "l", .enter)
        == [.saveAs(state.profile, path: "a.yml", over: false)])
    #expect(state.update(.alreadyExists(path: "a.yml")) == [])
    #expect(state.press(.enter) == [])
    _ = state.update(.alreadyExists(path: "a.yml"))
    #expect(state.press(.right, .enter) == [.saveAs(state.profile, path: "a.yml", over: true)])
  }

  @Test func `a file that changed on disk offers four ways, and staying is the default`() {
    var state = changedOnDisk()
    #expect(state.press(.enter) == [])
    #expect(state.overlays.isEmpty)
    state = changedOnDisk()
    #expect(
      state.press(.right, .right, .right, .enter) == [.save(state.profile, into: .whereItStands, over: true)])
    state = changedOnDisk()
    #expect(state.press(.left, .enter) == [.keep(state.profile), .reload])
  }

  @Test func `mine is kept where one chose to have it`() {
    var state = State.guide()
    state.press(.right)
    _ = state.decide(.intoProfile, .extended(["base.yaml"]))
    _ = state.update(.changedOnDisk(state.document(fleet: [30, 60, 120])))
    #expect(
      state.press(.right, .right, .right, .enter) == [.save(state.profile, into: .profileItself, over: true)])
    state.press("s")
    _ = state.update(.changedOnDisk(state.document(fleet: [30, 60, 120])))
    #expect(
      state.press(.right, .right, .right, .enter) == [.save(state.profile, into: .whereItStands, over: true)])
    state.press("S", .enter)
    _ = state.update(.changedOnDisk(state.document(fleet: [30, 60, 120])))
    #expect(
      state.press(.right, .right, .right, .enter) == [.save(state.profile, into: .profileItself, over: true)])
  }

  @Test func `save and quit stays where there is more to say than that it is saved`() {
    for (document, remark) in [([25, 51, 100], "its other names keep what it was"), ([30, 60, 120], nil)] {
      var state = State.guide()
      state.press(.right, "q", .right, .enter)
      #expect(state.update(.saved(state.document(fleet: document), remark: remark)) == [])
      #expect(state.notice != nil)
      #expect(state.press("q") == [.discard(state.profile), .quit])
    }
  }

  @Test func `the difference to their version comes back to the question`() {
    var state = changedOnDisk()
    state.press(.right, .enter)
    #expect(state.rows.contains { $0.contains("30 → 25") })
    state.press(.escape)
    #expect(state.rows.contains { $0.contains("The file changed on disk") })
  }

  @Test func `taking theirs can be undone`() {
    var state = State.guide()
    state.press(.right)
    _ = state.update(.reloaded(state.document(fleet: [30, 60, 120])))
    #expect(state.profile.fleet == [30, 60, 120])
    #expect(!state.isUnsaved)
    state.press("u")
    #expect(state.profile.fleet == [25, 51, 100])
  }

  @Test func `save and quit quits once it is saved, and stays when it cannot be`() {
    var state = State.guide()
    state.press(.right, "q")
    #expect(state.press(.right, .enter) == [.save(state.profile, into: .whereItStands, over: false)])
    #expect(state.update(.failed("no room")) == [])
    #expect(state.notice?.text == "no room")
    #expect(state.update(.saved(state.document(fleet: [25, 51, 100]))) == [])
    state.press(.right, "q", .right, .enter)
    #expect(state.update(.saved(state.document(fleet: [25, 52, 100]))) == [.discard(state.profile), .quit])
  }

  @Test func `save and quit is forgotten wherever the save does not come about`() {
    let ways: [(String, (inout State) -> Void)] = [
      ("it failed", { _ = $0.update(.failed("no room")) }),
      (
        "the file changed, and one stays",
        {
          _ = $0.update(.changedOnDisk(nil))
          $0.press(.enter)
        }
      ),
      (
        "the file changed, and one goes back",
        {
          _ = $0.update(.changedOnDisk(nil))
          $0.press(.escape)
        }
      ),
      (
        "the file changed, and one looks at the difference",
        {
          _ = $0.update(.changedOnDisk($0.document(fleet: [30, 60, 120])))
          $0.press(.right, .enter, .escape, .escape)
        }
      ),
      (
        "theirs is taken",
        {
          _ = $0.update(.changedOnDisk($0.document(fleet: [30, 60, 120])))
          $0.press(.left, .enter)
          _ = $0.update(.reloaded($0.document(fleet: [30, 60, 120])))
        }
      ),
      (
        "theirs cannot be taken",
        {
          _ = $0.update(.changedOnDisk($0.document(fleet: [30, 60, 120])))
          $0.press(.left, .enter)
          _ = $0.update(.failed("gone"))
        }
      ),
      (
        "the name is taken",
        {
          _ = $0.update(.alreadyExists(path: "a.yml"))
          $0.press(.enter)
        }
      ),
      (
        "the name is taken, and one goes back",
        {
          _ = $0.update(.alreadyExists(path: "a.yml"))
          $0.press(.escape)
        }
      ),
    ]
    for (way, happens) in ways {
      var state = State.guide()
      state.press(.right, "q", .right, .enter)
      happens(&state)
      #expect(!state.quitsAfterSaving, "\(way)")
      state.press(.right, "s")
      #expect(state.update(.saved(state.document(fleet: [25, 52, 100]))) == [], "\(way)")
    }
  }

  @Test(arguments: [[Key.escape], Array(repeating: .backspace, count: 20) + [.enter]])
  func `save and quit is forgotten with the name that was not given`(keys: [Key]) {
    var state = State.guide()
    _ = state.update(.saved(state.document(fleet: [25, 50, 100], path: nil)))
    state.press(.right, "q", .right, .enter)
    for key in keys { state.press(key) }
    #expect(state.overlays.isEmpty)
    state.press("S", .enter)
    #expect(state.update(.saved(state.document(fleet: [25, 51, 100]))) == [])
  }

  @Test func `a value of an extended file asks where it should go`() {
    var state = State.guide()
    let place = Provenance.Place(file: "base.yaml", line: 3, column: 5)
    let provenance = Provenance(places: ["compute.instances.desired": place])
    let document = Document(
      profile: state.profile, provenance: provenance, path: "prod.yaml", name: "prod.yaml")
    _ = state.update(.saved(document))
    state.press(.right, "s")
    #expect(state.rows.contains { $0.contains("base.yaml") })
    #expect(state.press(.right, .enter) == [.save(state.profile, into: .profileItself, over: false)])
  }

  @Test func `the end of the program keeps what is unsaved`() {
    var state = State.guide()
    #expect(state.update(.terminate) == [.quit])
    state.press(.right)
    #expect(state.update(.terminate) == [.keep(state.profile), .quit])
    state.press("u")
    _ = state.update(.settle)
    #expect(state.update(.terminate) == [.quit])
  }

  @Test func `quitting by choice discards what is unsaved, and so does quitting when it was undone`() {
    var state = State.guide()
    state.press(.right, "q")
    #expect(state.press(.left, .enter) == [.discard(state.profile), .quit])
    state.press("u")
    #expect(state.press("q") == [.discard(state.profile), .quit])
  }

  private func changedOnDisk() -> State {
    var state = State.guide()
    state.press(.right)
    _ = state.update(.changedOnDisk(state.document(fleet: [30, 60, 120])))
    return state
  }
}

extension State {
  /// This file with other sizes of the fleet, as the session reads it.
  func document(fleet: [Int], path: String? = "fleets/production-250k.yaml") -> Document {
    var profile = saved.profile
    profile.compute.instances = InstanceCounts(min: fleet[0], desired: fleet[1], max: fleet[2])
    return Document(
      profile: profile, provenance: saved.provenance, path: path, name: "production-250k.yaml")
  }
}
