import Canvas
import Planning
import Typography

/// All differences to the saved profile, or to another document.
struct ShownDifferences: TextOverlay {
  var document: Document?
  var offset = 0

  func title(in state: State) -> String {
    document == nil ? "Differences to the saved profile" : "Your values against those on disk"
  }

  func lines(in state: State, width: Int) -> [[Span]] {
    state.derived.differences(from: document).map { DifferencesText(change: $0).lines(width: width) } ?? []
  }

  func derive(_ derived: inout Derived, from state: State) { derived.compare(with: document, for: state) }
}

/// Every value that differs from the saved profile, and all that this does.
private struct DifferencesText {
  let change: Differences

  func lines(width: Int) -> [[Span]] {
    guard !change.values.isEmpty else { return [[Span("Nothing differs.", .label)]] }
    return values(width) + [[]] + costs(width) + [[]] + headroom(width) + requests + findings(width)
  }

  private func values(_ width: Int) -> [[Span]] {
    let names = change.values.map(\.field.path.displayWidth).max() ?? 0
    return heading("Values")
      + change.values.flatMap { key -> [[Span]] in
        let values = [
          Span((key.old?.text ?? "not stated").printable, .label), Span(" → "),
          Span((key.new?.text ?? "not stated").printable, .changed),
        ]
        return names + values.displayWidth + 4 <= width
          ? [[Span("  \(key.field.path.padded(to: names))  ")] + values]
          : [[Span("  \(key.field.path)")], [Span("    ")] + values]
      }
  }

  private func costs(_ width: Int) -> [[Span]] {
    [row("Cost, USD a month", "before", "now", "change", isHeading: true)]
      + change.costs.flatMap { costs($0, width) }
  }

  /// The totals; where their change is incomplete also why, and what the lines do that both sides price.
  private func costs(_ costs: CostChange, _ width: Int) -> [[Span]] {
    guard costs.old != nil || costs.new != nil else { return [] }
    let totals = costs.columns.map { column in
      let change = costs.change?[column]
      return row(
        "  \(costs.basis.rawValue) \(column.rawValue)", Figures.dollars(costs.old?[column]),
        Figures.dollars(costs.new?[column]),
        costs.isIncomplete ? "incomplete" : Figures.signedDollars(change))
    }
    guard let incomplete = costs.incomplete else { return totals }
    let (old, new) = costs.comparable
    let moved = new - old
    let rest = costs.columns.filter { old[$0] != new[$0] }.map { column in
      row(
        "  priced on both, \(column.rawValue)", Figures.dollars(old[column]), Figures.dollars(new[column]),
        Figures.signedDollars(moved[column]))
    }
    return totals + rest
      + "\(incomplete).".wrapped(to: max(10, width - 4)).map { [Span("    "), Span($0, .warning)] }
  }

  private func headroom(_ width: Int) -> [[Span]] {
    [row("Headroom", "before", "now", "", isHeading: true)]
      + FleetSize.allCases.map { size in
        let old = Figures.headroom(change.old.headroom(at: size))
        let new = Figures.headroom(change.new.headroom(at: size))
        let row = row("  at \(size.rawValue)", old, new, "")
        let wall = change.new.firstWall[size].map { "  \($0.breaksFirst)" } ?? ""
        return row + [Span(wall.clipped(to: max(0, width - row.displayWidth)), .label)]
      }
  }

  private var requests: [[Span]] {
    let quotas = change.requests
    guard !quotas.isEmpty else { return [] }
    return [[], row("To request", "before", "now", "", isHeading: true)]
      + quotas.map { row("  \($0.title)", $0.old ?? "-", $0.new ?? "-", "") }
  }

  private func findings(_ width: Int) -> [[Span]] {
    guard let findings = change.findings, !(findings.resolved + findings.appeared).isEmpty else { return [] }
    return [[]] + heading("Findings")
      + findings.resolved.flatMap { lines(of: $0, Span("  gone  ", .good), width) }
      + findings.appeared.flatMap { lines(of: $0, Span("  new   ", .changed), width) }
  }

  private func lines(of finding: Finding, _ word: Span, _ width: Int) -> [[Span]] {
    let indent = Span(String(repeating: " ", count: word.text.count + 7))
    return finding.title.wrapped(to: max(10, width - indent.text.count)).enumerated().map { row, text in
      row == 0 ? [word, Span("\(finding.id)  \(text)")] : [indent, Span(text)]
    }
  }

  private func heading(_ title: String) -> [[Span]] { [[Span(title, .title)]] }

  private func row(_ name: String, _ old: String, _ new: String, _ change: String, isHeading: Bool = false)
    -> [Span]
  {
    let figure = { (text: String) in text.padded(to: 10, alignment: .right) }
    let role: Role = isHeading ? .label : old == new ? .value : .changed
    return [
      Span(name.padded(to: 26), isHeading ? .title : .text), Span(figure(old), .label),
      Span(figure(new), role),
      Span(change.isEmpty ? "" : " " + figure(change), role),
    ]
  }
}
