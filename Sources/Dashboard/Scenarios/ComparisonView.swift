import Canvas
import Planning
import Typography

/// A and B side by side over the whole screen, each row with what B does against A.
struct ShownComparison: TextOverlay {
  var offset = 0

  var keys: KeyMap { .comparison }

  func title(in state: State) -> String { "Compare" }

  func lines(in state: State, width: Int) -> [[Span]] {
    guard let compared = state.derived.compared else { return [] }
    return ComparisonText(state: state, compared: compared, width: width).lines
  }

  func derive(_ derived: inout Derived, from state: State) { derived.compareScenarios(of: state) }

  /// Why B is what it is against A: all that differs.
  func accept(in state: inout State) -> [Effect] {
    state.overlays += [self, ShownDifferences()] as [any Overlay]
    return []
  }

  func paint(for state: State, on frame: inout Frame, over area: Rect, footer: Rect) {
    frame.canvas.fill(area)
    let lines = lines(in: state, width: area.width - 2)
    frame.canvas.paint(ScrollingText(lines, offset: offset), in: area)
    frame.canvas.cursor = nil
  }

  func lastOffset(in state: State) -> Int {
    max(0, lines(in: state, width: state.size.width - 4).count - state.bodyHeight)
  }
}

/// The rows of the comparison.
private struct ComparisonText {
  let state: State
  let compared: ComparedFleets
  let width: Int

  private var glyphs: Glyphs { state.look.glyphs }

  var lines: [[Span]] {
    heading + profile + users + costs + launches + quotas
  }

  /// Columns of A, of B, and of the difference; what is left names the row.
  private var columns: (name: Int, side: Int, change: Int) {
    let change = width >= 100 ? 28 : width >= 70 ? 19 : 12
    let side = width >= 100 ? 28 : width >= 70 ? 19 : 11
    return (max(8, width - 2 * side - change), side, change)
  }

  private func row(_ name: String, _ a: String, _ b: String, _ change: Span = "", isTitle: Bool = false)
    -> [Span]
  {
    let isSame = a == b
    let (nameWidth, side, room) = columns
    let indent = isTitle ? "" : "  "
    return [
      Span((indent + name).clipped(to: nameWidth - 1).padded(to: nameWidth), isTitle ? .title : .label),
      Span(a.printable.clipped(to: side - 1).padded(to: side, alignment: .right), .value),
      Span(b.printable.clipped(to: side - 1).padded(to: side, alignment: .right), isSame ? .label : .changed),
      Span(change.text.clipped(to: room - 1).padded(to: room, alignment: .right), change.role),
    ]
  }

  private func section(_ title: String, _ remark: String = "") -> [[Span]] {
    let words = remark.isEmpty ? "" : " \(remark)"
    let line = max(0, width - title.displayWidth - words.displayWidth - 1)
    return [
      [],
      [
        Span("\(title) ", .title), Span(String(repeating: glyphs.horizontal, count: line), .border),
        Span(words, .label),
      ],
    ]
  }

  private var heading: [[Span]] {
    let (nameWidth, side, room) = columns
    let moved = state.scenarios.moved
    func name(_ letter: Scenarios.Side) -> Span {
      let words =
        "\(moved == letter ? "\(glyphs.rowMark)" : "")\(letter.letter)  \(state.scenarios.name(of: letter))"
      return Span(
        words.printable.clipped(to: side - 1).padded(to: side, alignment: .right),
        letter == .a ? .focus : .changed)
    }
    let (old, new) = (compared.a.verdict, compared.b.verdict)
    let change: Span =
      old == new
      ? Span("=", .label)
      : new.rank < old.rank ? Span(better("holds better"), .good) : Span(worse("holds worse"), .bad)
    return [
      [
        Span("Compare".padded(to: nameWidth), .title), name(.a), name(.b),
        Span("B against A".padded(to: room, alignment: .right), .title),
      ],
      row("verdict", "\(sign(old)) \(answer(old))", "\(sign(new)) \(answer(new))", change),
    ]
  }

  private func answer(_ verdict: Verdict) -> String { columns.side >= 28 ? verdict.answer : verdict.word }

  private func sign(_ verdict: Verdict) -> Character { verdict.span("", glyphs).text.first ?? " " }

  /// The end of a key where there is no room for all of it.
  private func shortName(of change: KeyChange) -> String {
    change.path.displayWidth + 4 <= columns.name
      ? change.path : change.path.split(separator: ".").suffix(2).joined(separator: ".")
  }

  private var profile: [[Span]] {
    guard !compared.changes.isEmpty else { return section("Profile") + [[Span("  nothing differs", .label)]] }
    let room = 12
    let shown = compared.changes.prefix(room).map { change in
      row(shortName(of: change), change.old?.text ?? "not stated", change.new?.text ?? "not stated")
    }
    let rest = compared.changes.count - room
    return section("Profile") + shown + (rest > 0 ? [[Span("  \(rest) more, Enter shows all", .label)]] : [])
  }

