import Canvas
import Planning
import Typography

/// The months to come over the screen: users against each wall, what breaks and by when to act, what a month costs.
struct HorizonView: Overlay {
  /// The month that is read out.
  private var selected = 0

  var keys: KeyMap { .horizon }
  var controls: [Control] { [.growth] }
  var focus: Control.ID? { .growth }

  mutating func select(by count: Int, in state: State) {
    selected = min(max(0, selected + count), max(0, choiceCount(in: state) - 1))
  }

  /// Plans for the users of the month, as one step that can be taken back.
  func accept(in state: inout State) -> [Effect] {
    guard let months = state.derived.ahead?.horizon?.months, months.indices.contains(selected) else {
      return []
    }
    let month = months[selected]
    var profile = state.profile
    profile.demand.concurrentUsers = month.users
    if profile != state.profile {
      state.replace(with: profile, summary: "the users of \(month.month.text)")
    }
    state.screen = .plan
    state.filter = ""
    state.notice = Notice(
      text: "\(Numbers.grouped(month.users)) users, as expected in \(month.month.text); undo takes them back")
    return []
  }

  func choiceCount(in state: State) -> Int { state.derived.ahead?.horizon?.months.count ?? 0 }

  /// The second press on a month takes it.
  mutating func press(choice: Int) -> Bool {
    defer { selected = choice }
    return selected == choice
  }

  func derive(_ derived: inout Derived, from state: State) {
    derived.lookAhead(of: state.plan, asOf: state.today)
  }

  func flaw(in state: State) -> String? { selected < 0 ? "month \(selected) is read out" : nil }

  func paint(for state: State, on frame: inout Frame, over area: Rect, footer: Rect) {
    frame.canvas.paintBox(area, title: "Horizon")
    var inner = area.inset(horizontal: 2, vertical: 1)
    paintGrowth(of: state, on: &frame, in: inner.takeTop(1))
    guard let ahead = state.derived.ahead else { return }
    guard let horizon = ahead.horizon else {
      let reason = ahead.refusal?.text ?? ""
      let lines = "Nothing to look at: \(reason). Or move the growth above.".wrapped(to: max(1, inner.width))
      for line in lines { frame.canvas.put(line, in: inner.takeTop(1), .warning) }
      return
    }
    let isPassed = horizon.breaks.contains { $0.isPassed && $0.at != nil }
    for line in horizon.answer.wrapped(to: max(1, inner.width)) {
      frame.canvas.put(line, in: inner.takeTop(1), isPassed ? .bad : .title)
    }
    let month = min(selected, horizon.months.count - 1)
    HorizonChart(horizon: horizon, selected: month).paint(on: &frame, in: inner.takeTop(inner.height * 2 / 5))
    let breaks = horizon.breaks(forRows: max(0, inner.height - Self.leastOfMonths - 1))
    paintBreaks(
      breaks, of: horizon, on: &frame, in: inner.takeTop(breaks.isEmpty ? 0 : breaks.count + 1))
    paintMonths(of: ahead, horizon, month, on: &frame, in: inner)
  }

  /// Rows that the months keep where much breaks: their titles and three of them.
  private static let leastOfMonths = 4

  /// The growth, which the arrows turn, or what is typed for it.
  private func paintGrowth(of state: State, on frame: inout Frame, in area: Rect) {
    var area = area
    frame.canvas.put(Control.growth.name, in: area.takeLeft(18), .focus)
    if let entry = state.entry {
      let end = frame.canvas.put(entry.text + " ", at: area.origin, .selection)
      frame.canvas.cursor = Point(min(end - 1, frame.canvas.bounds.right - 1), area.y)
      if let error = entry.error {
        frame.canvas.put(
          "  \(frame.canvas.glyphs.bad) \(error)",
          in: Rect(x: end, y: area.y, width: max(0, area.right - end)), .bad)
      }
      return
    }
    let reading = Control.growth.reading(state)
    let value = Span(reading.text, reading.isChanged ? .changed : .value)
    let first = state.derived.ahead?.horizon?.months.first.map { month in
      let isNow = state.today.map { CalendarMonth($0) } == month.month
      return Span(
        "   \(Figures.users(month.users)) users in \(month.month.text), \(isNow ? "this month" : "where growth begins")",
        .label)
    }
    frame.canvas.put([value] + [first].compactMap(\.self), in: area)
    frame.canvas.cursor = area.origin
  }

