import Canvas
import Planning
import Testing
import Typography

@testable import Dashboard

@Suite("A fleet in a Region without prices")
struct RegionTests {
  private let state = {
    var state = State.guide(120, 40)
    var profile = state.profile
    profile.region = "me-west-1"
    state.show(profile)
    _ = state.update(.settle)
    return state
  }()

  private func text(_ state: State) -> String { state.frame.canvas.rows.joined(separator: "\n") }

  @Test func `shows no price of another Region on Plan`() {
    #expect(text(state).contains("8 vCPU, price unknown"))
    #expect(!text(state).contains("0.34"))
  }

  @Test func `offers types without prices`() {
    var state = state
    state.focus(on: .instanceType)
    state.press(.enter)
    #expect(text(state).contains("unknown"))
    #expect(!text(state).contains("0.34"))
  }

  @Test func `is sized with no price for any type`() {
    let sizing = Sizing(
      state.profile, for: SizingTarget(users: 250_000), facts: state.saved.facts)
    #expect(sizing.candidates.count > 1)
    #expect(sizing.candidates.allSatisfy { $0.monthly == nil })
    #expect(sizing.candidates.dropFirst().allSatisfy { $0.rejection == .noPrice })
    #expect(sizing.nextTenThousandUsers == nil)
  }

  @Test func `takes the throughput of a type's vCPUs along`() {
    var state = state
    state.focus(on: .instanceType)
    let before = state.profile.compute
    // The step goes to a type of other vCPUs, known from its hardware alone.
    var steps = 0
    repeat {
      state.press(.right)
      steps += 1
    } while state.plan.instanceHardware?.vcpus == 8 && steps < 60
    let now = state.profile.compute
    let vcpus = Double(state.plan.instanceHardware?.vcpus ?? 0)
    #expect(vcpus != 8)
    #expect(now.requestsPerInstancePerMinute == before.requestsPerInstancePerMinute * vcpus / 8)
  }
}
