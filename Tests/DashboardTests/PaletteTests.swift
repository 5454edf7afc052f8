import Canvas
import Planning
import Testing

@testable import Dashboard

@Suite struct `The palette` {
  private func open(_ words: String, at key: Key = ":") -> State {
    var state = State.guide(120, 40)
    state.press(key)
    for character in words { state.press(.character(character)) }
    return state
  }

  private func first(_ words: String) -> String? {
    (open(words).overlays.last as? Palette)?.shown.first?.title
  }

  @Test func `finds a screen, a value, a wall, a cost, a quota, a rule, a Region and a theme`() {
    #expect(first("walls") == "Walls")
    #expect(first("read rep") == "read replicas")
    #expect(first("saturated") == "Compute, saturated")
    #expect(first("block storage") == "Block storage")
    #expect(first("L-1216C47A") == "EC2 On-Demand vCPUs")
    #expect(first("hr102")?.hasPrefix("HR102") == true)
    #expect(first("frankfurt")?.hasPrefix("eu-central-1") == true)
    #expect(first("theme light") == "theme light")
    #expect(first("c7g.4xl") == "c7g.4xlarge")
  }

  @Test func `has every binding of every screen, with its keys`() {
    let titles = Set(State.guide().commands.map(\.title))
    for screen in Screen.allCases {
      for binding in screen.keys.bindings {
        #expect(titles.contains(binding.help), "\(screen) \(binding.label)")
      }
    }
  }

  @Test func `goes where the row is, or does it`() {
    var state = open("block sto")
    state.press(.enter)
    #expect(state.screen == .cost)
    #expect(state.costRows[state.selectedRow].title == "Block storage")
    state = open("vpcs")
    state.press(.enter)
    #expect(state.screen == .quotas)
    #expect(state.quotaRows[state.selectedRow].title == "VPCs")
    state = open("differences")
    state.press(.enter)
    #expect(state.notice?.text == "no differences: nothing has been changed here")
    state = open("zone lost")
    state.press(.enter)
    #expect(state.screen == .day && state.screenFocus == .zoneLoss)
  }

  @Test func `shows a slider where it has a row, and leaves the commitment of the Cost screen its arrows`() {
    var state = State.guide(120, 40)
    state.press("3", ":", "4", "0", "0", "k", .enter)
    #expect(state.screen == .cost && state.screenFocus == .commitment)
    state.press(":")
    for character in "read rep" { state.press(.character(character)) }
    state.press(.enter)
    #expect(state.screen == .plan && state.screenFocus == .readReplicas)
  }

  @Test func `sets the value that a number is nearest to, or the one that is named`() {
    var state = open("400k")
    state.press(.enter)
    #expect(state.profile.demand.concurrentUsers == 400_000)
    state = open("max 120")
    state.press(.enter)
    #expect(state.profile.fleet == [25, 50, 120])
    state.press("u")
    #expect(!state.isUnsaved)
  }

  @Test func `is opened by Control P too, and help is the same list of keys alone`() {
    #expect(open("walls", at: .control("p")).overlays.last is Palette)
    let help = open("undo", at: "?")
    #expect(help.rows.contains { $0.contains("undo the last change") })
    #expect(!help.rows.contains { $0.contains("quit; asks") })
  }

  @Test func `says that nothing has the words, and Escape leaves it`() {
    var state = open("zzzz")
    #expect(state.rows.contains { $0.contains("Nothing is called that.") })
    state.press(.enter)
    #expect(state.overlays.isEmpty && state.flaw == nil)
    state = open("wal")
    state.press(.down, .down, .escape)
    #expect(state.overlays.isEmpty && !state.isUnsaved)
  }

  @Test func `tells of a rule that finds nothing what it looks at`() {
    let state = State.guide()
    let rule = Rule.all.first { rule in !state.review.findings.contains { $0.id == rule.id } }
    var opened = open(rule?.id ?? "")
    opened.press(.enter)
    #expect(opened.rows.contains { $0.contains("It finds nothing in this profile.") })
  }

  @Test func `a press on a row does it`() throws {
    var state = open("400k")
    let row = try #require(state.rows.firstIndex { $0.contains("users 400k") })
    _ = state.update(.mouse(MouseEvent(.press, at: Point(40, row))))
    #expect(state.profile.demand.concurrentUsers == 400_000)
  }
}

@Suite struct `A key that means nothing here` {
  @Test func `says where it works`() {
    var state = State.guide()
    state.press("c")
    #expect(
      state.notice == Notice(text: "c: copy the command to the clipboard (OSC 52), on Quotas", kind: .caution)
    )
    state.press("Z")
    #expect(state.notice?.text.hasSuffix("on Day") == true)
  }

  @Test func `says nothing where it works nowhere`() {
    var state = State.guide()
    state.press("%")
    #expect(state.notice == nil)
  }
}

@Suite struct `Words and themes` {
  @Test(arguments: Screen.allCases)
  func `the words of a screen are one key away`(screen: Screen) {
    var state = State.guide(120, 50)
    _ = state.update(.open(screen))
    state.press("i")
    #expect(state.rows.contains { $0.contains("What the words mean") })
  }

  @Test func `every column of the bill is told`() {
    let state = State.guide(120, 50)
    let text = ShownWords(screen: .cost).lines(in: state, width: 100).flatMap { $0 }.map(\.text).joined()
    for column in CostColumn.allCases { #expect(text.contains(column.meaning.prefix(20)), "\(column)") }
  }

  @Test func `T shows the next theme and asks for it to be kept`() {
    var state = State.guide()
    #expect(state.press("T") == [.remember(.dark)])
    #expect(state.look.theme.name == .dark)
    #expect(state.press("T") == [.remember(.light)])
  }

  @Test func `what the terminal says of its background is followed`() {
    var state = State.guide()
    var events = [Event.backdrop(.light)][...]
    _ = state.update(&events)
    #expect(state.look.theme == Theme(backdrop: .light))
    #expect(state.notice == nil)
  }
}