  private func paintBreaks(_ breaks: [Break], of horizon: Horizon, on frame: inout Frame, in area: Rect) {
    let count = horizon.breaks.count
    let what = breaks.count < count ? "What, \(breaks.count) of \(count)" : "What"
    let table = Table(
      [
        Table.Column("Act by", minimumWidth: 10), Table.Column("Breaks", minimumWidth: 17),
        Table.Column(what, minimumWidth: 24), .number("chance", rank: 1),
        Table.Column("What to do", rank: 2, isFlexible: true, minimumWidth: 30),
      ],
      rows: breaks.map { each in
        [
          Span(each.actByWord, each.isPassed ? .bad : .value), Span(each.span(today: horizon.today)),
          Span(each.subject), Span(each.chance, .label), Span(each.act.text, .label),
        ]
      }, isRuled: true)
    frame.canvas.paint(table, in: area)
  }

  private func paintMonths(
    of ahead: Lookahead, _ horizon: Horizon, _ month: Int, on frame: inout Frame, in area: Rect
  ) {
    guard area.height > 1 else { return }
    let table = Table(
      [
        Table.Column("Month", minimumWidth: 9), .number("users", minimumWidth: 9),
        Table.Column("first wall at max", rank: 2, isFlexible: true, minimumWidth: 16),
        .number("likely", minimumWidth: 9), .number("day", rank: 3, minimumWidth: 9),
        .number("fleet it needs", rank: 1, minimumWidth: 14),
        .number("costs then", rank: 1, minimumWidth: 10),
      ],
      rows: zip(horizon.months, ahead.resized).map { each, resized in
        let isShort = !each.plan.hasHeadroom(0, at: .max)
        let fleet = FleetSize.allCases.map { Numbers.grouped(resized.fleet[$0]) }.joined(separator: "/")
        let cost = each.plan.list.knownTotal
        return [
          Span(each.month.text), Span(Figures.users(each.users)),
          Span(each.plan.firstWall.max?.phrase ?? "unknown", isShort ? .bad : .text),
          Self.dollars(cost?.likely), Self.dollars(cost?.day), Span(fleet, .label),
          Self.dollars(resized.cost?.likely),
        ]
      }, selected: month, isRuled: true)
    frame.paintChoices(table, in: area)
  }

  private static func dollars(_ money: Money?) -> Span {
    money.map { Span(Figures.dollars($0)) } ?? Span("unknown", .label)
  }
}

/// Users over the months as a band, the walls that they meet, and the days to act by.
private struct HorizonChart {
  let horizon: Horizon
  let selected: Int

  func paint(on frame: inout Frame, in area: Rect) {
    guard area.height > 4 else { return }
    var area = area
    var chart = chart(width: area.width)
    let legend = chart.legend(frame.canvas.glyphs) + [Span(" \(frame.canvas.glyphs.up) act by", .warning)]
    frame.canvas.paint(PanelTitle("Users", remark: legend), in: area.takeTop(1))
    chart.series += walls.map { wall in
      Chart.Series(wall.name, horizon.months.map { _ in Double(wall.users) }, .line, .series2)
    }
    chart.names = walls.map {
      Chart.Tick(Double($0.users), "\($0.name) \(Figures.shortUsers(Double($0.users)))")
    }
    chart.marks = actBy.map { Chart.Tick(Double($0), String(frame.canvas.glyphs.up)) }
    frame.canvas.paint(chart, in: area)
  }

  /// The months in which somebody has to act.
  private var actBy: [Int] {
    let months = horizon.breaks.compactMap { $0.actBy.map { CalendarMonth($0).months(since: horizon.from) } }
    return Set(months.filter(horizon.months.indices.contains)).sorted()
  }

