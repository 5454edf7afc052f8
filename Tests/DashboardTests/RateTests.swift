import Canvas
import Planning
import Testing

@testable import Dashboard

@Suite("A rate below On-Demand")
struct RateTests {
  /// The list of types with one row in it.
  private func types(_ words: String) -> State {
    var state = State.guide(120, 40)
    state.focus(on: .instanceType)
    state.press(.enter, "/")
    for character in words { state.press(.character(character)) }
    state.press(.enter)
    return state
  }

  private func text(_ state: State) -> String { state.frame.canvas.rows.joined(separator: "\n") }

  @Test func `is taken from the list of types, and one undo takes it back`() throws {
    var state = types("c6i.2xlarge")
    state.press("t")
    #expect(text(state).contains("Standard Reserved Instance, 1 year"))
    #expect(text(state).contains("no Savings Plan rate"))
    state.press(.down, .enter)
    let offer = try #require(state.plan.prices?.rates(ofInstance: "c6i.2xlarge")?.offers[1])
    #expect(state.overlays.isEmpty)
    #expect(state.profile == state.saved.profile.applying([offer.change]))
    #expect(state.notice?.text.contains("Standard Reserved Instance, 3 years") == true)
    #expect(state.notice?.text.contains("counts once savings_plan.instances") == true)
    state.press("u")
    #expect(!state.isUnsaved)
  }

  @Test func `of another type moves the fleet to it in the same step`() throws {
    var state = types("m6i.2xlarge")
    state.press("t", .end, .enter)
    #expect(state.profile.compute.instanceType == "m6i.2xlarge")
    #expect(state.profile.compute.purchase.spotDiscountPercent == 58)
    state.press("u")
    #expect(!state.isUnsaved)
  }

  @Test func `is offered only where one saves something, and Escape takes none`() {
    var state = types("c6i.2xlarge")
    #expect(state.keys.bindings.contains { $0.action == "rates" && $0.isOffered(in: state) })
    state.press("t", .escape)
    #expect(state.overlays.count == 1 && !state.isUnsaved)
    state = types("zzz")
    #expect(!state.keys.bindings.contains { $0.action == "rates" && $0.isOffered(in: state) })
    state.press("t")
    #expect(state.overlays.count == 1)
  }

  @Test(arguments: [Size(40, 12), Size(60, 20), Size(80, 24), Size(200, 50)])
  func `leaves the dashboard sound at each of these sizes`(size: Size) {
    var start = types("c6i.2xlarge")
    _ = start.update(.resize(size))
    start.press("t")
    for message in [Message.select(-3), .select(30), .scrollPage(2), .sort, .find, .accept, .undo, .back] {
      var state = start
      _ = state.update(message)
      #expect(state.flaw == nil, "\(message)")
    }
  }
}
