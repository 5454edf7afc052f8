import Canvas
import Planning
import Testing

@testable import Dashboard

@Suite struct `Sliders` {
  @Test func `a step moves one instance and ten steps ten`() {
    var state = State.guide()
    state.press(.right)
    #expect(state.profile.fleet == [25, 51, 100])
    state.press("L")
    #expect(state.profile.fleet == [25, 61, 100])
    state.press(.shiftLeft, "h")
    #expect(state.profile.fleet == [25, 50, 100])
    #expect(!state.isUnsaved)
  }

  @Test func `desired above max takes max along, says so, and undo takes back both`() {
    var state = State.guide()
    state.press("=", "1", "2", "0", .enter)
    #expect(state.profile.fleet == [25, 120, 120])
    #expect(state.notice?.text.contains("max moved to 120 too") == true)
    state.press("u")
    #expect(state.profile.fleet == [25, 50, 100])
  }

  @Test func `min above both takes desired and max along`() {
    var state = State.guide()
    state.focus(on: .min)
    state.press("=", "1", "5", "0", .enter)
    #expect(state.profile.fleet == [150, 150, 150])
    state.focus(on: .max)
    state.press("=", "4", .enter)
    #expect(state.profile.fleet == [4, 4, 4])
  }

  @Test func `the range of requests moves in its proportions and comes back exactly`() {
    // 0.2 x 0.26 / 0.25 = 0.208 and 0.3 x 0.26 / 0.25 = 0.312
    var state = State.guide()
    state.focus(on: .requests)
    state.press(.right)
    #expect(
      state.profile.demand.requestsPerUserPerMinute == Estimate(low: 0.208, likely: 0.26, high: 0.312))
    state.press(.left)
    #expect(!state.isUnsaved)
  }

  @Test func `users move by thousands, from an odd number to the next whole thousand`() {
    var state = State.guide()
    state.focus(on: .users)
    state.press(.right, "L")
    #expect(state.profile.demand.concurrentUsers == 261_000)
    state.press("=", "2", "5", "0", "1", "2", "3", .enter, .right)
    #expect(state.profile.demand.concurrentUsers == 251_000)
  }

  @Test func `another instance type brings the throughput of its vCPUs`() {
    var state = State.guide()
    state.focus(on: .instanceType)
    state.press(.right)
    #expect(state.profile.compute.instanceType == "c6i.4xlarge")
    #expect(state.profile.compute.requestsPerInstancePerMinute == 2000)
    #expect(state.profile.compute.gunicorn?.workers == 16)
    state.press(.left)
    #expect(!state.isUnsaved)
  }

  @Test func `the CPU target takes the requests of an instance along, and brings them back`() {
    // 1,000 x 69 / 70 = 985.7, and a person writes 985.
    var state = State.guide()
    state.focus(on: .cpuTarget)
    state.press(.left)
    #expect(state.profile.compute.targetCPUPercent == 69)
    #expect(state.profile.compute.requestsPerInstancePerMinute == 985)
    #expect(state.notice?.text == "an instance now answers 985 requests a minute at that CPU, in proportion")
    state.press(.right)
    #expect(!state.isUnsaved)
    state.press("=", "3", "0", .enter, .backspace)
    #expect(!state.isUnsaved)
  }

  @Test func `no target and no type makes an instance answer more than a file may say`() {
    var profile = State.guide().profile
    profile.compute.instanceRequests = Estimate(1e9)
    for (id, press) in [(Control.ID.cpuTarget, Key.right), (.instanceType, .end)] {
      var state = State(
        Document(profile: profile, provenance: Provenance(), path: "shop.yaml", name: "shop.yaml"),
        facts: .builtIn, size: Size(120, 40), look: Look(theme: Theme(.standard), glyphs: .unicode))
      state.focus(on: id)
      state.press(press)
      #expect(!state.isUnsaved)
      state.press(.left)
      #expect(state.profile.compute.requestsPerInstancePerMinute <= 1e9)
    }
  }

  @Test func `type and CPU target move the requests of an instance in any order, and come back`() {
    // 1,000 x 16 / 8 vCPUs x 35 / 70.
    var state = State.guide()
    state.focus(on: .cpuTarget)
    state.press("=", "3", "5", .enter)
    state.focus(on: .instanceType)
    state.press(.right)
    #expect(state.profile.compute.requestsPerInstancePerMinute == 1000)
    state.press(.backspace)
    #expect(state.profile.compute.requestsPerInstancePerMinute == 500)
    state.press(.right)
    state.focus(on: .cpuTarget)
    for _ in 0..<7 { state.press(.right) }
    for _ in 0..<7 { state.press(.left) }
    #expect(state.profile.compute.requestsPerInstancePerMinute == 1000)
    state.press(.backspace)
    #expect(state.profile.compute.requestsPerInstancePerMinute == 2000)
    state.focus(on: .instanceType)
    state.press(.backspace)
    #expect(!state.isUnsaved)
  }

  @Test func `the CPU target leaves alone what was changed beside it`() {
    var state = State.guide()
    var profile = state.profile
    profile.compute.gunicorn?.workerClass = "gthread"
    state.show(profile)
    state.derive()
    state.focus(on: .cpuTarget)
    #expect(!state.canRestoreValue)
    state.press(.left)
    #expect(state.profile.compute.gunicorn?.workerClass == "gthread")
    state.press(.backspace)
    #expect(state.profile == profile)
    state.focus(on: .instanceType)
    state.press(.right)
    #expect(state.profile.compute.gunicorn?.workerClass == "gthread")
    #expect(state.profile.compute.gunicorn?.workers == 16)
    state.press(.left)
    #expect(state.profile == profile)
  }

  @Test func `requests that somebody set apart from type and target are what both start from`() {
    var state = State.guide()
    var profile = state.profile
    profile.compute.instanceRequests = Estimate(3000)
    state.show(profile)
    state.derive()
    state.focus(on: .cpuTarget)
    state.press("=", "3", "5", .enter)
    #expect(state.profile.compute.requestsPerInstancePerMinute == 1500)
    state.focus(on: .instanceType)
    state.press(.right)
    #expect(state.profile.compute.requestsPerInstancePerMinute == 3000)
  }

  @Test func `a range of requests comes back with the type`() {
    var profile = State.guide().profile
    profile.compute.instanceRequests = Estimate(low: 900, likely: 1000, high: 1100)
    var state = State(
      Document(profile: profile, provenance: Provenance(), path: "shop.yaml", name: "shop.yaml"),
      facts: .builtIn, size: Size(120, 40), look: Look(theme: Theme(.standard), glyphs: .unicode))
    state.focus(on: .instanceType)
    state.press(.right, .backspace)
    #expect(!state.isUnsaved)
  }

  @Test func `f turns what a team decides, and not what users ask for or what was measured`() {
    var state = State.guide()
    state.press("f")
    #expect(state.profile.demand == State.guide().profile.demand)
    #expect(state.profile.compute.targetCPUPercent == 70)
    #expect(state.plan.holds(at: .desired) == true)
  }

  @Test func `the CPU target of another type moves its requests in proportion`() {
    var state = State.guide()
    state.focus(on: .instanceType)
    state.press(.right)
    state.focus(on: .cpuTarget)
    state.press("=", "3", "5", .enter)
    #expect(state.profile.compute.requestsPerInstancePerMinute == 1000)
  }

  @Test(arguments: [
    ("compute.target_cpu_percent", FieldValue.number(61)), ("compute.boot_seconds", .count(61)),
    ("demand.requests_per_user_per_minute", .estimate(Estimate(low: 48.8, likely: 61, high: 73.2))),
  ])
  func `a slider writes what its key holds: a count, a number, or a range in its proportions`(
    path: String, value: FieldValue
  ) throws {
    let guide = State.guide().profile
    let scale = Scale.count(1...100, top: 100)
    let setting = Setting(id: .users, name: "any", field: Catalog[path], kind: .slider(scale))
    let edit = try #require(setting.edit(guide, to: 61, saved: guide, hardware: .builtIn))
    #expect(setting.field.value(edit.profile) == value)
    #expect(setting.edit(edit.profile, to: 61, saved: guide, hardware: .builtIn) == nil)
  }

  @Test func `every step of every control leaves a valid profile`() {
    for setting in State.guide().settings {
      var state = State.guide()
      if !setting.isOffered(by: state.profile) {
        state.focus(on: .eventHours)
        state.press("=", "6", .enter)
      }
      state.focus(on: setting.id)
      let there = [Key.right, .right, "L", "L", .left, "H", "H", "H"]
      let ends = [Key.home, .left, "H", .right, "L", .end, .right, "L", .left, "H"]
      for (step, key) in (there + ends).enumerated() {
        state.press(key)
        #expect(state.profile.conflicts.isEmpty, "\(setting.id), step \(step)")
        #expect(setting.accepts(state.profile), "\(setting.id), step \(step)")
      }
    }
  }
}

