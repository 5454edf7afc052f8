import Canvas
import Files
import Planning
import Testing

@testable import Dashboard

/// What moves the bill more than the load.
@Suite struct `Sliders of the bill` {
  @Test func `a plan for what never stops takes its discount off every column, and none is no key`() {
    var state = State.guide()
    state.focus(on: .savingsPlan)
    state.press("=", "2", "5", .enter)
    #expect(state.plan.profile.compute.purchase.savingsPlan.instances == 25)
    // 25 x 730 x 0.34 x 27%
    #expect(state.saved.list.total - state.plan.list.total == CostColumns.each(Money(cents: 167_535)))
    state.press("=", "0", .enter)
    #expect(!state.isUnsaved)
  }

  @Test func `requests that the edge answers lighten what stands behind it`() throws {
    var state = State.guide()
    state.focus(on: .edgeHits)
    state.press("=", "4", "0", .enter)
    #expect(state.plan.profile.cdn.apiHitPercent == 40)
    // 199,988 / 0.6
    #expect(state.plan.wall(.compute)?.wholeUsers(at: .desired) == 333_314)
    let shield = try #require(state.plan.list.line(.originShield)?.cost.likely)
    // 1,231.9425 x 0.6
    #expect(shield == Money(cents: 73_917))
  }

  @Test func `a gateway less costs an address less, and one a zone is no key`() {
    var state = State.guide()
    state.focus(on: .natGateways)
    #expect(state.screenControl.reading(state).text == "3")
    state.press(.left)
    #expect(state.plan.profile.network.natGateways == 2)
    // 730 x (0.045 + 0.005)
    #expect(state.saved.list.total - state.plan.list.total == CostColumns.each(Money(cents: 3650)))
    state.press(.right)
    #expect(!state.isUnsaved)
  }

  @Test func `an evening is told beside the month, with rows of its own while there is one`() throws {
    var state = State.guide(120, 40)
    let before = state.screenControls.count
    state.focus(on: .eventHours)
    state.press("=", "6", .enter)
    #expect(state.screenControls.count == before + 2)
    let (event, day) = try #require(
      state.plan.list.total.event.flatMap { event in state.plan.list.total.day.map { (event, $0) } })
    let cost = Figures.cents(event - day)
    #expect(
      state.rows.contains {
        $0.contains("The event of 6 h, with 250,000 users on 100 instances, adds \(cost) to a month")
      })
    state.focus(on: .eventUsers)
    state.press("=", "4", "0", "0", "k", .enter)
    state.focus(on: .eventInstances)
    state.press("=", "1", "2", "0", .enter)
    #expect(state.plan.profile.event?.concurrentUsers == 400_000)
    #expect(state.plan.profile.event?.instances == 120)
    state.focus(on: .eventHours)
    state.press("=", "0", .enter)
    #expect(state.plan.profile.event == nil)
    #expect(!state.isUnsaved)
    #expect(state.screenControls.count == before)
  }

  @Test func `a fleet without a CDN and with a plan in dollars has no row for either`() {
    var profile = State.guide().profile
    profile.cdn.enabled = false
    profile.compute.purchase.savingsPlan.hourly = Money(dollars: 5)
    let names = Setting.all(of: Plan(profile)).map(\.id)
    #expect(!names.contains(.edgeHits) && !names.contains(.savingsPlan))
  }

  @Test func `the Cost screen says what the total rests on`() {
    var state = State.guide(120, 40)
    _ = state.update(.open(.cost))
    let text = state.rows.joined(separator: "\n")
    #expect(text.contains("38% of the likely list total rests on assumptions"))
    #expect(text.contains("Not counted, about $"))
    #expect(text.contains("Voice has no price; it is of the order of $200,000 to $660,000 a month."))
    #expect(text.contains("1,000 users cost 124.66 a month"))
  }

  @Test
  func `a line has a mark while a value that it rests on is a guess, and none where it is stated as a range`()
  {
    let guide = BuiltInGuide.loaded
    let guesses = Plan(guide.profile, provenance: guide.provenance)
    var provenance = guide.provenance
    for key in guesses.unmeasuredKeys(of: .transfer).filter(guesses.isGuessed) {
      provenance.places[key] = Provenance.Place(file: guide.name, line: 1, column: 1)
    }
    for (said, hasMark) in [(guide.provenance, true), (provenance, false)] {
      var state = State(
        Document(profile: guide.profile, provenance: said, path: nil, name: guide.name), facts: .builtIn,
        size: Size(120, 40), look: Look(theme: Theme(.standard), glyphs: .unicode))
      _ = state.update(.open(.cost))
      #expect(state.rows.contains { $0.contains("Data transfer ~") } == hasMark)
      // The bytes of a response are a range still, whoever says so.
      #expect(state.plan.unmeasuredKeys(of: .transfer).contains("demand.response_kb"))
    }
  }
}

extension CostColumns {
  /// The same in every column of a fleet without an event.
  fileprivate static func each(_ money: Money) -> CostColumns {
    CostColumns(floor: money, low: money, likely: money, high: money, day: money, event: nil)
  }
}
