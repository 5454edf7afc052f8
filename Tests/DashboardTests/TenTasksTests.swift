import Canvas
import Planning
import Testing

@testable import Dashboard

/// What a new user comes for, with the fewest keys that do it.
@Suite struct `Ten tasks of a new user` {
  struct Task: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let keys: [Key]

    /// What lies before it, such as three steps to take back.
    var before: @Sendable (inout State) -> Void = { _ in }
    let isDone: @Sendable (State, [Effect]) -> Bool
  }

  static let tasks = [
    Task(
      testDescription: "make it hold 250,000 with 20% spare for the least money", keys: ["z", .enter, "f"],
      isDone: { state, _ in
        state.plan.verdict == .holds
          && FleetSize.allCases.dropFirst().allSatisfy {
            state.plan.headroom(at: $0) ?? 0 >= 0.2
          }
      }),
    Task(
      testDescription: "what does a zone loss do, and what fixes it", keys: ["5", "Z", "f"],
      isDone: { state, _ in
        state.derived.day?.scenario.events.zoneLostAt != nil && state.derived.day?.totals.turnedAway == 0
      }),
    Task(
      testDescription: "which quotas, copied", keys: ["4", "C"],
      isDone: { state, effects in
        state.screen == .quotas && effects == [.copy(state.quotaCommands.joined(separator: "\n"))]
      }),
    Task(
      testDescription: "open a colleague's version and see what changed", keys: ["d"],
      before: { state in
        // The file is watched, and read as soon as the colleague has written it.
        var theirs = state.profile
        theirs.compute.instances = InstanceCounts(min: 30, desired: 60, max: 120)
        let document = Document(
          profile: theirs, provenance: state.saved.provenance, path: state.path, name: "production-250k.yaml")
        _ = state.update(.changedBeside(document))
      },
      isDone: { state, _ in state.rows.contains { $0.contains("50 → 60") } }),
    Task(
      testDescription: "which price is this, and who says so", keys: ["3", .enter],
      isDone: { state, _ in state.rows.contains { $0.contains("sources agree") } }),
    Task(
      testDescription: "what does Graviton save", keys: [":", "g", "r", "a"],
      isDone: { state, _ in
        state.rows.contains { $0.contains("Graviton: c6g.2xlarge") && $0.contains("USD a month list") }
      }),
    Task(
      testDescription: "undo three steps, then save", keys: ["u", "u", "u", "s"],
      before: { state in
        for key in [Key.right, .up, .right, .up, .right] { state.press(key) }
      },
      isDone: { state, effects in !state.history.canUndo && !state.isUnsaved && effects.isEmpty }),
    Task(
      testDescription: "move to eu-west-1", keys: [":", "i", "r", "e", .enter],
      isDone: { state, _ in state.profile.region == "eu-west-1" }),
    Task(
      testDescription: "what breaks first at 400k", keys: [":", "4", "0", "0", "k", .enter],
      isDone: { state, _ in
        state.profile.demand.concurrentUsers == 400_000
          && state.rows.contains { $0.contains("No, not even at max: voice sessions break first") }
      }),
    Task(
      testDescription: "why is this finding here, and take its fix", keys: ["6", "f"],
      isDone: { state, _ in !state.review.findings.contains { $0.id == "HR601" } }),
  ]

  @Test(arguments: tasks)
  func `is done by these keys`(task: Task) {
    var state = State.guide()
    task.before(&state)
    let effects = task.keys.flatMap { key in state.message(for: .key(key)).map { state.update($0) } ?? [] }
    #expect(task.isDone(state, effects), "\(state.rows.joined(separator: "\n"))")
  }

  /// 64 before digits opened screens, before there was a palette, and before a fleet could be fixed by one key.
  @Test func `take half the keys that they took once`() {
    #expect(Self.tasks.reduce(0) { $0 + $1.keys.count } == 32)
  }
}
