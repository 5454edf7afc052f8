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
}

@Suite struct `Findings in the dashboard` {
  @Test func `a finding leads to the slider that it is about`() throws {
    var state = State.guide()
    _ = state.update(.open(.findings))
    let row = try #require(state.findingRows.firstIndex { $0.finding.subject == "voice.concurrent_sessions" })
    state.selectedRows[.findings] = row
    state.press(.right)
    #expect(state.screen == .plan)
    #expect(state.focusedControl == .voiceSessions)
  }

  @Test func `f makes the proposed change, which silences the finding, and undo brings it back`() throws {
    var state = State.guide()
    _ = state.update(.open(.findings))
    let row = try #require(state.findingRows.firstIndex { $0.finding.id == "HR601" })
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
    let script = Exported("the requests", .commands(QuotaScript(state.plan).text))
    #expect(state.press("w", .enter) == [.export(script, path: "request-quotas.sh")])
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
