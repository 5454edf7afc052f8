import Canvas
import Planning
import Testing
import Typography

@testable import Dashboard

@Suite("A list to choose from")
struct ChoosingTests {
  private func open(_ control: Control.ID) -> State {
    var state = State.guide(120, 40)
    state.focus(on: control)
    state.press(.enter)
    return state
  }

  private func text(_ state: State) -> String { state.frame.canvas.rows.joined(separator: "\n") }

  private func choices(_ state: State) -> Int { state.choiceCount }

  private func finding(_ words: String, in state: State) -> State {
    var state = state
    state.press("/")
    for character in words { state.press(.character(character)) }
    state.press(.enter)
    return state
  }

  @Test func `has every type of the Region, and those that some words say`() {
    let all = open(.instanceType)
    #expect(choices(all) == 1343)
    let few = finding("c7g 8vcpu current", in: all)
    // c7g, c7gd and c7gn, each with one size of 8 vCPUs.
    #expect(choices(few) == 3)
    #expect(text(few).contains("c7gd.2xlarge") && !text(few).contains("c7g.4xlarge"))
    #expect(choices(finding("arm64 4..8vcpu 16..32gib", in: all)) > 20)
  }

  @Test func `shows rates below On-Demand beside a type`() {
    let state = finding("m6i.2xlarge", in: open(.instanceType))
    // us-east-1: 0.384 an hour; the Standard reservation of three years and Spot, as they were recorded.
    #expect(text(state).contains("0.384"))
    #expect(text(state).contains("reserved") && text(state).contains("Spot"))
  }

  @Test func `is sorted by name, then by what the fleet costs`() {
    var state = finding("c7g", in: open(.instanceType))
    let byName = text(state)
    state.press("o")
    #expect(text(state) != byName)
    #expect(text(state).contains("by cost"))
    state.press(.enter)
    #expect(state.profile.compute.instanceType.contains("c7g"))
  }

  @Test func `has every Region with what the fleet costs there, and moves it`() throws {
    var state = open(.region)
    #expect(choices(state) == 36)
    state = finding("Ireland", in: state)
    #expect(choices(state) == 1)
    let ireland = Plan(state.profile.moved(to: try #require(Region("eu-west-1")))).list.total.low
    #expect(text(state).contains(Figures.dollars(ireland)))
    state.press(.enter)
    #expect(state.profile.region == "eu-west-1")
    #expect(state.plan.list.total.low == ireland)
  }

  @Test func `moves a fleet into no more zones than a Region has`() {
    var state = finding("us-west-1", in: open(.region))
    state.press(.enter)
    #expect(state.profile.compute.availabilityZones == 2)
  }

  @Test func `stays sound whatever happens while types are chosen`() {
    let start = open(.instanceType)
    for message in [Message.select(-3), .select(3000), .scrollPage(2), .sort, .find, .accept, .undo, .back] {
      var state = start
      _ = state.update(message)
      #expect(state.flaw == nil, "\(message)")
    }
  }

  @Test(arguments: Region.all)
  func `opens and shows a fleet in every Region`(region: Region) {
    var state = State.guide()
    state.show(state.profile.moved(to: region))
    _ = state.update(.settle)
    for screen in Screen.allCases {
      _ = state.update(.open(screen))
      for size in [Size(60, 20), Size(200, 50)] {
        _ = state.update(.resize(size))
        #expect(state.flaw == nil, "\(screen)")
      }
    }
    _ = state.update(.open(.plan))
    #expect(text(state).contains(region.code))
  }

  @Test(arguments: ["ap-southeast-7", "eu-west-1", "me-west-1"])
  func `sizes a fleet in a Region with all prices, with few and with none`(code: String) throws {
    var state = State.guide(120, 40)
    state.show(state.profile.moved(to: try #require(Region(code))))
    _ = state.update(.size)
    #expect(text(state).contains("Size the fleet") && state.flaw == nil)
  }
}
