import Canvas
import Planning
import Testing

@testable import Dashboard

@Suite struct `A comparison in the dashboard` {
  /// The guide moved to a type that no price book has.
  private func onUnknownType(_ change: (inout Profile) -> Void = { _ in }) -> State {
    var state = State.guide(200, 50)
    var profile = state.profile
    profile.compute.instanceType = "c99.huge"
    change(&profile)
    state.replace(with: profile, summary: "a type without a price")
    _ = state.update(.open(.plan))
    return state
  }

  private func line(_ start: String, of state: State) -> String? {
    state.rows.first { $0.contains(start) }
  }

  @Test func `against the saved profile says incomplete where a line has no price`() throws {
    let row = try #require(line("list incomplete", of: onUnknownType()))
    #expect(row.contains("list incomplete without EC2 instances"))
    #expect(line("list rest", of: onUnknownType()) == nil)
    #expect(!onUnknownType().rows.contains { $0.contains("-12,410") })
  }

  @Test func `against the saved profile says what the other lines do`() throws {
    let row = try #require(line("list rest", of: onUnknownType { $0.cache?.shards = 7 }))
    #expect(row.contains("list rest likely +600, low +600, high +600"))
  }

  @Test func `in all differences says incomplete, and why`() {
    var state = onUnknownType { $0.cache?.shards = 7 }
    state.press("d")
    for column in ["floor", "low", "high"] {
      #expect(line("list \(column)", of: state)?.contains("incomplete") == true)
    }
    #expect(state.rows.last { $0.contains("priced on both, low") }?.contains("+600") == true)
    #expect(line("there is no price for EC2 instances", of: state) != nil)
  }

  @Test func `of more users says what the voice leaves open`() throws {
    var state = State.guide(200, 50)
    state.focus(on: .users)
    state.press(.right)
    let row = try #require(line("list incomplete", of: state))
    #expect(row.contains("list incomplete without voice"))
    #expect(line("list rest likely +", of: state) != nil)
  }

  @Test func `of a larger fleet knows the change, since the voice stays as it is`() {
    var state = State.guide(200, 50)
    state.focus(on: .desired)
    state.press(.right)
    #expect(line("list likely +253", of: state) != nil)
  }

  @Test func `sizing says what the cost of more users is without`() {
    var state = State.guide(200, 50)
    state.press("z")
    #expect(line("the next 10,000 users cost 881 USD a month without voice", of: state) != nil)
  }
}