@Suite struct `Typed values` {
  @Test(arguments: [
    ("60", 60.0), ("1,200", 1200), ("2k", 2000), ("1.5k", 1500), ("1.001k", 1001), ("2.01k", 2010),
  ])
  func `numbers may have commas, k and M`(text: String, number: Double) throws {
    #expect(try setting(.desired).value(from: text) == .success(.number(number)))
  }

  @Test(arguments: [
    ("", EntryError.notANumber), ("abc", .notANumber), ("1e9", .notANumber), ("1.5", .notWhole),
    ("0", .outside(1...200_000)), ("1M", .outside(1...200_000)), ("-3", .notANumber), ("..", .noRange),
    (".5", .notANumber),
  ])
  func `anything else is refused with its reason`(text: String, error: EntryError) throws {
    #expect(try setting(.desired).value(from: text) == .failure(error))
  }

  @Test func `a value that is not known exactly may be typed as a range`() throws {
    let requests = try setting(.requests)
    #expect(requests.value(from: "0.2..0.4") == .success(.estimate(Estimate(low: 0.2, high: 0.4))))
    #expect(
      requests.value(from: "0.2..0.25..0.4")
        == .success(.estimate(Estimate(low: 0.2, likely: 0.25, high: 0.4))))
    for text in ["0.4..0.2", "0.2..0.5..0.4", "0.2..", "1..2..3..4", "0.2...4", ".."] {
      #expect(requests.value(from: text) == .failure(.notARange))
    }
    #expect(try setting(.desired).value(from: "50..60") == .failure(.noRange))
  }

  @Test func `a range has the bounds of the format`() throws {
    let requests = try setting(.requests)
    #expect(requests.value(from: "0.000001..1000000") == .success(.estimate(Estimate(low: 1e-6, high: 1e6))))
    #expect(requests.value(from: "0.000001") == .success(.number(1e-6)))
    for text in ["0", "0.0000001"] {
      guard case .failure(.outside) = requests.value(from: text) else {
        Issue.record("\(text) is taken")
        continue
      }
    }
    #expect(requests.value(from: "0.0000001..1") == .failure(.outside(1e-6...1e6)))
    #expect(requests.value(from: "1..1000001") == .failure(.outside(1e-6...1e6)))
  }

  @Test(arguments: [(0.00001, 0.9), (0.000001, 1), (0.0001, 3), (0.2, 0.3)])
  func `every step of a wide range stays within the format, to a millionth`(low: Double, high: Double) {
    let start = Estimate(low: low, high: high)
    for step in 1...100 {
      let moved = start.moved(to: Double(step) / 50)
      for end in [moved.low, moved.high] {
        #expect(end >= 1e-6 && (end * 1e6 - (end * 1e6).rounded()).magnitude < 1e-3, "\(moved)")
      }
      #expect(moved.low <= moved.likely && moved.likely <= moved.high)
    }
  }

  @Test func `a refused value is said in place and changes nothing`() {
    var state = State.guide()
    state.press(.enter, "0", .enter)
    #expect(state.entry?.error == "1 to 200k")
    #expect(state.rows.contains { $0.contains("1 to 200k") })
    #expect(!state.isUnsaved)
    state.press(.escape)
    #expect(state.entry == nil)
  }

  @Test func `a digit opens the screen of that number, and is typed only where a value is`() {
    for key in [Key.character("3"), .function(3)] {
      var state = State.guide()
      state.press(key)
      #expect(state.screen == .cost)
      #expect(state.entry == nil)
    }
    var state = State.guide()
    state.press("=", "3")
    #expect(state.screen == .plan)
    #expect(state.entry?.text == "3")
  }

  @Test func `six digits and Enter cost nothing`() {
    var state = State.guide()
    state.press("2", "3", "4", "5", "6", .enter)
    #expect(!state.isUnsaved)
  }

  @Test func `Backspace puts the saved value back, as one step that can be taken back`() {
    var state = State.guide()
    state.press("L", .down, .right, .up, .backspace)
    #expect(state.profile.fleet == [25, 50, 101])
    #expect(state.notice?.text == "desired is 50 again, as saved")
    state.press("u")
    #expect(state.profile.fleet == [25, 60, 101])
    state.press(.down, .down, .backspace)
    #expect(state.notice?.text == "users is as it was saved")
  }

  private func setting(_ id: Control.ID) throws -> Setting {
    try #require(State.guide().settings.first { $0.id == id })
  }
}

extension Setting {
  /// Whether the profile holds a value that the format allows for this key.
  fileprivate func accepts(_ profile: Profile) -> Bool {
    switch (field.kind, field.value(profile)) {
    case (.count(let range), .count(let count)?): range.contains(count)
    case (.number(let bounds), .number(let number)?): bounds.contains(number)
    case (_, nil): unstatedNumber(in: profile) != nil
    case (.estimate(let bounds), .estimate(let range)?):
      bounds.contains(range.low) && bounds.contains(range.high) && range.low <= range.likely
        && range.likely <= range.high
    case (.choice(let words), .text(let word)?): words.contains(word)
    case (.openChoice, .text?): true
    default: false
    }
  }
}