  private func chart(width: Int) -> Chart {
    // Where the likely users get to and what they meet; the fastest may leave it, so that the walls stay apart.
    let highest = (walls.map(\.users) + horizon.months.map(\.users)).max() ?? 1
    let top = Scale.roundNumber(from: Double(max(1, highest)))
    let count = horizon.months.count
    let stride = max(1, Int((9 * Double(count) / Double(max(1, width - 8))).rounded(.up)))
    var chart = Chart(
      [
        Chart.Series("slow", horizon.months.map { Double($0.low) }, .area, .series1),
        Chart.Series("to fast", horizon.months.map { Double($0.high) }, .band, .series1),
        Chart.Series("likely", horizon.months.map { Double($0.users) }, .line, .value),
      ], top: top,
      valueTicks: [0, top / 2, top].map { Chart.Tick($0, Figures.shortUsers($0)) },
      timeTicks: Swift.stride(from: 0, to: count, by: stride).map {
        Chart.Tick(Double($0), horizon.months[$0].month.text)
      }, cursor: selected)
    chart.isCursorOnAxis = false
    return chart
  }

  /// The two lowest walls of today's fleet as far as it grows, of those that the fastest users come near.
  private var walls: [(name: String, users: Int)] {
    let most = 3 * (horizon.months.map(\.high).max() ?? 1) / 2
    let found = horizon.plan.walls.filter(\.decides).compactMap { wall -> (name: String, users: Int)? in
      wall.wholeUsers(at: horizon.plan.reach.grows ? .max : .desired).map { (wall.id.phrase, $0) }
    }
    return Array(found.sorted { $0.users < $1.users }.prefix(2).filter { $0.users <= most })
  }
}

extension Horizon {
  /// What breaks, as far as there are rows for it; what the calendar ends, which no user brings nearer, goes first.
  fileprivate func breaks(forRows rows: Int) -> [Break] {
    var shown = breaks
    while shown.count > rows, let index = shown.lastIndex(where: { $0.at == nil }) { shown.remove(at: index) }
    return Array(shown.prefix(rows))
  }
}

extension Control.ID {
  static let growth = Control.ID("growth")
}

extension Control {
  /// Per cent a month that users become more, moved as a whole where it is a range.
  fileprivate static let growth = Control(
    id: .growth, name: "growth, % a month", meaning: "Per cent that users become more each month",
    reading: { state in
      let percent = state.plan.profile.growth?.monthlyPercent
      return Reading(
        text: percent.map { FieldValue.estimate($0).text } ?? "not stated",
        isChanged: percent != state.baseline.profile.growth?.monthlyPercent, place: .word([]))
    },
    turn: { state, turn in
      guard case .steps(let count) = turn else { return }
      let now = state.profile.growth?.monthlyPercent ?? Estimate(0)
      let bounds = Bound.monthlyPercent
      let step = min(max(bounds.low - now.low, Double(count) / 2), bounds.high - now.high)
      state.grow(by: now.map { (($0 + step) * 1000).rounded() / 1000 }, gesture: .steps(count))
    },
    entering: .text { state, text in
      guard let percent = TypedNumber.estimate(of: text), percent.high <= Bound.monthlyPercent.high else {
        return "0 to 100, or 4..6..9"
      }
      state.grow(by: percent, gesture: nil)
      return nil
    })
}

extension State {
  fileprivate mutating func grow(by percent: Estimate, gesture: History.Gesture.Kind?) {
    var changed = profile
    var growth = changed.growth ?? Growth()
    growth.monthlyPercent = percent
    changed.growth = growth
    guard changed != profile else { return }
    history.record(
      from: profile, to: changed, gesture: gesture.map { .init(control: .growth, kind: $0) }
    ) { before, after in
      let text = { (profile: Profile) in
        profile.growth?.monthlyPercent.map { FieldValue.estimate($0).text } ?? "not stated"
      }
      return "growth \(text(before)) → \(text(after))"
    }
    show(changed)
  }
}

/// The months to come, and the fleet that each of them needs; or why there are none.
struct Lookahead: Sendable {
  private(set) var horizon: Horizon?
  private(set) var refusal: HorizonRefusal?
  private(set) var resized: [(fleet: InstanceCounts, cost: CostColumns?)] = []

  init(_ plan: Plan, from month: CalendarMonth?) {
    do throws(HorizonRefusal) {
      let horizon = try Horizon(plan, HorizonRequest(from: month))
      if horizon.months.isEmpty {
        refusal = .nothing(in: horizon.from)
      } else {
        resized = horizon.resized
        self.horizon = horizon
      }
    } catch {
      refusal = error
    }
  }
}
