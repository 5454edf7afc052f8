import Canvas
import Exports
import Files
import Planning
import Testing

@testable import Dashboard

@Suite struct `Sizing in the dashboard` {
  @Test func `z asks, Enter sets the fleet, and one undo takes it back`() {
    var state = State.guide()
    state.press("z")
    #expect(state.rows.contains { $0.contains("Size the fleet") })
    let sizing = Sizing(state.profile, for: SizingTarget(users: 250_000, headroomPercent: 20))
    state.press(.enter)
    #expect(state.profile == state.saved.profile.applying(sizing.changes))
    #expect(state.isUnsaved)
    state.press("u")
    #expect(!state.isUnsaved)
  }

  @Test func `users and headroom move by steps and can be typed, the loss of a zone is a choice`() {
    var state = State.guide()
    state.press("z", .right, "L", .down, "3", "5", .enter, .down, .right)
    #expect(
      state.sizingForm?.target
        == SizingTarget(users: 261_000, headroomPercent: 35, survivesZoneLoss: true))
    state.press(.up, "9", "k", .enter)
    #expect(state.entry?.error == "0 to 1,000")
    state.press(.escape, .escape)
    #expect(!state.isUnsaved)
    #expect(state.overlays.isEmpty)
  }

  private func finding(_ words: String, in state: State) -> State {
    var state = state
    state.press("/")
    for character in words { state.press(.character(character)) }
    state.press(.enter)
    return state
  }

  @Test func `types are filtered by the words that filter the list of types, and sorted`() throws {
    var state = State.guide(120, 40)
    state.press("z")
    #expect(state.choiceCount == 1343)
    state = finding("c7g* 8vcpu", in: state)
    #expect(state.choiceCount == 1)
    #expect(state.derived.sizing?.sizing.chosen?.instanceType == "c7g.2xlarge")
    #expect(state.rows.contains { $0.contains("Size the fleet, c7g* 8vcpu") })
    state = finding("c*", in: state)
    state.press("o")
    #expect(state.rows.contains { $0.contains("by users") })
    let users = state.derived.sizing?.sizing.candidates.dropFirst().filter(\.wouldDo).map(\.users) ?? []
    #expect(users.count > 100 && users == users.sorted(by: >))
    state = finding("nowhere", in: state)
    #expect(state.press(.enter).isEmpty && !state.isUnsaved)
    #expect(state.notice?.kind == .caution)
  }

  @Test func `the types lie below the fields, scroll, and Enter takes the one that is looked at`() throws {
    var state = State.guide(120, 40)
    state.press("z")
    state = finding("c6i*", in: state)
    state.press(.down, .down, .down, .down)
    #expect(state.sizingForm?.field == nil && state.sizingForm?.row == 1)
    let wanted = try #require(state.derived.sizing?.sizing.candidates[1])
    #expect(state.derived.sizing?.candidate == wanted)
    // The arrows that turn a field turn nothing here, least of all the screen below.
    state.press(.right, "5")
    #expect(!state.isUnsaved && state.entry == nil)
    state.press(.enter)
    #expect(state.profile.compute.instanceType == wanted.instanceType)
    #expect(state.profile.compute.instances == wanted.instances)
    state.press("u", "z", .end)
    #expect(state.sizingForm?.row == 1342)
    #expect(state.flaw == nil)
    state.press(.home)
    #expect(state.sizingForm?.field == 0 && state.sizingForm?.row == 0)
  }

  @Test func `a press on a type looks at it, a second one takes it`() throws {
    var state = State.guide(120, 40)
    state.press("z")
    let row = try #require(state.rows.firstIndex { $0.contains("c6g.4xlarge") })
    let point = Point(40, row)
    _ = state.update(.mouse(MouseEvent(.press, at: point)))
    _ = state.update(.mouse(MouseEvent(.release, at: point)))
    #expect(state.derived.sizing?.candidate?.instanceType == "c6g.4xlarge")
    _ = state.update(.mouse(MouseEvent(.press, at: point)))
    #expect(state.profile.compute.instanceType == "c6g.4xlarge")
  }

  @Test func `a step of the users shows the fleet that is chosen again`() {
    var state = State.guide(120, 40)
    state.press("z", .pageDown, .home, .right)
    #expect(state.sizingForm?.row == 0)
    #expect(state.flaw == nil)
  }
}

@Suite struct `Findings in the dashboard` {
  @Test func `a finding leads to the slider that it is about`() throws {
    var state = State.guide()
    _ = state.update(.open(.findings))
    let row = try #require(state.findingRows.firstIndex { $0.subject == "voice.concurrent_sessions" })
    state.selectedRows[.findings] = row
    state.press(.right)
    #expect(state.screen == .plan)
    #expect(state.focusedControl == .voiceSessions)
  }

  @Test func `f makes the proposed change, which silences the finding, and undo brings it back`() throws {
    var state = State.guide()
    _ = state.update(.open(.findings))
    let row = try #require(state.findingRows.firstIndex { $0.id == "HR601" })
    state.selectedRows[.findings] = row
    state.press("f")
    #expect(state.profile.voice?.concurrentSessions == 1056)
    #expect(!state.review.findings.contains { $0.id == "HR601" })
    state.press("u")
    #expect(state.review.findings.contains { $0.id == "HR601" })
  }
}

@Suite struct `Quotas in the dashboard` {
  @Test func `c copies the command of the row, C all of them, w writes them`() {
    var state = State.guide()
    _ = state.update(.open(.quotas))
    let command =
      "aws service-quotas get-service-quota --service-code ec2 --quota-code L-1216C47A --region us-east-1"
    #expect(state.press("c") == [.copy(command)])
    #expect(state.press("C").count == 1)
    #expect(state.press("w", .enter) == [.write(QuotaScript(state.plan).text, path: "request-quotas.sh")])
    #expect(QuotaScript(state.plan).text.contains(command))
  }

  @Test func `a filter keeps the rows that hold a word, and Escape shows all again`() {
    var state = State.guide()
    _ = state.update(.open(.quotas))
    let all = state.rowCount
    state.press("/", "c", "a", "c", "h", "e", .enter)
    #expect(state.rowCount > 0)
    #expect(state.rowCount < all)
    #expect(
      state.quotaRows.allSatisfy { "\($0.title) \($0.fact.name)".lowercased().contains("cache") })
    state.press(.escape)
    #expect(state.rowCount == all)
  }
}
