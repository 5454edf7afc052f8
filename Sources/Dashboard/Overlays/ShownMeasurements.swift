import Canvas
import Planning
import Typography

/// What to measure next about a row, and what each measurement would settle.
struct ShownMeasurements: TextOverlay {
  /// What the row is called; nil for the whole plan.
  let subject: String?

  /// What the row rests on first, then everything else.
  let about: [NextMeasurement]
  let others: [NextMeasurement]
  var offset = 0

  /// Computed when it is asked for, since two plans a value are no work for a painting.
  init(in state: State) {
    let all = NextMeasurement.all(for: state.plan)
    let keys = state.keysOfRow
    subject = keys?.subject
    about = all.filter { keys?.keys.contains($0.key) ?? false }
    others = all.filter { !(keys?.keys.contains($0.key) ?? false) }
  }

  func title(in state: State) -> String { "What to measure next" }

  func lines(in state: State, width: Int) -> [[Span]] {
    var lines: [[Span]] = []
    if let subject {
      lines += [[Span("For \(subject.printable)", .title)], []]
      if about.isEmpty {
        lines += paragraph("Nothing that it rests on is a range or assumed, or moves the plan.", width) + [[]]
      }
      lines += about.flatMap { story(of: $0, in: state, width) }
      if !others.isEmpty { lines += [[Span("For the rest of the plan", .title)], []] }
    }
    lines += others.flatMap { story(of: $0, in: state, width) }
    if about.isEmpty, others.isEmpty {
      lines += paragraph("Nothing is left that is a range or assumed, and moves the cost or a wall.", width)
    }
    return lines
  }

  private func story(of next: NextMeasurement, in state: State, _ width: Int) -> [[Span]] {
    let value = Catalog[next.key].effectiveValue(state.plan.profile)?.text ?? "not stated"
    let origin = state.words(for: state.plan.origin(of: next.key)).printable
    let range = "\(Numbers.readable(next.low)) to \(Numbers.readable(next.high))"
    return [
      [
        Span(next.key, .value),
        Span("  \(value), \(origin)".clipped(to: max(0, width - next.key.count)), .label),
      ]
    ]
      + paragraph(
        "From \(range) the month costs \(dollars(next.costs.low)) to \(dollars(next.costs.high)), so that measuring it"
          + " settles \(dollars(abs(next.costs.high - next.costs.low)))\(users(next)).", width)
      + paragraph("How: \(next.how).", width) + [[]]
  }

  private func users(_ next: NextMeasurement) -> String {
    guard let users = next.users, users.low.isFinite, users.high.isFinite else { return "" }
    let settled = Figures.users(abs(users.high - users.low))
    let decides = next.flips ? "; it decides whether max holds" : ""
    return " and \(settled) users of the first wall at desired (\(Figures.users(users.low)) to"
      + " \(Figures.users(users.high)))\(decides)"
  }

  private func dollars(_ number: Double) -> String {
    Figures.usd(Money(dollars: Int(saturating: number.rounded())))
  }

  private func paragraph(_ text: String, _ width: Int) -> [[Span]] {
    text.printable.wrapped(to: max(1, width)).map { [Span($0)] }
  }
}

extension State {
  /// What the selected row or the focused slider rests on, and what it is called; nil where nothing is selected.
  fileprivate var keysOfRow: (subject: String, keys: Set<String>)? {
    guard screen.list != nil else {
      return screenControl.setting.map { (screenControl.name, [$0.field.path]) }
    }
    switch selectedDetail {
    case .wall(let id): return (id.title, Set(plan.explanation(of: id).inputs.map(\.name)))
    case .cost(let line?):
      return (line.title, Set(plan.explanation(of: line, basis: .list).inputs.map(\.name)))
    case .finding(let finding): return (finding.title, [finding.subject])
    case .cost(nil), .quota, nil: return nil
    }
  }
}