  private var users: [[Span]] {
    section("Users carried", "\(glyphs.up) better  \(glyphs.down) worse")
      + FleetSize.allCases.map { size in
        users(size.rawValue, compared.a.usersCarried(at: size), compared.b.usersCarried(at: size))
      } + [
        users(
          "with a zone lost, desired", compared.a.wall(.computeOneZoneLost)?.users.desired,
          compared.b.wall(.computeOneZoneLost)?.users.desired),
        row("breaks first at desired", first(compared.a), first(compared.b)),
      ]
  }

  private func first(_ plan: Plan) -> String { plan.firstWall.desired?.phrase ?? "unknown" }

  private func users(_ name: String, _ a: Double?, _ b: Double?) -> [Span] {
    guard let a, let b else { return row(name, Figures.users(a), Figures.users(b)) }
    let change = b.rounded(.down) - a.rounded(.down)
    return row(
      name, Figures.users(a), Figures.users(b),
      told(change, Figures.signed(Int(saturating: change)), isGood: change > 0))
  }

  private func told(_ change: Double, _ words: String, isGood: Bool) -> Span {
    guard change != 0 else { return Span("=", .label) }
    return isGood ? Span(better(words), .good) : Span(worse(words), .bad)
  }

  private func better(_ words: String) -> String { "\(glyphs.up) \(words)" }
  private func worse(_ words: String) -> String { "\(glyphs.down) \(words)" }

  private var costs: [[Span]] {
    let (a, b) = (compared.a.list, compared.b.list)
    let columns = CostColumn.allCases.filter { a.total[$0] != nil && b.total[$0] != nil }
    let isComparable = !Comparison(from: compared.a, to: compared.b).costs(.list).isIncomplete
    let without = isComparable ? "" : "not the same lines have a price"
    return section("List cost, USD a month", without)
      + columns.map { money($0.shortName, a.total[$0], b.total[$0], isComparable: isComparable) }
      + [
        money(
          "per 1,000 users, likely", compared.a.costOfThousandUsers, compared.b.costOfThousandUsers,
          isComparable: isComparable)
      ]
  }

  private func money(_ name: String, _ a: Money?, _ b: Money?, isComparable: Bool) -> [Span] {
    let figure: (Money?) -> String = { money in
      money.map { name.hasPrefix("per") ? Figures.cents($0) : Figures.dollars($0) } ?? "unknown"
    }
    guard let a, let b, isComparable else { return row(name, figure(a), figure(b)) }
    let change = b - a
    let share = a.dollars > 0 ? "  \(Numbers.signedPercent(100 * change.dollars / a.dollars))" : ""
    let words = (name.hasPrefix("per") ? Figures.signedCents(change) : Figures.signedDollars(change)) + share
    return row(name, figure(a), figure(b), told(change.dollars, words, isGood: change < .zero))
  }

  private var launches: [[Span]] {
    section("Launch, \(ComparedFleets.rampMinutes) minutes to the target") + [
      away("turned away", compared.launch), away("and a zone lost at the top", compared.launchWithLoss),
    ]
  }

  private func away(_ name: String, _ totals: (a: Simulation.Totals, b: Simulation.Totals)) -> [Span] {
    let lost = [totals.a, totals.b].map { $0.turnedAway + $0.failed }
    let words = lost.map { $0 < 0.5 ? "nothing" : Figures.users($0) }
    let change = lost[1] - lost[0]
    return row(
      name, words[0], words[1],
      told(abs(change) < 0.5 ? 0 : change, Figures.signed(Int(saturating: change)), isGood: change < 0))
  }

  private var quotas: [[Span]] {
    let rows = compared.quotas.map { quota in
      row(quota.title, asked(quota.a), asked(quota.b))
    }
    let (gone, new) = (compared.findings.resolved.count, compared.findings.appeared.count)
    let words = "\(gone) gone, \(new) new"
    let change: Span =
      gone + new == 0
      ? Span("=", .label) : gone > new ? Span(better(words), .good) : Span(worse(words), .warning)
    return section("Quotas and findings") + rows + [
      row("findings", compared.counts.a, compared.counts.b, change)
    ]
  }

  private func asked(_ need: QuotaNeed?) -> String {
    guard let need else { return "-" }
    return need.asksForMore
      ? "request \(Figures.quantity(need.request))" : "needs \(Figures.quantity(need.needed))"
  }
}

extension Verdict {
  /// Better ones first.
  fileprivate var rank: Int {
    switch self {
    case .holds: 0
    case .holdsAsFarAsKnown: 1
    case .holdsButNotAtMax: 2
    case .holdsOnlyAtMax: 3
    case .neverGrows: 4
    case .fallsShort: 5
    case .unknown: 6
    }
  }
}
